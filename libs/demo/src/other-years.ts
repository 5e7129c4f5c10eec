import type { CauseArea } from '#domain/codes/causes';
import type { ComplaintCategory } from '#domain/codes/complaint-categories';
import type { DeviationType } from '#domain/codes/deviation-types';
import type { LexSarahKind, LexSarahOutcome } from '#domain/codes/lex-sarah';
import type { OpinionType } from '#domain/codes/opinion-types';
import type { Source } from '#domain/codes/sources';
import { type DivisionYear, year2023 } from './figures-2023.js';

/*
 * The years around 2023, all of them invented: their size is that of 2023, so that a comparison between years shows what changed. What changes on purpose:
 * answers come sooner each year; missed and late visits in Äldre fall from 2024, when the causes were routines; waiting times of Individ och familj rise.
 */

type Division = DivisionYear['division'];

/** What a unit is told of a year, beside the complaints. */
export interface OtherYear {
  readonly divisions: readonly DivisionYear[];
  /** Half of the answers were given within so many days. */
  readonly answerDays: number;
  /** Causes, in the order that cases with a cause get them. */
  readonly causes: readonly CauseArea[];
  readonly deviations: readonly { readonly type: DeviationType; readonly law: 'HSL' | 'SoL' | 'LSS'; readonly count: number }[];
  readonly lexSarah: readonly {
    readonly division: 'iof' | 'afs';
    readonly kind: LexSarahKind;
    readonly outcome: LexSarahOutcome | null;
    readonly count: number;
  }[];
  /** Deviations in care that became lex Maria. */
  readonly lexMaria: number;
}

type Counts<C extends string> = Readonly<Partial<Record<C, number>>>;

const unitsOf = (division: Division): readonly string[] => year2023.find((one) => one.division === division)?.units ?? [];
const listed = <C extends string>(counts: Counts<C>): readonly (readonly [C, number])[] => Object.entries(counts) as [C, number][];

/** `own` names the division's own source, where `local` is counted; `other` what it wrote for "Annat". */
const told = (
  division: Division,
  opinionType: OpinionType,
  sources: Counts<Source>,
  categories: Counts<ComplaintCategory>,
  { own, other }: { readonly own?: string; readonly other?: string } = {},
): DivisionYear => ({
  division,
  opinionType,
  sources: listed(sources).map(([source, count]) => ({ source, count, ...(source === 'local' && own !== undefined ? { sourceName: own } : {}) })),
  categories: listed(categories).map(([category, count]) => ({ category, count })),
  ...(other === undefined ? {} : { other }),
  units: unitsOf(division),
});

const year2022: OtherYear = {
  divisions: [
    told(
      'iof',
      'complaint',
      { serviceUserOrGuardian: 31, relative: 4, local: 1, officialOrAuthority: 2 },
      { treatment: 20, caseHandling: 17, serviceDelivery: 5, accessibility: 4, information: 6, other: 2 },
      { own: 'Advokatbyrå', other: 'Ekonomi' },
    ),
    told('smf', 'complaint', { resident: 4 }, { accessibility: 2, physicalEnvironment: 3 }),
    told('smf', 'praise', { serviceUserOrGuardian: 2 }, { treatment: 2 }),
    told(
      'afs',
      'complaint',
      { serviceUserOrGuardian: 58, relative: 61, staff: 44, otherOrUnknown: 3, viaIvo: 1 },
      { treatment: 27, caseHandling: 3, serviceDelivery: 88, accessibility: 41, equipment: 3, information: 4, other: 5 },
    ),
  ],
  answerDays: 17,
  causes: ['routines', 'communication', 'routines', 'environmentAndOrganisation'],
  deviations: [
    { type: 'fall', law: 'HSL', count: 9 },
    { type: 'medication', law: 'HSL', count: 14 },
    { type: 'missedService', law: 'SoL', count: 16 },
    { type: 'delayedService', law: 'SoL', count: 7 },
  ],
  lexSarah: [
    { division: 'iof', kind: 'deficientLegalCertainty', outcome: 'irregularity', count: 3 },
    { division: 'afs', kind: 'deficientServiceDelivery', outcome: 'tangibleRiskOfIrregularity', count: 5 },
    { division: 'afs', kind: 'deficientTreatment', outcome: 'noIrregularity', count: 2 },
  ],
  lexMaria: 1,
};

const year2024: OtherYear = {
  divisions: [
    told(
      'iof',
      'complaint',
      { serviceUserOrGuardian: 43, relative: 5, local: 2, officialOrAuthority: 1 },
      { treatment: 19, caseHandling: 33, serviceDelivery: 5, accessibility: 11, information: 12, collaboration: 2, other: 2 },
      { own: 'Familjehem', other: 'Ekonomi' },
    ),
    told('iof', 'suggestion', { staff: 2 }, { information: 2 }),
    told('smf', 'complaint', { resident: 6, otherOrUnknown: 1 }, { accessibility: 4, physicalEnvironment: 2, treatment: 2 }),
    told(
      'afs',
      'complaint',
      { serviceUserOrGuardian: 60, relative: 70, staff: 52, officialOrAuthority: 3 },
      { treatment: 21, caseHandling: 2, serviceDelivery: 92, accessibility: 61, physicalEnvironment: 4, equipment: 2, information: 3, other: 6 },
      { other: 'Inköp' },
    ),
    told('afs', 'praise', { relative: 6, serviceUserOrGuardian: 3 }, { treatment: 7, serviceDelivery: 2 }),
  ],
  answerDays: 14,
  causes: ['routines', 'routines', 'competence', 'communication'],
  deviations: [
    { type: 'fall', law: 'HSL', count: 12 },
    { type: 'medication', law: 'HSL', count: 15 },
    { type: 'missedService', law: 'SoL', count: 19 },
    { type: 'delayedService', law: 'SoL', count: 8 },
    { type: 'documentation', law: 'LSS', count: 3 },
  ],
  lexSarah: [
    { division: 'iof', kind: 'deficientLegalCertainty', outcome: 'tangibleRiskOfSeriousIrregularity', count: 2 },
    { division: 'iof', kind: 'deficientLegalCertainty', outcome: 'irregularity', count: 4 },
    { division: 'afs', kind: 'deficientServiceDelivery', outcome: 'tangibleRiskOfIrregularity', count: 6 },
    { division: 'afs', kind: 'deficientServiceDelivery', outcome: 'seriousIrregularity', count: 1 },
    { division: 'afs', kind: 'financialAbuse', outcome: 'seriousIrregularity', count: 1 },
  ],
  lexMaria: 2,
};

