/** An entry of a whole day. Its texts are our own: numbers, names of rules. */
export interface CalendarEntry {
  /** The same at each reading, so that a calendar moves what it has and adds nothing twice. */
  readonly uid: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly summary: string;
  readonly url: string;
}

/** Octets of a line without its end (RFC 5545, content lines). */
const LONGEST = 75;
const CRLF = '\r\n';

/**
 * A calendar as RFC 5545 has it: days without times, so no time zone is needed, and nobody is asked to come, so there are no persons in it.
 * @param now an instant in ISO 8601
 */
export function icalOf(name: string, entries: readonly CalendarEntry[], now: string): string {
  const stamp = `${now.replaceAll(/[-:]|\.\d+/g, '')}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gensvar//Mina frister//SV',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...entries.flatMap(({ uid, day, summary, url }) => [
      'BEGIN:VEVENT',
      `UID:${text(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY:${text(summary)}`,
      `URL:${url}`,
      // Nobody is busy all day since something is due.
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => folded(line) + CRLF).join('');
}

const text = (value: string): string => value.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');

/** Long lines go on after a space, and no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = [''];
  for (const letter of line) {
    const last = parts.length - 1;
    // What goes on has its space within the limit.
    const room = last === 0 ? LONGEST : LONGEST - 1;
    if (Buffer.byteLength(`${parts[last]}${letter}`) > room) parts.push(letter);
    else parts[last] += letter;
  }
  return parts.join(`${CRLF} `);
}
