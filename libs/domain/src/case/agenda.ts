import type { Ladder, Role } from '../codes/roles.js';
import { uuidOf } from '../ids.js';
import { addDuration, atWorkingTime, intoWorkingHours, stockholmDate, workingDayUpTo } from '../law/calendar.js';
import { citationOf, regulation } from '../law/regulation.js';
import { defaultSettings, managersTold, type Raising } from '../org/settings.js';
import { type Duty, dueOf, type ExistingCase } from './case.js';

/** What time must do in a case. */
export type AgendaDo = 'sendReceipt' | 'remind' | 'escalate' | 'askEffect';

/** One agenda item: ids, codes and an instant, so that it can be sent to Temporal as it is. */
export interface AgendaItem {
  /** Derived from case, duty, do, level and due date: a recalculated or reopened duty gets new items. */
  readonly id: string;
  readonly do: AgendaDo;
  readonly duty: string;
  readonly rule: string;
  readonly level: number;
  readonly toRole: Role;
  /** When, working hours and spread already in it. */
  readonly at: string;
}

/**
 * What happens next in the case if nobody does anything: receipts, reminders, escalation, questions of effect.
 * Pure; an item leaves the agenda only by its event (docs/engine.md#agenda). A case that is closed or cancelled has none.
 * Reminder pattern (docs/law/practice.md#reminders): when three quarters of the time have passed, on the due day (the
 * working day before, if it is a day off), after it to the next chief. At most one reminder a day: a time of a day or two has only that of its last day.
 * A case that is registered after its time has one reminder, and escalation follows from there, so that an old letter
 * does not cause many mails (docs/law/practice.md#reminders).
 * Reminders of an imported case from before the import are left out (docs/engine.md#import).
 */
export function agenda(state: ExistingCase, raising: Raising = defaultSettings): readonly AgendaItem[] {
  if (state.end !== null) return [];
  return state.duties
    .filter((duty) => duty.closed === null)
    .flatMap((duty) => itemsOf(state, duty, raising).filter((item) => !duty.performed.includes(item.id)))
    .filter((item) => !state.receipt.imported || item.at >= state.receipt.recordedAt)
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

function itemsOf(state: ExistingCase, duty: Duty, raising: Raising): readonly AgendaItem[] {
  const { ladder } = raising;
  const owner = ownerRole(duty);
  const item = (what: AgendaDo, level: number, toRole: Role, at: string): AgendaItem => {
    const id = uuidOf(state.id, duty.id, what, level, dueOf(duty));
    return { id, do: what, duty: duty.id, rule: duty.rule, level, toRole, at: what === 'sendReceipt' ? at : intoWorkingHours(at, spread(id)) };
  };
  const receipt = duty.rule === 'LOK-KLAG-BEKRAFTA' && state.desc.answerBy === 'email' ? [item('sendReceipt', 0, owner, state.receipt.recordedAt)] : [];
  const due = duty.dueAt ?? duty.targetAt;
  if (due === null) return receipt;
  const chief = ladder[owner];
  const above = chief === null ? null : ladder[chief];
  const dueDay = stockholmDate(due);
  const isLate = !state.receipt.imported && due < state.receipt.recordedAt;
  const known = isLate ? stockholmDate(state.receipt.recordedAt) : dueDay;
  const ladderItems = [
    ...(chief === null ? [] : [item('escalate', 1, chief, atWorkingTime(addDuration(known, 'P1D'), 8))]),
    ...(above === null ? [] : [item('escalate', 2, above, atWorkingTime(addDuration(known, 'P8D'), 8))]),
    ...raisedAgain(state, duty, known, raising).map(({ level, toRole, at }) => item('escalate', level, toRole, at)),
  ];
  if (duty.rule === 'LOK-ATGARD-EFFEKT') return [item('askEffect', 1, owner, atWorkingTime(workingDayUpTo(dueDay), 8)), ...ladderItems];
  const early = item('remind', 1, owner, threeQuarters(duty.startedAt, due));
  if (isLate) return [...receipt, early, ...ladderItems];
  const onTheDay = item('remind', 2, owner, atWorkingTime(workingDayUpTo(dueDay), 8));
  // Working hours and days off may carry the first to the last day or past it: then the reminder of that day is the only one.
  const isApart = stockholmDate(early.at) < stockholmDate(onTheDay.at);
  return [...receipt, ...(isApart ? [early] : []), onTheDay, ...ladderItems];
}

/**
 * An overdue duty of law is escalated further: after the first two steps again at the municipality's interval, a level
 * higher each time up to the highest, until it is met. One at a time, counted from the last, so that a long outage or an import does not cause many at once.
 */
function raisedAgain(state: ExistingCase, duty: Duty, known: string, { ladder, raisedAgainAfter }: Raising) {
  const second = addDuration(known, 'P8D');
  // What was overdue before the import is shown as late, without mail (docs/engine.md#import).
  if (!isOfLaw(duty) || (state.receipt.imported && second < stockholmDate(state.receipt.recordedAt))) return [];
  const above = levelsAbove(ownerRole(duty), ladder);
  const level = Math.max(managersTold, duty.escalation) + 1;
  const raised = duty.raisedAt === null ? second : stockholmDate(duty.raisedAt);
  const last = raised > second ? raised : second;
  const toRole = above[Math.min(level, above.length) - 1] ?? ownerRole(duty);
  return [{ level, toRole, at: atWorkingTime(addDuration(last, `P${raisedAgainAfter}D`), 8) }];
}

/** Law that may be printed, or an authority's letter: a rule that nobody has found in the law's text is a setting. */
const isOfLaw = ({ rule, ruleVersion, basis }: Duty): boolean =>
  basis === 'authority' || regulation.some((row) => row.id === rule && row.version === ruleVersion && citationOf(row) !== null);

function levelsAbove(role: Role, ladder: Ladder): readonly Role[] {
  const above: Role[] = [];
  for (let at = ladder[role]; at !== null && !above.includes(at); at = ladder[at]) above.push(at);
  return above;
}

/** The role part of an owner, `role@unit`. */
export const ownerRole = (duty: Pick<Duty, 'owner'>): Role => duty.owner.split('@')[0] as Role;

function threeQuarters(start: string, due: string): string {
  const from = Date.parse(start);
  return new Date(from + (Date.parse(due) - from) * 0.75).toISOString();
}

/** 0–29 minutes from the id, so that a morning's mails are not sent in one second. Deterministic, since the agenda is folded often. */
const spread = (id: string): number => Number.parseInt(id.slice(0, 4), 16) % 30;
