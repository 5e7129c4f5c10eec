import type { VNode } from 'preact';
import type { Refusal } from '#domain/errors';
import { texts } from '#text/pages';

/** A refusal as a page: what is wrong and the way on. A hidden and a missing case give the same page. */
export function Refused({ refusal }: { readonly refusal: Refusal }): VNode {
  const lost = refusal.code === 'notFound';
  return (
    <>
      <h1>{lost ? texts.lost.title : refusal.title}</h1>
      <p class="lead">{lost ? texts.lost.lead : refusal.detail}</p>
      <ul>
        {refusal.missing.map((lack) => (
          <li key={lack.text}>{lack.text}</li>
        ))}
      </ul>
      <p>
        <a href="/">Till startsidan</a>
      </p>
    </>
  );
}
