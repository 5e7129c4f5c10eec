import { labelOf } from '../codes/code.js';
import { inSentence } from '../codes/in-sentence.js';
import { yearDuties, yearDutyStates, yearStatuses } from '../codes/year-duties.js';
import { dayInWords } from '../days.js';
import { uuidOf } from '../ids.js';
import type { RecordType } from '../records/record-type.js';
import { agenda, IMPROVEMENT, stepTaken, takeStep } from './agenda.js';
import { endYear, followAttestation, meetDuty, reopenDuty, waiveDuty } from './commands/change-duty.js';
import { decideImprovement } from './commands/decide-improvement.js';
import { openYear } from './commands/open-year.js';
import { dutyMet, dutyReopened, dutyWaived, yearEnded } from './events/duty-changed.js';
import { improvementDecided } from './events/improvement-decided.js';
import { yearOpened } from './events/year-opened.js';
import { yearReaders } from './who.js';
import { isOpen, waiting, type Year } from './year.js';

export type { DutyOfYear, Year } from './year.js';

/** The year of a unit, a division or a board: what it owes by which day (docs/decisions/0042). */
export const yearType: RecordType<Year> = {
  family: 'year',
  path: 'years',
  page: 'aret',
  series: 'AR',
  words: {
    the: 'året',
    one: 'ett år',
    many: 'Året',
    due: 'Närmast',
    purpose: 'Det som ska vara klart under året: rapporter, intyg och genomgångar, och vem det väntar på.',
  },
  statuses: yearStatuses,
  abouts: [
    ...yearDuties.map(({ code, label }) => ({ code, label: inSentence(label) })),
    { code: IMPROVEMENT, label: 'ett förbättringsbeslut från ledningens genomgång' },
  ],
  events: [yearOpened, dutyMet, dutyWaived, dutyReopened, improvementDecided, yearEnded, stepTaken],
  creation: openYear,
  commands: [meetDuty, decideImprovement, waiveDuty, reopenDuty, followAttestation, endYear, takeStep],
  readers: yearReaders,
  handedDown: false,
  ownerOf: () => null,
  agenda,
  facts(year) {
    const left = waiting(year);
    return {
      status: !isOpen(year) ? 'ended' : left.length === 0 ? 'done' : 'open',
      due: left[0]?.due ?? null,
      closed: left.length === 0,
      values: {
        year: year.year,
        openedAt: year.openedAt,
        // Each duty with its days, how it stands and who sees to it, for the table of all units.
        duties: year.duties.map(({ duty, opens, due, state, on, role }) => [duty, opens, due, state, on ?? '-', role].join(' ')),
        endedAt: year.endedAt,
      },
    };
  },
  standing: {},
  heading: { term: 'År', of: ({ year }) => `Året ${String(year)}` },
  terms: ({ duties }) =>
    duties
      .toSorted((a, b) => a.due.localeCompare(b.due))
      .map(({ duty, due, state, on }) => ({
        term: labelOf(yearDuties, duty),
        text: on === null ? `senast den ${dayInWords(due)}` : `${labelOf(yearDutyStates, state).toLowerCase()}, ${dayInWords(on)}`,
      })),
  casesOf: () => [],
};

/** The id of the command that opens a unit's year: the same whoever asks and whenever, so that the year is opened once. */
export const openingOf = (unit: string, year: number): string => uuidOf('open year', unit, year);

/** The id of the record of a unit's year. */
export const yearIdOf = (unit: string, year: number): string => uuidOf(openingOf(unit, year), yearType.family);
