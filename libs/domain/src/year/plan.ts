import type { Role } from '../codes/roles.js';
import type { YearDuty } from '../codes/year-duties.js';
import { daysBefore } from '../law/calendar.js';
import type { Settings, YearDays } from '../org/settings.js';
import type { Unit } from '../org/units.js';

type Level = Unit['level'];

interface Planned {
  /** The last day as MM-DD, by level; a level that is not here does not owe it. */
  readonly due: Partial<Readonly<Record<Level, string>>>;
  /** Years after the year that it is about. */
  readonly after: 0 | 1;
  /** Who sees to it; null: the chief of the level. */
  readonly role: Role | null;
  /** The law that gives the day: then it is not the municipality's to set. */
  readonly law: string | null;
  /** For an attestation: the months that it is about, from and up to and not including. */
  readonly attests: readonly [from: string, to: string] | null;
}

/**
 * What is owed in a year, and by which day. But for the law's own day they are assumptions that the municipality sets by its own (`yearDays`): a unit's report is
 * there before that of the level above.
 */
export const plan: Readonly<Record<YearDuty, Planned>> = {
  attestT1: { due: { unit: '05-10' }, after: 0, role: null, law: null, attests: ['01', '05'] },
  reportT1: { due: { unit: '05-20', division: '05-31', board: '06-15' }, after: 0, role: null, law: null, attests: null },
  attestT2: { due: { unit: '09-10' }, after: 0, role: null, law: null, attests: ['05', '09'] },
  reportT2: { due: { unit: '09-20', division: '09-30', board: '10-15' }, after: 0, role: null, law: null, attests: null },
  attestT3: { due: { unit: '01-10' }, after: 1, role: null, law: null, attests: ['09', '13'] },
  annualReport: { due: { unit: '01-20', division: '01-31', board: '02-15' }, after: 1, role: null, law: null, attests: null },
  managementReview: { due: { division: '02-10', board: '02-25' }, after: 1, role: null, law: null, attests: null },
  // A care provider draws it up by 1 March each year (patientsäkerhetslagen (2010:659) 3 kap. 10 §).
  patientSafety: { due: { board: '03-01' }, after: 1, role: 'mas', law: 'patientsäkerhetslagen 3 kap. 10 §', attests: null },
};

/** What opens so many days before its last day, where it is not the end of a period that opens it. */
const OPEN_FOR = 30;

/** One duty as it is opened: the day on which its work can begin, and its last day (both YYYY-MM-DD). */
export interface OwedDuty {
  readonly duty: YearDuty;
  readonly role: Role;
  readonly opens: string;
  readonly due: string;
}

/** The period that an attestation of a year is about; null where the duty is none. `to` is not included. */
export function periodOf(duty: YearDuty, year: number): { readonly from: string; readonly to: string } | null {
  const { attests } = plan[duty];
  if (attests === null) return null;
  const [from, to] = attests;
  return { from: `${year}-${from}-01`, to: to === '13' ? `${year + 1}-01-01` : `${year}-${to}-01` };
}

/** What a unit of a level owes of a year, by the days that the municipality had set when the year began. */
export function owed(level: Level, chief: Role, year: number, { yearDays }: Pick<Settings, 'yearDays'>): readonly OwedDuty[] {
  return (Object.keys(plan) as YearDuty[]).flatMap((duty) => {
    const { due: standard, after, role, law } = plan[duty];
    const day = standard[level] === undefined ? undefined : ((law === null ? ownDay(yearDays, duty, level, year) : undefined) ?? standard[level]);
    if (day === undefined) return [];
    const due = `${year + after}-${day}`;
    return [{ duty, role: role ?? chief, opens: periodOf(duty, year)?.to ?? daysBefore(due, OPEN_FOR), due }];
  });
}

/** The day that the municipality has set, as it stood on the first day of the year. */
const ownDay = (days: YearDays, duty: YearDuty, level: Level, year: number): string | undefined =>
  (days[duty] ?? [])
    .filter((row) => row.level === level && row.from <= `${year}-01-01`)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1)?.due;

/** The years of which something may still be owed on a day: the one that runs, and the one before it. */
export const yearsOwedOn = (today: string): readonly number[] => [Number(today.slice(0, 4)) - 1, Number(today.slice(0, 4))];

/** What is left of it: the last day has not passed. A unit that is new owes nothing of what was due before it. */
export const stillAhead = (duties: readonly OwedDuty[], today: string): readonly OwedDuty[] => duties.filter(({ due }) => due >= today);
