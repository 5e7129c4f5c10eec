import { startOfDay, stockholmDate } from '#domain/law/calendar';
import { type FormBody, textOf } from '../frame/request.js';
import type { Door } from './staff-report-fields.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const NIGHT_BEGINS = 21;
const NIGHT_ENDS = 7;
/** A report that has waited longer than this for a network says its day itself. */
const OLDEST_MS = 7 * DAY_MS;

/**
 * When the form was opened, by which "nyss" is understood: it travels in the form, so that the same form sent twice, or sent when there is a
 * network again, is the same report. What is not of the last days is now.
 */
export function openedAt(body: FormBody, now: string): string {
  const at = textOf(body, '_at');
  const isOne = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(at) && at <= now && Date.parse(at) > Date.parse(now) - OLDEST_MS;
  return isOne ? at : now;
}

/** The unit that the person has confirmed, or chosen instead; '' where neither. */
export const chosenUnit = (body: FormBody): string => {
  const unit = textOf(body, 'unit');
  return unit === 'other' || unit === '' ? textOf(body, 'otherUnit') : unit;
};

/** What was typed as the body of a report. `name` is the reporter's own. */
export function reportOf(door: Door, typed: Record<string, unknown>, name: string, now: string): Record<string, unknown> {
  if (door === 'klagomal') return { kind: 'complaint', ...typed };
  const { when: chosen, day, affected, title, inOwnName, ...values } = typed;
  const kind = door === 'missforhallande' ? 'lexSarah' : 'deviation';
  const anonymous = door === 'missforhallande' && inOwnName === false;
  return {
    kind,
    channel: 'web',
    noticedAt: now,
    ...values,
    ...occurred(chosen, day, now),
    ...(door === 'direkt' ? { handledAtOnce: true } : {}),
    ...(affected === undefined ? {} : { affected: { name: affected }, affects: 'individual' }),
    ...(anonymous ? { anonymous: true } : {}),
    ...(door === 'missforhallande' && !anonymous ? { reporter: { name, ...(title === undefined ? {} : { title }) } } : {}),
  };
}

/** When it happened, as exactly as the person said. The night is a stretch of time, up to now. */
function occurred(chosen: unknown, day: unknown, now: string): Record<string, unknown> {
  const today = stockholmDate(now);
  const yesterday = stockholmDate(new Date(Date.parse(now) - DAY_MS).toISOString());
  const hour = (date: string, hours: number) => new Date(Date.parse(startOfDay(date)) + hours * HOUR_MS).toISOString();
  const onDay = (date: string) => ({ occurredAt: startOfDay(date), occurredPrecision: 'day' });
  switch (chosen) {
    case 'now':
      return { occurredAt: now, occurredPrecision: 'minute' };
    case 'today':
      return onDay(today);
    case 'night': {
      const morning = hour(today, NIGHT_ENDS);
      const evening = hour(today, NIGHT_BEGINS);
      const begins = now < evening ? hour(yesterday, NIGHT_BEGINS) : evening;
      return { occurredAt: begins, occurredTo: now < morning || now >= evening ? now : morning, occurredPrecision: 'period' };
    }
    default:
      return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? onDay(day) : {};
  }
}
