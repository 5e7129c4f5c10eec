import type { AnyCaseEvent } from '#domain/case/case-event';
import { caseEvents } from '#domain/case/events.schema';
import type { HistoryGroup } from '#domain/codes/history-groups';

export { type HistoryGroup, historyGroups } from '#domain/codes/history-groups';

const definitionOf = (type: string): AnyCaseEvent | undefined => (caseEvents as Readonly<Record<string, AnyCaseEvent>>)[type];

export const historyGroupOf = (type: string): HistoryGroup => definitionOf(type)?.group ?? 'arbete';

/** Bookkeeping of duties: what people have done would be lost among it, so it is shown apart. */
export const isBookkeeping = (type: string): boolean => definitionOf(type)?.bookkeeping === true;
