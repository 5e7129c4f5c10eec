import type { ComponentChildren, VNode } from 'preact';

export interface CardProps {
  /** The id of its heading, which other pages may lead to. */
  readonly id: string;
  readonly title: ComponentChildren;
  /** What the sheets know it by, beside `card`. */
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Work lies on a card: a section with its heading. What only informs lies on the page itself. */
export const Card = ({ id, title, class: name, children }: CardProps): VNode => (
  <section class={name === undefined ? 'card' : `card ${name}`} aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

/** The one accent of the pages: it waits for the reader. */
export const MineTag = (): VNode => <p class="mine-tag">Väntar på dig</p>;

/** How a case stands and its next step; in saffron where it waits for the reader, and then with the only such button of the page. */
export const NextCard = ({ id, title, isMine = false, children }: Omit<CardProps, 'class'> & { readonly isMine?: boolean }): VNode => (
  <section class={isMine ? 'next mine' : 'next'} aria-labelledby={id}>
    {isMine ? <MineTag /> : null}
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
