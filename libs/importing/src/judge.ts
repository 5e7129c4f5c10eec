import { processFor } from '#domain/case/processes/index';
import type { Process } from '#domain/case/processes/process';
import { lacksOfDay } from '#domain/coded';
import type { LocalList } from '#domain/codes/local-lists';
import { stockholmDate } from '#domain/law/calendar';
import { looksPersonal } from '#domain/personal-data';
import type { LocalEntry, OrganisationRegister } from '#organisation/organisation-register';
import { faultsOfKind } from './faults-of-kind.js';
import type { Place } from './read-file.js';
import { type ImportRow, importRow } from './row.schema.js';
import { faultsOfText, plainText } from './text.js';

/** A line that may be imported. */
export interface Accepted extends Place {
  readonly row: ImportRow;
  readonly process: Process;
  /** The unit it is counted at: the successor of one that had ended, null where there was none on the day received. */
  readonly unit: string | null;
  /** The labels of the line as entries of the division's lists, by field. */
  readonly entries: { readonly [L in LocalList]?: LocalEntry };
}

/** A line that is refused, with all that is wrong with it, in Swedish. */
export interface Refused extends Place {
  readonly reasons: readonly string[];
}

type Labelled = readonly (readonly [LocalList, boolean])[];

/** Judges one line by itself. Never quotes its content: whoever has the file needs only the place. */
export function judge(place: Place, value: unknown, register: OrganisationRegister, today: string): Accepted | Refused {
  const illegible = faultsOfText(value);
  if (illegible.length > 0) return { ...place, reasons: illegible };
  const parsed = importRow.safeParse(plainText(value));
  if (!parsed.success) return { ...place, reasons: parsed.error.issues.map((issue) => [...issue.path.slice(0, 1), issue.message].join(': ')) };
  const row = parsed.data;
  const receivedOn = stockholmDate(row.receivedAt);
  const unit = row.unit === null ? null : (register.organisation.successorOf(row.unit, receivedOn)?.code ?? null);
  // What a private provider answers for is the municipality's view of it (docs/engine.md#import).
  const process = processFor(row.kind, receivedOn, register.organisation.placeOf(unit, receivedOn));
  if (process === null) return { ...place, reasons: ['receivedAt: ligger för långt tillbaka'] };
  const division = register.divisionOf(unit, receivedOn);
  const reasons = [
    ...faultsOfTime(row, receivedOn, today),
    ...faultsOfCodes(row, register),
    ...lacksOfDay(importRow, row, () => ({ day: receivedOn, of: 'received' })).map(({ field, text }) => `${field}: ${text}`),
    ...faultsOfKind(row),
    ...labelled(row).flatMap(([list, wanted]) => faultsOfLabel(row, list, wanted, division)),
  ];
  if (reasons.length > 0) return { ...place, reasons };
  return { ...place, row, process, unit, entries: entriesOf(row, division, register) };
}

export const isRefused = (judged: Accepted | Refused): judged is Refused => 'reasons' in judged;

const labelled = (row: ImportRow): Labelled => [
  ['sourceName', row.source === 'local'],
  ['categoryOther', (row.categories ?? []).includes('other')],
  ['lexSarahKindOther', (row.lexSarahKinds ?? []).includes('other')],
];
const owners: Record<LocalList, string> = {
  sourceName: 'source är local',
  categoryOther: 'categories har other',
  lexSarahKindOther: 'lexSarahKinds har other',
};

const ends = ['closedAt', 'outcomeAt', 'investigatedAt', 'answeredAt', 'ivoSentAt'] as const;
const beginnings = ['occurredAt', 'noticedAt'] as const;

/** Compared by Swedish days: a source that knows only the day must not seem to have closed a case before it came. */
function faultsOfTime(row: ImportRow, receivedOn: string, today: string): string[] {
  const days = [...ends, ...beginnings].flatMap((name) => (row[name] === null ? [] : [{ name, day: stockholmDate(row[name]) }]));
  const isEnd = (name: string) => ends.some((end) => end === name);
  return [
    ...[{ name: 'receivedAt', day: receivedOn }, ...days].filter(({ day }) => day > today).map(({ name }) => `${name}: ligger i framtiden`),
    ...days.filter(({ name, day }) => isEnd(name) && day < receivedOn).map(({ name }) => `${name}: ligger före receivedAt`),
    ...days.filter(({ name, day }) => !isEnd(name) && day > receivedOn).map(({ name }) => `${name}: ligger efter receivedAt`),
  ];
}

function faultsOfCodes(row: ImportRow, register: OrganisationRegister): string[] {
  const isEnd = row.stage === 'closed' || row.stage === 'cancelled';
  return [
    ...(row.unit !== null && !register.organisation.knows(row.unit) ? ['unit: enheten finns inte'] : []),
    ...(row.stage !== null && (isEnd || row.closedAt !== null) ? ['stage: anges bara för öppna ärenden'] : []),
    ...(row.source === 'local' && row.sourceName === null ? ['sourceName: ska anges när source är local'] : []),
  ];
}

/** Free text that becomes a row of a list everybody in the division sees (docs/contract.md#local-lists). */
function faultsOfLabel(row: ImportRow, list: LocalList, wanted: boolean, division: string | null): string[] {
  const label = row[list];
  if (label === null) return [];
  if (!wanted) return [`${list}: anges bara när ${owners[list]}`];
  if (division === null) return [`${list}: kräver en enhet, eftersom listan är avdelningens egen`];
  return looksPersonal(label) ? [`${list}: får inte innehålla personnummer, telefonnummer eller adress`] : [];
}

function entriesOf(row: ImportRow, division: string | null, register: OrganisationRegister): Accepted['entries'] {
  if (division === null) return {};
  return Object.fromEntries(
    labelled(row)
      .map(([list]) => [list, row[list]] as const)
      .filter((pair): pair is [LocalList, string] => pair[1] !== null)
      .map(([list, label]) => [list, { list, division, code: register.codeOf(list, division, label), label }]),
  );
}
