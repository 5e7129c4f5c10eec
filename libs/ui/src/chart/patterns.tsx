import type { VNode } from 'preact';

/** Patterns that tell the parts of a stacked bar apart without colour, drawn over the part's tone. */
const marks = ['', 'M4 0v8', 'M0 4h8', 'M3 3h2v2h-2z', 'M0 4h8M4 0v8', 'M0 2h4M4 6h4'] as const;
/** This many parts can be told apart; the caller puts the rest together. */
export const MOST_PARTS = marks.length;

/** As an attribute, since the content security policy allows no style on an element. */
export const fillOf = (part: number): string => `url(#del-${part % MOST_PARTS})`;

/** The fills of all charts on a page: put in once, before the first of them. */
export function Patterns(): VNode {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {marks.map((mark, n) => (
          <pattern key={mark} id={`del-${n}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect class={`tone-${n}`} width="8" height="8" />
            {mark === '' ? null : <path class="over" d={mark} />}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** A sample of a part's fill, for a list of what is what. */
export function Swatch({ fill }: { readonly fill: string }): VNode {
  return (
    <svg class="swatch" width="18" height="18" aria-hidden="true" focusable="false">
      <rect class="edge" width="18" height="18" fill={fill} />
    </svg>
  );
}
