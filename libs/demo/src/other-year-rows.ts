import type { CauseArea } from '#domain/codes/causes';
import { addDuration, workingDayFrom } from '#domain/law/calendar';
import { shallBeNotified } from '#domain/law/notifiable';
import type { ImportInput } from '#importing/row.schema';
import type { DivisionYear } from './figures-2023.js';
import { type OtherYear, otherYears } from './other-years.js';
import { complaintsOf, dayIn } from './year-rows.js';

/** Where care and support is given, and so goes wrong: units of Äldre. */
const carers = ['afs-hemtjanst-norra', 'afs-vardboende-linden', 'afs-hemtjanst-sodra', 'afs-socialpsykiatri'];
const lssUnits = ['afs-daglig-verksamhet'];
const socialUnits = {
  iof: ['iof-barn-unga', 'iof-vuxen', 'iof-ekonomi'],
  afs: ['afs-bestallare', 'afs-vardboende-linden', 'afs-socialpsykiatri', 'afs-daglig-verksamhet'],
} as const;

/**
 * The cases of the years around 2023 as lines of an import file: all of them ended before `today` (YYYY-MM-DD, the day of the first start), none of them with
 * anything that happened in 2023. Deterministic for a day, so that a repeat changes nothing.
 */
export const otherYearRows = (today: string): readonly ImportInput[] =>
  otherYears(today).flatMap(([year, figures]) => rowsOfYear(year, figures).filter(({ closedAt }) => (closedAt ?? '') < today));

const rowsOfYear = (year: number, figures: OtherYear): readonly ImportInput[] => [
  ...figures.divisions.flatMap((division) => complaints(year, division, figures)),
  ...deviations(year, figures),
  ...lexSarah(year, figures),
  ...withoutUnit(year),
];

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;
const after = (day: string, days: number): string => workingDayFrom(addDuration(day, `P${days}D`));
const ids = (year: number, what: string, n: number): string => `demo-${year}-${what}-${String(n + 1).padStart(3, '0')}`;

/** Half of the answers within the year's number of days, some much later, one in twenty never. */
const answered = (received: string, n: number, { answerDays }: OtherYear): { readonly answeredAt?: string } =>
  n % 20 === 7 ? {} : { answeredAt: after(received, Math.max(1, answerDays - 6 + ((n * 5) % 13) + (n % 10 === 3 ? 20 : 0))) };

const cause = (causes: readonly CauseArea[], n: number): { readonly causes?: ImportInput['causes'] } =>
  n % 3 === 0 ? { causes: [`${pick(causes, n / 3)}:unit`] } : {};

/** Praise is answered and has no cause. What came in the last weeks of 2022 had ended by New Year, so that 2023 is as document 002 has it. */
const complaints = (year: number, division: DivisionYear, figures: OtherYear): readonly ImportInput[] =>
  complaintsOf(division, year, division.opinionType === 'complaint' ? division.division : `${division.division}-${division.opinionType}`).map((row, n) => {
    const answer = answered(String(row.receivedAt), n, figures);
    const isComplaint = division.opinionType === 'complaint';
    return notIn2023({
      ...row,
      closedAt: after(answer.answeredAt ?? String(row.receivedAt), 1 + ((n * 13) % 12)),
      ...answer,
      ...(isComplaint ? cause(figures.causes, n) : {}),
      ...(isComplaint
        ? { complaintOutcome: pick(['deficiency', 'partly', 'none', 'deficiency'] as const, n), affectedGender: pick(['woman', 'man', 'woman'] as const, n) }
        : {}),
    });
  });

function deviations(year: number, { deviations: told, causes, lexMaria }: OtherYear): readonly ImportInput[] {
  const all = told.flatMap(({ type, law, count }) => Array.from({ length: count }, () => ({ type, law })));
  const rows = all.map(({ type, law }, n): ImportInput => {
    const receivedAt = dayIn(year, n, all.length);
    return {
      externalId: ids(year, 'avvikelse', n),
      kind: 'deviation',
      unit: pick(law === 'LSS' ? lssUnits : carers, n),
      receivedAt,
      investigatedAt: after(receivedAt, 6 + (n % 9)),
      closedAt: after(receivedAt, 20 + ((n * 7) % 25)),
      source: 'staff',
      lawAreas: [law],
      eventClass: pick(['adverseEvent', 'nearMiss', 'adverseEvent', 'risk'] as const, n),
      deviationType: type,
      severity: 1 + (n % 3),
      ...cause(causes, n),
    };
  });
  return [
    ...rows,
    ...rows
      .filter(({ lawAreas }) => lawAreas?.includes('HSL'))
      .slice(0, lexMaria)
      .map((parent, n) => mariaOf(parent, year, n)),
  ].map(notIn2023);
}

/** A lex Maria that a deviation gave rise to: the two share the event, and count once each in their own table. */
const mariaOf = ({ externalId, unit, receivedAt }: ImportInput, year: number, n: number): ImportInput => {
  const raised = after(String(receivedAt), 2);
  return {
    externalId: ids(year, 'lex-maria', n),
    kind: 'lexMaria',
    unit: unit ?? null,
    receivedAt: raised,
    parentExternalId: externalId,
    hslOutcome: 'seriousCareInjury',
    outcomeAt: after(raised, 5),
    ivoSentAt: after(raised, 6),
    closedAt: after(raised, 50),
    source: 'staff',
    lawAreas: ['HSL'],
  };
};

function lexSarah(year: number, { lexSarah: told }: OtherYear): readonly ImportInput[] {
  const all = told.flatMap(({ count, ...group }) => Array.from({ length: count }, () => group));
  return all.map(({ division, kind, outcome }, n) => {
    const receivedAt = dayIn(year, n, all.length);
    const outcomeAt = after(receivedAt, 22 + ((n * 7) % 20));
    return notIn2023({
      externalId: ids(year, `lex-sarah-${division}`, n),
      kind: 'lexSarah',
      unit: pick(socialUnits[division], n),
      receivedAt,
      closedAt: after(outcomeAt, 15),
      source: 'staff',
      lawAreas: ['SoL'],
      lexSarahKinds: [kind],
      ...(kind === 'other' ? { lexSarahKindOther: 'Fördröjd remiss' } : {}),
      // An outcome that shall be notified was notified (SoL 27 kap. 6 §, SoL (2001:453) 14 kap. 7 §).
      ...(outcome === null ? {} : { outcome, outcomeAt, ...(shallBeNotified({ outcome }) ? { ivoSentAt: outcomeAt } : {}) }),
    });
  });
}

/** Nobody said which unit it was about: it counts for the board alone. */
const withoutUnit = (year: number): readonly ImportInput[] => [
  {
    externalId: ids(year, 'utan-enhet', 0),
    kind: 'complaint',
    unit: null,
    receivedAt: `${year}-04-11`,
    closedAt: `${year}-05-09`,
    opinionType: 'complaint',
    source: 'resident',
    categories: ['accessibility'],
  },
];

const times = ['answeredAt', 'investigatedAt', 'outcomeAt', 'ivoSentAt', 'closedAt'] as const;

/** What would reach into 2023 ended on the last day of 2022 instead. */
const notIn2023 = (row: ImportInput): ImportInput => ({
  ...row,
  ...Object.fromEntries(times.flatMap((name) => (String(row[name] ?? '').startsWith('2023') ? [[name, '2022-12-30']] : []))),
});
