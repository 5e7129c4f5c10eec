import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import {
  addDuration,
  addWorkingDays,
  atWorkingTime,
  endOfDay,
  intoWorkingHours,
  isWorkingDay,
  momentOn,
  startOfDay,
  stockholmDate,
  workingDayFrom,
  workingDaysBetween,
} from './calendar.js';

const years = Array.from({ length: 111 }, (_, i) => 1990 + i);
const oracle = new Holidays('SE');

function datesOf(year: number): string[] {
  const days: string[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) days.push(new Date(day).toISOString().slice(0, 10));
  return days;
}

const isWeekend = (date: string) => [0, 6].includes(new Date(date).getUTCDay());

/** Whit Monday was a holiday through 2004 (SFS 2004:1320); date-holidays knows it only as an observance. */
function daysOffByOracle(year: number): Set<string> {
  const off = oracle.getHolidays(year).filter(({ type, rule }) => type === 'public' || type === 'bank' || (year < 2005 && rule === 'easter 50'));
  return new Set(off.map(({ date }) => date.slice(0, 10)));
}

const anyDate = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 11, 31) }).map((at) => new Date(at).toISOString().slice(0, 10));
const anyInstant = fc.integer({ min: Date.UTC(1990, 0, 2), max: Date.UTC(2100, 11, 30) }).map((at) => new Date(at).toISOString());
const workingDays = fc.integer({ min: 1, max: 60 });

describe('the working days of Sweden (lag 1989:253, lag 1930:173)', () => {
  it.each(years)('agree with an independent calendar, every day of %i', (year) => {
    const off = daysOffByOracle(year);
    const wrong = datesOf(year).filter((date) => isWorkingDay(date) === (isWeekend(date) || off.has(date)));
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2004-05-31', false, 'Whit Monday, its last time'],
    ['2005-05-16', true, 'Whit Monday, no longer'],
    ['2003-06-06', true, 'the national day, not yet a holiday'],
    ['2005-06-06', false, 'the national day, its first time'],
    ['2026-06-19', false, 'Midsummer Eve at its earliest'],
    ['2025-06-20', false, 'Midsummer Eve'],
    ['2027-06-25', false, 'Midsummer Eve at its latest'],
    ['2026-12-24', false, 'Christmas Eve'],
    ['2026-12-31', false, 'New Year’s Eve'],
    ['2026-01-05', true, 'the eve of Epiphany, short by custom and not by law'],
    ['2026-04-02', true, 'Maundy Thursday'],
    ['2026-04-03', false, 'Good Friday'],
    ['2038-04-26', false, 'Easter Monday at its latest'],
  ])('%s: %s, %s', (date, working) => {
    expect(isWorkingDay(date)).toBe(working);
  });

  it('refuses an invalid date', () => {
    expect(() => isWorkingDay('2026-02-29')).toThrow(RangeError);
  });
});

describe('counting working days', () => {
  it.each([
    ['2026-09-07', 2, '2026-09-09'],
    ['2026-09-07', 10, '2026-09-21'],
    ['2026-06-15', 10, '2026-06-30'],
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-09-05', 1, '2026-09-07'],
    ['2026-09-05', 0, '2026-09-05'],
  ])('begins the day after: %s and %i working days is %s', (from, n, to) => {
    expect(addWorkingDays(from, n)).toBe(to);
  });

  it('ends on a working day', () => {
    fc.assert(fc.property(anyDate, workingDays, (date, n) => isWorkingDay(addWorkingDays(date, n))));
  });

  it('never comes earlier for a later start', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 1, max: 10 }),
        workingDays,
        (date, later, n) => addWorkingDays(date, n) <= addWorkingDays(addDuration(date, `P${later}D`), n),
      ),
    );
  });

  it('has as many working days between start and end as were added', () => {
    fc.assert(fc.property(anyDate, workingDays, (date, n) => workingDaysBetween(date, addWorkingDays(date, n)) === n));
  });

  it('counts each day that is a working day between any two days, and refuses what is no day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 800 }), (date, days) => {
        const each = Array.from({ length: days }, (_, n) => addDuration(date, `P${n + 1}D`));
        expect(workingDaysBetween(date, each.at(-1) ?? date)).toBe(each.filter(isWorkingDay).length);
      }),
      { numRuns: 20 },
    );
    expect(() => workingDaysBetween('2026-02-30', '2026-03-02')).toThrow(RangeError);
  });

  it('counts backwards as it counts forwards', () => {
    expect(workingDaysBetween('2026-09-21', '2026-09-07')).toBe(-10);
    expect(workingDaysBetween('2026-09-05', '2026-09-05')).toBe(0);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d days', (n) => {
    expect(() => addWorkingDays('2026-09-07', n)).toThrow(RangeError);
  });

  it('finds the working day a day off gives way to', () => {
    expect(workingDayFrom('2026-02-28')).toBe('2026-03-02');
    expect(workingDayFrom('2026-03-02')).toBe('2026-03-02');
  });
});

