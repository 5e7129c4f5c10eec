import { isDay } from '#domain/days';
import { startOfDay, stockholmDate } from '#domain/law/calendar';
import { type FormBody, textOf } from '../frame/request.js';
import type { Door } from './staff-report-fields.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const NIGHT_BEGINS = 21;
const NIGHT_ENDS = 7;
/** A report that has waited longer than this for a network states its day. */
const OLDEST_MS = 7 * DAY_MS;

/** "Nyss" in a form that has been open for longer than this is ambiguous: it is asked again, unless the moment of choosing is known. */
const JUST_NOW_MS = 10 * 60_000;

/**
 * When the form was opened, which gives "nyss" and "i natt" their meaning: it is a field of the form, so that the same form sent twice, or sent when
 * there is a network again, is the same report. A value that is not of the last days is replaced by now.
 */
export const openedAt = (body: FormBody, now: string): string => momentIn(textOf(body, '_at'), now) ?? now;

/** When "nyss" or another moment was chosen, where the page's script has noted it; otherwise when the form was opened. */
export const chosenAt = (body: FormBody, now: string): string => momentIn(textOf(body, '_valt'), now) ?? openedAt(body, now);

function momentIn(text: string, now: string): string | null {
  const isOne = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && text <= now && Date.parse(text) > Date.parse(now) - OLDEST_MS;
  return isOne ? text : null;
}

/** Whether the chosen time has become ambiguous: "nyss" after some minutes, "i dag" and "i natt" on another day. */
export function isMomentUnclear(body: FormBody, now: string): boolean {
  const opened = openedAt(body, now);
  if (momentIn(textOf(body, '_valt'), now) !== null) return false;
  switch (textOf(body, 'when')) {
    case 'now':
      return Date.parse(now) - Date.parse(opened) > JUST_NOW_MS;
    case 'today':
    case 'night':
      return stockholmDate(opened) !== stockholmDate(now);
    default:
      return false;
  }
}

/** The unit that the person has confirmed or chosen; '' where neither. */
export const chosenUnit = (body: FormBody): string => {
  const unit = textOf(body, 'unit');
  return unit === 'other' || unit === '' ? textOf(body, 'otherUnit') : unit;
};

/** The fields as the body of a report. `name` is the reporter's own. */
export function reportOf(door: Door, typed: Record<string, unknown>, name: string, now: string): Record<string, unknown> {
  if (door === 'klagomal') {
    const { teller, ...complaint } = typed;
    return { kind: 'complaint', ...complaint, ...(teller === undefined ? {} : { reporter: { name: teller } }) };
  }
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

/** When it happened, with the precision that was given. The night is a period, up to now. */
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
      return typeof day === 'string' && isDay(day) ? onDay(day) : {};
  }
}