const year2025: OtherYear = {
  divisions: [
    told(
      'iof',
      'complaint',
      { serviceUserOrGuardian: 47, relative: 6, officialOrAuthority: 1, viaIvo: 2 },
      { treatment: 17, caseHandling: 31, serviceDelivery: 4, accessibility: 19, information: 9, collaboration: 3, other: 1 },
    ),
    told('smf', 'complaint', { resident: 5 }, { accessibility: 3, physicalEnvironment: 2 }),
    told('smf', 'praise', { serviceUserOrGuardian: 4 }, { treatment: 4 }),
    told(
      'afs',
      'complaint',
      { serviceUserOrGuardian: 51, relative: 58, staff: 41, officialOrAuthority: 2, otherOrUnknown: 3 },
      { treatment: 22, caseHandling: 2, serviceDelivery: 67, accessibility: 47, equipment: 4, information: 8, other: 5 },
      { other: 'Inköp' },
    ),
    told('afs', 'praise', { relative: 7, serviceUserOrGuardian: 5 }, { treatment: 9, serviceDelivery: 3 }),
  ],
  answerDays: 11,
  causes: ['communication', 'routines', 'technology', 'competence'],
  deviations: [
    { type: 'fall', law: 'HSL', count: 11 },
    { type: 'medication', law: 'HSL', count: 10 },
    { type: 'missedService', law: 'SoL', count: 11 },
    { type: 'delayedService', law: 'SoL', count: 4 },
    { type: 'documentation', law: 'LSS', count: 5 },
  ],
  lexSarah: [
    { division: 'iof', kind: 'deficientLegalCertainty', outcome: 'irregularity', count: 5 },
    { division: 'iof', kind: 'deficientTreatment', outcome: 'noIrregularity', count: 1 },
    { division: 'afs', kind: 'deficientServiceDelivery', outcome: 'tangibleRiskOfIrregularity', count: 4 },
    { division: 'afs', kind: 'deficientServiceDelivery', outcome: 'tangibleRiskOfSeriousIrregularity', count: 1 },
    { division: 'afs', kind: 'other', outcome: null, count: 1 },
  ],
  lexMaria: 1,
};

/** 2026 as a whole, and each year after it: of the year of the first start only what had ended before it. */
const laterYear: OtherYear = {
  divisions: [
    told(
      'iof',
      'complaint',
      { serviceUserOrGuardian: 44, relative: 7, officialOrAuthority: 2 },
      { treatment: 15, caseHandling: 25, serviceDelivery: 4, accessibility: 24, information: 7, collaboration: 2, other: 1 },
      { other: 'Ekonomi' },
    ),
    told('smf', 'complaint', { resident: 6 }, { accessibility: 4, physicalEnvironment: 1, information: 2 }),
    told(
      'afs',
      'complaint',
      { serviceUserOrGuardian: 46, relative: 53, staff: 38, officialOrAuthority: 1 },
      { treatment: 20, caseHandling: 1, serviceDelivery: 55, accessibility: 44, equipment: 5, information: 10, other: 4 },
    ),
    told('afs', 'praise', { relative: 8, serviceUserOrGuardian: 6 }, { treatment: 10, serviceDelivery: 4 }),
  ],
  answerDays: 9,
  causes: ['communication', 'environmentAndOrganisation', 'routines', 'competence'],
  deviations: [
    { type: 'fall', law: 'HSL', count: 10 },
    { type: 'medication', law: 'HSL', count: 9 },
    { type: 'missedService', law: 'SoL', count: 8 },
    { type: 'delayedService', law: 'SoL', count: 3 },
    { type: 'documentation', law: 'LSS', count: 6 },
  ],
  lexSarah: [
    { division: 'iof', kind: 'deficientLegalCertainty', outcome: 'irregularity', count: 3 },
    { division: 'afs', kind: 'deficientServiceDelivery', outcome: 'tangibleRiskOfIrregularity', count: 4 },
    { division: 'afs', kind: 'deficientServiceDelivery', outcome: 'seriousIrregularity', count: 1 },
  ],
  lexMaria: 1,
};

/** The years around 2023 to that of `today` (YYYY-MM-DD). */
export function otherYears(today: string): readonly (readonly [number, OtherYear])[] {
  const last = Number(today.slice(0, 4));
  const later = Array.from({ length: Math.max(0, last - 2025) }, (_, n) => [2026 + n, laterYear] as const);
  return [[2022, year2022], [2024, year2024], [2025, year2025], ...later];
}
