import fc from 'fast-check';
import { faultOfDay, isDay } from './days.js';
import { day, dayOrInstant, instant } from './days.schema.js';
import { endOfDay, startOfDay } from './law/calendar.js';

const saidOf = (result: ReturnType<typeof day.safeParse>) => (result.success ? null : result.error.issues.map(({ message }) => message).join('; '));

describe('A day', () => {
  test.each([
    ['2026-02-30', 'Februari 2026 har 28 dagar. Dag 30 finns inte'],
    ['2026-04-31', 'April 2026 har 30 dagar. Dag 31 finns inte'],
    ['2025-02-29', 'Februari 2025 har 28 dagar. Dag 29 finns inte'],
    ['2026-09-00', 'September 2026 har 30 dagar. Dag 00 finns inte'],
    ['2026-13-01', 'Månad 13 finns inte. Skriv dagen som åååå-mm-dd'],
    ['20233-05-17', 'Året ska ha fyra siffror. Skriv dagen som åååå-mm-dd'],
    ['20244-09-03', 'Året ska ha fyra siffror. Skriv dagen som åååå-mm-dd'],
    ['+020244-09-03', 'Året ska ha fyra siffror. Skriv dagen som åååå-mm-dd'],
    ['-000024-09-03', 'Året ska ha fyra siffror. Skriv dagen som åååå-mm-dd'],
    ['26-05-12', 'Året ska ha fyra siffror. Skriv dagen som åååå-mm-dd'],
    ['0026-05-12', 'Året 0026 går inte att ange. Det ska vara mellan 1900 och 2200'],
    ['0000-01-01', 'Året 0000 går inte att ange. Det ska vara mellan 1900 och 2200'],
    ['2201-01-01', 'Året 2201 går inte att ange. Det ska vara mellan 1900 och 2200'],
    ['3 sep', 'Skriv dagen som åååå-mm-dd, till exempel 2026-09-03'],
    ['20260903', 'Skriv dagen som åååå-mm-dd, till exempel 2026-09-03'],
    ['2026-9-3', 'Skriv dagen som åååå-mm-dd, till exempel 2026-09-03'],
    ['', 'Skriv dagen som åååå-mm-dd, till exempel 2026-09-03'],
  ])('%s is refused, once, in words that say what is wrong with it', (text, said) => {
    expect(saidOf(day.safeParse(text))).toBe(said);
    expect(saidOf(instant.safeParse(text) as never)).toBe(said);
    expect(saidOf(dayOrInstant(startOfDay).safeParse(text) as never)).toBe(said);
  });

  test('of the calendar between 1900 and 2200 is taken, and its ends are instants that are taken too', () => {
    const days = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(day.parse(text)).toBe(text);
        for (const moment of [startOfDay(text), endOfDay(text)]) expect(instant.parse(moment)).toBe(moment);
        expect(dayOrInstant(endOfDay).parse(text)).toBe(endOfDay(text));
      }),
    );
  });

  test('is never a text that the calendar can not compute with', () => {
    const digits = (most: number) => fc.integer({ min: 0, max: most }).map(String);
    const texts = fc
      .tuple(digits(99_999), digits(13), digits(32))
      .map(([year, month, of]) => `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.oneof(texts, fc.string()), (text) => {
        if (isDay(text)) expect(startOfDay(text)).toMatch(/^(1899|19|20|21|22)/);
        else expect(faultOfDay(text)).toMatch(/\p{L}/u);
      }),
    );
  });
});

describe('An instant', () => {
  test.each([
    ['2026-02-30T10:00:00Z', 'Februari 2026 har 28 dagar. Dag 30 finns inte'],
    ['0026-05-12T10:00:00Z', 'Året 0026 går inte att ange. Det ska vara mellan 1900 och 2200'],
    ['20233-05-17T10:00:00Z', 'Året ska ha fyra siffror. Skriv dagen som åååå-mm-dd'],
    ['2026-05-12T25:00:00Z', 'Ska vara en tidpunkt, till exempel 2026-11-22T10:00:00Z'],
    ['2026-05-12', 'Ska vara en tidpunkt, till exempel 2026-11-22T10:00:00Z'],
  ])('%s is refused by what is wrong with it', (text, said) => {
    expect(saidOf(instant.safeParse(text) as never)).toBe(said);
  });

  test('is stored in UTC with milliseconds, whatever the offset', () => {
    expect(instant.parse('2026-05-12T12:00:00+02:00')).toBe('2026-05-12T10:00:00.000Z');
  });
});
