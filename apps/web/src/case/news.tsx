import type { VNode } from 'preact';
import { Card } from '#ui/card';
import { longMoment } from '#ui/deadline';

export interface NewsProps {
  /** When the reader had the case open last. */
  readonly since: string;
  readonly lines: readonly { readonly href: string; readonly text: string; readonly note: string }[];
  /** How many there are beside those that are named. */
  readonly more: number;
}

/** What has come since last: read from the reader's own readings in the access log, and shown to nobody else. */
export function News({ since, lines, more }: NewsProps): VNode {
  return (
    <Card id="nytt" title="Nytt sedan du var här" class="news">
      <p class="hint">{`Du hade ärendet öppet ${longMoment(since)}.`}</p>
      <ul>
        {lines.map(({ href, text, note }) => (
          <li key={href}>
            <a href={href}>{text}</a>
            <span class="hint block">{note}</span>
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p>{`Och ${more} till, i historiken.`}</p>}
    </Card>
  );
}
