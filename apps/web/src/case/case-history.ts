import type { OpenedCase } from '#case-service/case-reader';
import type { historyView } from '#case-view/history';
import { historyGroupOf, historyGroups, isBookkeeping } from '#case-view/history-groups';
import { inSentence } from '#domain/codes/in-sentence';
import { longMoment, shortDay } from '#ui/deadline';
import type { CasePageProps } from './case.page.js';
import type { HistoryProps } from './history.js';

type History = ReturnType<typeof historyView>['items'];

/** The case's events as lines, newest first; each with its position in the log, so that a figure can link to the event behind it. */
export function historyOf({ events, state }: OpenedCase, history: History, asked: string | null): HistoryProps {
  const group = historyGroups.find(({ code }) => code === asked)?.code ?? null;
  const lines = history
    .map((line, n) => ({ type: line.type, version: line.version, position: events[n]?.position ?? 0, at: line.at, text: line.text, who: line.by }))
    .reverse();
  const counted = (code: string) => lines.filter(({ type }) => historyGroupOf(type) === code).length;
  const inGroup = group === null ? lines.filter(({ type }) => !isBookkeeping(type)) : lines.filter(({ type }) => historyGroupOf(type) === group);
  const base = `/arende/${state.id}`;
  const [last] = lines.filter(({ type }) => !isBookkeeping(type));
  return {
    isAsked: asked !== null,
    says: last === undefined ? '' : `${lines.length} händelser, senast ${shortDay(last.at)}: ${inSentence(last.text)}`,
    filters: [
      { href: `${base}?visa=alla#historik`, label: 'Allt', current: group === null },
      ...historyGroups
        .filter(({ code }) => counted(code) > 0)
        .map(({ code, label }) => ({ href: `${base}?visa=${code}#historik`, label: `${label} (${counted(code)})`, current: group === code })),
    ],
    newest: inGroup.slice(0, AT_FIRST),
    older: inGroup.slice(AT_FIRST),
    bookkeeping: group === null ? lines.filter(({ type }) => isBookkeeping(type)) : [],
  };
}

/** So many are named; the rest are counted. */
const NEWS = 5;

/** What others have done since the person had the case open last, newest first; null where nothing has come. */
export function newsOf({ events, state }: OpenedCase, history: History, person: string | null, since: string | null): CasePageProps['news'] {
  if (since === null) return null;
  const lines = history
    .map((line, n) => ({ ...line, position: events[n]?.position ?? 0, actor: events[n]?.actor }))
    .filter(({ recordedAt, actor, type }) => recordedAt > since && actor !== `person:${person}` && !isBookkeeping(type))
    .reverse();
  if (lines.length === 0) return null;
  return {
    since,
    more: Math.max(0, lines.length - NEWS),
    lines: lines
      .slice(0, NEWS)
      .map(({ position, at, text, by }) => ({ href: `/arende/${state.id}?visa=alla#h-${position}`, text, note: `${longMoment(at)}, ${by}` })),
  };
}

const AT_FIRST = 20;

/** What others did after the version that this person had seen: in sentences, with the words where they may be read. */
export const changedSince = (history: History, version: number) =>
  history
    .filter((line) => line.version > version && !isBookkeeping(line.type))
    .map((line) => ({
      version: line.version,
      at: line.at,
      text: line.text,
      who: line.by,
      words: Object.values(line.words ?? {}).filter((word): word is string => typeof word === 'string' && word !== ''),
    }));
