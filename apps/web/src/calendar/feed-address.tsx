import type { VNode } from 'preact';
import type { CalendarFeed } from '#organisation/calendar-feeds';
import { calendarTexts as said } from '#text/calendar';
import { longMoment } from '#ui/deadline';
import { Form } from '#ui/form';

export interface FeedAddressProps {
  readonly feed: CalendarFeed | null;
  /** The address, on the one page that follows its making. */
  readonly address: string | null;
}

const ADDRESS = 'kalenderadress';

/** Where the address of one's calendar is made, shown once, and ended. */
export function FeedAddress({ feed, address }: FeedAddressProps): VNode {
  return (
    <section aria-labelledby="kalender">
      <h2 id="kalender">{said.title}</h2>
      <p>{said.lead}</p>
      {address === null ? null : (
        <>
          <p class="saved" role="status">
            {said.made}
          </p>
          <p>
            <span class="as-written" id={ADDRESS}>
              {address}
            </span>{' '}
            <button type="button" class="quiet" hidden data-copies={ADDRESS} data-copied={said.copied} data-marked={said.marked}>
              {said.copy}
            </button>
            <span class="hint">{said.shownOnce}</span>
          </p>
        </>
      )}
      <p>{feed === null ? said.none : `${said.has(longMoment(feed.madeAt))} ${said.read(feed.readAt === null ? null : longMoment(feed.readAt))}`}</p>
      <p>{said.care}</p>
      <Form action="/inloggningar/kalender">
        <button class={feed === null ? 'second' : 'quiet'} name="_do" value="make">
          {feed === null ? said.make : said.renew}
        </button>{' '}
        {feed === null ? null : (
          <button class="quiet" name="_do" value="end">
            {said.end}
          </button>
        )}
      </Form>
    </section>
  );
}