describe('periods', () => {
  it.each([
    ['2026-02-11', 'P5D', '2026-02-16'],
    ['2026-02-11', 'P2W', '2026-02-25'],
    ['2025-12-31', 'P2M', '2026-02-28'],
    ['2023-12-31', 'P2M', '2024-02-29'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-08-31', 'P3M', '2026-11-30'],
    ['2026-03-19', 'P2M', '2026-05-19'],
    ['2026-01-01', 'P1Y2M3D', '2027-03-04'],
    ['2026-09-07', 'P10BD', '2026-09-21'],
    ['2026-09-07', 'P0D', '2026-09-07'],
  ])('%s and %s is %s: a month without the day ends on its last', (date, duration, end) => {
    expect(addDuration(date, duration)).toBe(end);
  });

  it.each(['P', 'PT5H', 'P1DT1H', '-P1D', 'P1.5D', 'P2BD1D', '10', ''])('refuses %p', (duration) => {
    expect(() => addDuration('2026-09-07', duration)).toThrow(RangeError);
  });
});

describe('days in Stockholm', () => {
  it.each([
    ['2026-03-28', '2026-03-27T23:00:00.000Z', '2026-03-28T22:59:59.000Z', 'the last day of winter time'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.000Z', 'the day of 23 hours'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.000Z', 'the day of 25 hours'],
    ['2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T21:59:59.000Z', 'summer'],
  ])('%s begins %s and ends %s: %s', (date, begins, ends) => {
    expect([startOfDay(date), endOfDay(date)]).toEqual([begins, ends]);
  });

  it.each([
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-12-31T22:59:59.999Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-10-25T00:30:00+02:00', '2026-10-25'],
  ])('at %s it is %s', (instant, date) => {
    expect(stockholmDate(instant)).toBe(date);
  });

  it.each([
    ['2026-01-15', '09:30', '2026-01-15T08:30:00.000Z', 'winter'],
    ['2026-07-15', '00:00', '2026-07-14T22:00:00.000Z', 'summer'],
    ['2026-03-29', '02:30', null, 'left out in spring'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z', 'the first after it'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z', 'the first of the two in autumn'],
  ])('at %s %s it is %s: %s', (date, time, instant, _) => {
    expect(momentOn(date, time)).toBe(instant);
  });

  it('hold all their instants', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const date = stockholmDate(instant);
        return startOfDay(date) <= instant && instant < startOfDay(addDuration(date, 'P1D'));
      }),
    );
  });
});

describe('working hours, 08:00–16:00', () => {
  it.each([
    ['2026-09-07T06:00:00.000Z', '2026-09-07T06:00:00.000Z', 'eight sharp is inside'],
    ['2026-09-07T05:59:59.000Z', '2026-09-07T06:00:00.000Z', 'before eight waits for eight'],
    ['2026-09-07T13:59:59.000Z', '2026-09-07T13:59:59.000Z', 'the last second'],
    ['2026-09-07T14:00:00.000Z', '2026-09-08T06:00:00.000Z', 'four o’clock is tomorrow'],
    ['2026-09-04T21:59:59.000Z', '2026-09-07T06:00:00.000Z', 'Friday night is Monday'],
    ['2026-06-19T08:00:00.000Z', '2026-06-22T06:00:00.000Z', 'Midsummer Eve is Monday'],
    ['2026-10-23T14:30:00.000Z', '2026-10-26T07:00:00.000Z', 'over the end of summer time'],
    ['2026-03-27T15:30:00.000Z', '2026-03-30T06:00:00.000Z', 'over the start of summer time'],
  ])('%s becomes %s: %s', (instant, moment) => {
    expect(intoWorkingHours(instant)).toBe(moment);
  });

  it('are spread by the caller’s minutes, never past the day', () => {
    expect(intoWorkingHours('2026-09-05T10:00:00.000Z', 37)).toBe('2026-09-07T06:37:00.000Z');
    expect(intoWorkingHours('2026-09-07T10:00:00.000Z', 37)).toBe('2026-09-07T10:37:00.000Z');
    expect(intoWorkingHours('2026-09-07T13:30:00.000Z', 37)).toBe('2026-09-07T13:30:00.000Z');
    expect(intoWorkingHours('2026-09-07T10:00:00.000Z', 24 * 60)).toBe('2026-09-07T10:00:00.000Z');
  });

  it('are never before the instant, and stay where they are once inside', () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(120), (instant, jitter) => {
        const moment = intoWorkingHours(instant, jitter);
        return moment >= instant && isWorkingDay(stockholmDate(moment)) && intoWorkingHours(moment) === moment;
      }),
    );
  });

  it.each([-1, 0.5])('refuse %d minutes', (minutes) => {
    expect(() => intoWorkingHours('2026-09-07T10:00:00Z', minutes)).toThrow(RangeError);
  });

  it('give an hour of a day, in winter and summer', () => {
    expect(atWorkingTime('2026-09-07', 9)).toBe('2026-09-07T07:00:00.000Z');
    expect(atWorkingTime('2026-12-07', 9)).toBe('2026-12-07T08:00:00.000Z');
  });

  it.each([7, 16, 9.5])('have no hour %d', (hour) => {
    expect(() => atWorkingTime('2026-09-07', hour)).toThrow(RangeError);
  });
});
