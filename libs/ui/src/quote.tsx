import type { VNode } from 'preact';

export interface QuoteProps {
  readonly heading: string;
  /** Who said it, and when. */
  readonly note?: string;
  readonly text: string;
  /** What somebody has told: larger, and in another face than the system's own words. */
  readonly isVoice?: boolean;
}

/** What a person has written, with its heading and whose words they are. */
export const Quote = ({ heading, note, text, isVoice = false }: QuoteProps): VNode => (
  <article class="words">
    <h3>{heading}</h3>
    {note === undefined ? null : <p class="hint">{note}</p>}
    <p class={isVoice ? 'voice' : undefined}>{text}</p>
  </article>
);
