import { refuse } from '#domain/errors';
import { addDuration, stockholmDate } from '#domain/law/calendar';

const DURATION = /^P(?=\d|T\d)(\d{1,2}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?(?:T(?=\d)(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?$/;
const DAY_MS = 86_400_000;
const LONGEST_MS = 3_660 * DAY_MS;

/** An ISO 8601 duration from an instant, in milliseconds; months and years by the calendar. At most ten years. @throws Refusal badShape */
export function millisecondsOf(duration: string, from: Date): number {
  const parts = DURATION.exec(duration);
  if (parts === null) return refuse('badShape', [{ field: 'advance', text: 'Ska vara en tidsrymd, till exempel P5D eller PT30M' }]);
  const [, years = '', months = '', weeks = '', days = '', hours = '0', minutes = '0'] = parts;
  const dated = years + months + weeks + days;
  const start = stockholmDate(from.toISOString());
  const whole = dated === '' ? 0 : Date.parse(addDuration(start, `P${dated}`)) - Date.parse(start);
  const ms = whole + Number(hours) * 3_600_000 + Number(minutes) * 60_000;
  return ms <= LONGEST_MS ? ms : refuse('badShape', [{ field: 'advance', text: 'Högst tio år åt gången' }]);
}
