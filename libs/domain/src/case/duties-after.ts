import type { Duty } from './case.js';
import type { CaseEvent } from './events.schema.js';

type DutyEvent = Extract<
  CaseEvent,
  { type: 'DutyOpened' | 'DutyClosed' | 'DeadlineRecalculated' | 'ReceiptDue' | 'EffectAsked' | 'ReminderDue' | 'Escalated' }
>;

/** Folds what is owed and what time has done about it; duties that an event leaves alone are kept by reference. */
export function dutiesAfter(duties: readonly Duty[], event: DutyEvent): readonly Duty[] {
  const changed = (id: string, change: (row: Duty) => Partial<Duty>) => duties.map((row) => (row.id === id ? { ...row, ...change(row) } : row));
  switch (event.type) {
    case 'DutyOpened':
      return [...duties, { ...event.open, closed: null, performed: [], reminders: 0, escalation: 0, raisedAt: null, recalculated: 0 }];
    case 'DutyClosed':
      return changed(event.open.id, () => ({ closed: { as: event.open.as, reason: event.open.reason, at: event.at } }));
    case 'DeadlineRecalculated':
      return changed(event.open.id, (row) => ({
        startedAt: event.open.startedAt ?? row.startedAt,
        dueAt: event.open.new,
        targetAt: event.open.newTarget ?? row.targetAt,
        ruleVersion: event.open.ruleVersion ?? row.ruleVersion,
        basis: event.open.basis ?? row.basis,
        type: event.open.type ?? row.type,
        period: event.open.period,
        recalculated: row.recalculated + 1,
      }));
    case 'ReceiptDue':
    case 'EffectAsked':
      return changed(event.open.duty, (row) => ({ performed: [...row.performed, event.open.item] }));
    case 'ReminderDue':
      return changed(event.open.duty, (row) => ({ performed: [...row.performed, event.open.item], reminders: row.reminders + 1 }));
    case 'Escalated':
      return changed(event.open.duty, (row) => ({
        performed: [...row.performed, event.open.item],
        escalation: Math.max(row.escalation, event.open.level),
        raisedAt: event.at,
      }));
    default:
      event satisfies never;
      return duties;
  }
}
