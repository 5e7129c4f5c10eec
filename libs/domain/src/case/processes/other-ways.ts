import type { OtherWayCode } from '../../codes/other-ways.js';
import type { Role } from '../../codes/roles.js';
import { startOfDay } from '../../law/calendar.js';
import { regulation } from '../../law/regulation.js';
import type { ExistingCase } from '../case.js';
import { type ElsewhereInCase, waitsSince } from '../other-ways.js';
import type { FactDuty, Owed } from './process.js';

/** The ways whose law has a word of time: each is a duty of its own, in any kind of case. */
const duties: Readonly<Partial<Record<OtherWayCode, string>>> = { appeal: 'FL-OVERLAMNA', concernForChild: 'OROSANMALAN' };

/** What came in before the first wording that has been read is counted from that wording's first day (docs/law/README.md#the-law-on-a-day). */
const sinceOf = (row: ElsewhereInCase, state: ExistingCase, rule: string): string => {
  const first = startOfDay(regulation.find(({ id }) => id === rule)?.validFrom ?? '2000-01-01');
  const since = waitsSince(row, state);
  return since < first ? first : since;
};

const owedOf = (row: ElsewhereInCase, state: ExistingCase, rule: string): Owed => {
  const since = sinceOf(row, state, rule);
  if (row.mistakenAt !== null) return { subject: null, since, metAt: row.mistakenAt, hinder: 'mistaken' };
  // Only passing it on meets the duty: the one who wrote can't be told to take it elsewhere.
  return { subject: null, since, metAt: row.passedOn ? row.doneAt : null };
};

/** What is to be passed on from a case, owed by those who answer for it. */
export const passedOnOutOf = (owner: Role): readonly FactDuty[] =>
  Object.entries(duties).map(([way, rule]) => ({
    rule,
    owner,
    owed: (state) => state.outside.otherWays.filter((row) => row.way === way).map((row) => owedOf(row, state, rule)),
  }));

const rules: ReadonlySet<string> = new Set(Object.values(duties));
/** Whether it stays with this case, whatever becomes of the case. */
export const isOfOtherWay = (rule: string): boolean => rules.has(rule);
export const isPassedOn =
  (rule: string) =>
  (after: ExistingCase): boolean =>
    after.outside.otherWays.some((row) => duties[row.way] === rule && row.passedOn);
