import { caseEventNamed } from '#domain/case/events.schema';
import type { HistoryGroup } from '#domain/codes/history-groups';

export { type HistoryGroup, historyGroups } from '#domain/codes/history-groups';

export const historyGroupOf = (type: string): HistoryGroup => caseEventNamed(type)?.group ?? 'arbete';

/** Bookkeeping of duties: what people have done would be lost among it, so it is shown apart. */
export const isBookkeeping = (type: string): boolean => caseEventNamed(type)?.bookkeeping === true;
