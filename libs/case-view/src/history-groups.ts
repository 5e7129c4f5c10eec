import type { AnyCaseEvent } from '#domain/case/case-event';
import { caseEventList } from '#domain/case/events/index';
import { caseEventNamed } from '#domain/case/events.schema';
import type { HistoryGroup } from '#domain/codes/history-groups';

export { type HistoryGroup, historyGroups } from '#domain/codes/history-groups';

export const historyGroupOf = (type: string): HistoryGroup => caseEventNamed(type)?.group ?? 'arbete';

/** Bookkeeping of duties: what people have done would be lost among it, so it is shown apart. */
export const isBookkeeping = (type: string): boolean => caseEventNamed(type)?.bookkeeping === true;

/** Types of events that are no news to one who has had the case open: bookkeeping, and what is about another case, which they may not see. */
export const noNews: readonly string[] = caseEventList
  .filter(({ bookkeeping, about }: AnyCaseEvent) => bookkeeping === true || about !== undefined)
  .map(({ name }) => name);
