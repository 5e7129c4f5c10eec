import fc from 'fast-check';
import { icalOf } from './ical.js';

const now = '2026-12-01T09:30:00.000Z';
/** Any text that a rule could be named by, with the signs that the format has a meaning of its own for. */
const someText = fc
  .array(fc.oneof(fc.constantFrom('\\', ';', ',', ':', '\n', 'å', '€', '😀', ' '), fc.string()), { maxLength: 60, size: 'max' })
  .map((parts) => parts.join('').replaceAll('\r', ''));
/** As a calendar reads it: lines put together again, and signs as they were. */
const read = (ical: string, name: string): string[] =>
  ical
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).replaceAll(/\\([\\;,n])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign)));

describe('A calendar of deadlines (RFC 5545)', () => {
  test('has lines of at most 75 octets that end with CR LF, and gives every text back as it was', () => {
    fc.assert(
      fc.property(fc.array(someText, { maxLength: 5 }), (summaries) => {
        const ical = icalOf(
          'Frister',
          summaries.map((summary, n) => ({ uid: `${n}@gensvar`, day: '2026-12-24', summary, url: `https://gensvar.example/arende/${n}` })),
          now,
        );
        const lines = ical.split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n') || Buffer.from(line).includes('\ufffd'))).toEqual([]);
        expect(read(ical, 'SUMMARY')).toEqual(summaries);
      }),
    );
  });

  test('has whole days and no time zone, no persons and no time of anybody', () => {
    const ical = icalOf(
      'Mina frister',
      [{ uid: 'a@gensvar', day: '2026-12-24', summary: 'KLA-2026-0001: Svara', url: 'https://gensvar.example/arende/a' }],
      now,
    );
    expect(ical.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Gensvar//Mina frister//SV',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Mina frister',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'BEGIN:VEVENT',
      'UID:a@gensvar',
      'DTSTAMP:20261201T093000Z',
      'DTSTART;VALUE=DATE:20261224',
      'SUMMARY:KLA-2026-0001: Svara',
      'URL:https://gensvar.example/arende/a',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });
});
