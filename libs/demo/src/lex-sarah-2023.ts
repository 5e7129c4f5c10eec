import type { Area } from '#domain/codes/areas';
import type { LawArea } from '#domain/codes/law-areas';
import type { LexSarahKind, LexSarahOutcome } from '#domain/codes/lex-sarah';
import { addDuration, workingDayFrom } from '#domain/law/calendar';
import { shallBeNotified } from '#domain/law/notifiable';
import type { ImportInput } from '#importing/row.schema';

/** Lex Sarah reports that the document describes in the same way. */
interface Group {
  readonly kind: LexSarahKind;
  readonly count: number;
  /** What the division wrote for "Annat, ange vad". */
  readonly other?: string;
  /** Spread one by one; absent where the document gives none. */
  readonly outcomes?: readonly LexSarahOutcome[];
  /** Only where the document says which. */
  readonly area?: Area;
  /** Invented: the document names the divisions only. */
  readonly at: readonly { readonly unit: string; readonly law: LawArea }[];
}

/**
 * Every Lex Sarah of 2023 (document 002). Individ och familj's are told in text with outcomes and without a table; Äldre's table has
 * kinds and no outcomes, and its text says one more than the table (INC-01): the cases are the table's. Stadsutveckling had none.
 */
export const lexSarah2023: Readonly<Record<'iof' | 'smf' | 'afs', readonly Group[]>> = {
  iof: [
    {
      kind: 'deficientLegalCertainty',
      count: 5,
      outcomes: ['tangibleRiskOfIrregularity', 'tangibleRiskOfSeriousIrregularity', 'tangibleRiskOfIrregularity', 'irregularity', 'tangibleRiskOfIrregularity'],
      area: 'childrenAndYouth',
      at: [{ unit: 'iof-barn-unga', law: 'SoL' }],
    },
  ],
  smf: [],
  afs: [
    {
      kind: 'deficientLegalCertainty',
      count: 8,
      at: [
        { unit: 'afs-bestallare', law: 'SoL' },
        { unit: 'afs-bestallare', law: 'LSS' },
        { unit: 'afs-socialpsykiatri', law: 'SoL' },
      ],
    },
    {
      kind: 'deficientServiceDelivery',
      count: 3,
      at: [
        { unit: 'afs-hemtjanst-norra', law: 'SoL' },
        { unit: 'afs-vardboende-linden', law: 'SoL' },
        { unit: 'afs-daglig-verksamhet', law: 'LSS' },
      ],
    },
    { kind: 'other', count: 1, other: 'Fördröjd remiss angående ställa i kö för insats.', at: [{ unit: 'afs-bestallare', law: 'SoL' }] },
  ],
};

/** Every Lex Sarah of 2023 as a line of an import file; deterministic, as the complaints. */
export const lexSarahRows2023 = (): readonly ImportInput[] =>
  Object.entries(lexSarah2023).flatMap(([division, groups]) =>
    groups
      .flatMap((group) => Array.from({ length: group.count }, (_, n) => ({ ...group, outcome: group.outcomes?.[n] ?? null, ...placeOf(group, n) })))
      .map((row, n, all) => rowOf(division, row, n, all.length)),
  );

const placeOf = ({ at }: Group, n: number) => at[n % at.length] as Group['at'][number];

interface Placed extends Pick<Group, 'kind' | 'other' | 'area'> {
  readonly outcome: LexSarahOutcome | null;
  readonly unit: string;
  readonly law: LawArea;
}

function rowOf(division: string, { kind, other, area, outcome, unit, law }: Placed, n: number, of: number): ImportInput {
  const receivedOn = workingDayFrom(addDuration('2023-01-16', `P${Math.floor((n * 320) / of)}D`));
  const decidedOn = workingDayFrom(addDuration(receivedOn, `P${25 + ((n * 7) % 20)}D`));
  return {
    externalId: `demo-2023-lex-sarah-${division}-${String(n + 1).padStart(2, '0')}`,
    kind: 'lexSarah',
    unit,
    receivedAt: receivedOn,
    closedAt: addDuration(decidedOn, 'P60D'),
    source: 'staff',
    lawAreas: [law],
    lexSarahKinds: [kind],
    ...(other === undefined ? {} : { lexSarahKindOther: other }),
    ...(area === undefined ? {} : { area }),
    // An outcome that shall be notified was notified (SoL (2001:453) 14 kap. 7 §); the document says nothing of it.
    ...(outcome === null ? {} : { outcome, outcomeAt: decidedOn, ...(shallBeNotified({ outcome }) ? { ivoSentAt: decidedOn } : {}) }),
  };
}
