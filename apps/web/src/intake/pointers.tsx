import type { VNode } from 'preact';
import type { Pointer } from '#text/other-ways';

/** Matters that the law handles elsewhere, below a receipt: folded, so that the receipt is first. */
export const Pointers = ({ title, list }: { readonly title: string; readonly list: readonly Pointer[] }): VNode => (
  <details class="pointers no-print">
    <summary>{title}</summary>
    <dl>{list.flatMap(({ ask, text }) => [<dt key={`${ask}?`}>{ask}</dt>, <dd key={ask}>{text}</dd>])}</dl>
  </details>
);
