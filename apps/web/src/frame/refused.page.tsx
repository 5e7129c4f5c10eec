import type { VNode } from 'preact';
import type { Refusal } from '#domain/errors';
import { texts } from '#text/pages';
import { Form } from '#ui/form';

/** A refusal as a page: what is wrong and the way on. A hidden and a missing case give the same page. */
export function Refused({ refusal, isLoggedIn }: { readonly refusal: Refusal; readonly isLoggedIn: boolean }): VNode {
  const lost = refusal.code === 'notFound';
  return (
    <div class="card plain-page">
      <h1>{lost ? texts.lost.title : refusal.title}</h1>
      <p class="lead">{lost ? texts.lost.lead : refusal.detail}</p>
      {refusal.missing.length === 0 ? null : (
        <ul>
          {refusal.missing.map((lack) => (
            <li key={lack.text}>{lack.text}</li>
          ))}
        </ul>
      )}
      {lost && isLoggedIn ? <Search /> : null}
      <p>
        <a href="/">Till startsidan</a>
      </p>
    </div>
  );
}

/** One who had a wrong address mostly looks for a case. */
const Search = (): VNode => (
  <>
    <Form method="get" action="/arenden" class="ask">
      <div class="ask-field">
        <label for="v-q">{texts.lost.search}</label>
        <input id="v-q" name="q" type="search" />
      </div>
      <button>{texts.lost.find}</button>
    </Form>
    <p>
      <a href="/arenden?visa=vantar">{texts.lost.waiting}</a>
    </p>
  </>
);
