import type { VNode } from 'preact';

/** Texts that a form can be begun with: a link each, so that it works without script. */
export interface StartersProps {
  readonly says: string;
  readonly hint: string;
  readonly links: readonly { readonly href: string; readonly text: string; readonly current: boolean }[];
}

export function Starters({ says, hint, links }: StartersProps): VNode {
  return (
    <div class="starters">
      <p>
        {says}{' '}
        {links.map(({ href, text, current }, n) => (
          <span key={href}>
            {n === 0 ? null : ' · '}
            <a href={href} {...(current ? { 'aria-current': 'true' as const } : {})}>
              {text}
            </a>
          </span>
        ))}
      </p>
      <p class="hint">{hint}</p>
    </div>
  );
}
