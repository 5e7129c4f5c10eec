import type { VNode } from 'preact';

export interface ToldProps {
  readonly title: string;
  readonly lead: string;
  readonly ways: readonly { readonly href: string; readonly label: string; readonly why?: string }[];
}

/** A page with one message, and a link on. */
export function Told({ title, lead, ways }: ToldProps): VNode {
  return (
    <div class="card plain-page">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <ul class="plain">
        {ways.map(({ href, label, why }) => (
          <li key={href}>
            <a href={href}>{label}</a>
            {why === undefined ? null : <span class="hint">{why}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
