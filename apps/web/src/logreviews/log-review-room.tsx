import { type LogReview, logReviewType } from '#domain/logreview/index';
import { monthInWords } from '#domain/logreview/month.schema';
import { readsAccessLog } from '#domain/org/log-readers';
import { accessLogTexts as texts } from '#text/access-log';
import type { RecordRoom } from '../records/room.js';

/** The way from a control to the sample that it is made from. Its heading says which month it is of. */
export const logReviewRoom: RecordRoom = {
  query: {},
  selects: [],
  keeps: () => true,
  order: null,
  columns: [],
  notice: ({ state, actor }) => {
    const { month } = state as LogReview;
    return readsAccessLog(actor) ? (
      <p>
        <a href={`/atkomst/stickprov?manad=${month}`}>{texts.sampleOf(monthInWords(month))}</a>
      </p>
    ) : null;
  },
};

/** The form that plans the control of a month. */
export const planHref = (month: string, unit: string): string => `/${logReviewType.page}/ny?${new URLSearchParams({ month, unit })}`;
