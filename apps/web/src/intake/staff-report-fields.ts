import { channels } from '#domain/codes/channels';
import { complaintCategories } from '#domain/codes/complaint-categories';
import { deviationTypes, hslDeviationTypes, solLssDeviationTypes } from '#domain/codes/deviation-types';
import { opinionTypes } from '#domain/codes/opinion-types';
import { sources } from '#domain/codes/sources';
import { staffReportTexts as said } from '#text/staff-report';
import { type FieldModel, type Option, optionsOf } from '#ui/field';
import { askedBy, asOptions } from './asked-field.js';

/** The four doors of the staff's report, as they stand in the address. */
export const doors = ['direkt', 'avvikelse', 'missforhallande', 'klagomal'] as const;
export type Door = (typeof doors)[number];
export const isDoor = (name: string): name is Door => doors.some((door) => door === name);

export interface Lists {
  /** Units that the person works at: suggested, and confirmed. */
  readonly own: readonly Option[];
  readonly units: readonly Option[];
  readonly entries: readonly Option[];
  readonly ownSources: readonly Option[];
}

/** A field of the report; `big` ones are drawn as large choices, side by side where they are short. */
export type ReportField = FieldModel & { readonly big?: 'long' | 'short' };

export interface AskedFields {
  /** What everybody answers, in order: six at most. */
  readonly first: readonly ReportField[];
  /** What is asked after whom it comes from, how they want the answer and whom it concerns; empty where nobody else has spoken. */
  readonly afterwards: readonly ReportField[];
  /** What can be given now, or be asked for later by the receiver. */
  readonly more: readonly ReportField[];
}

const yesNo: readonly Option[] = [
  { value: 'true', label: 'Ja' },
  { value: 'false', label: 'Nej' },
];
const field = askedBy(said.fields);
const big = (name: keyof typeof said.fields, required: boolean, options: readonly Option[], size: 'long' | 'short' = 'short'): ReportField => ({
  ...field(name, options === yesNo ? 'yesNo' : 'choice', required, options),
  big: size,
});

const laws = field('lawAreas', 'choices', true, asOptions(said.laws));
const what = field('what', 'words', true);
const done = field('immediateActions', 'words', true);
const when = big('when', false, asOptions(said.when));
const chief = big('concernsChief', false, yesNo);
const affected = field('affected', 'short', false);
/** A type that both lists have, and that says the least: last, under no heading. */
const OTHER = 'other';
const byName = (a: Option, b: Option): number => a.label.localeCompare(b.label, 'sv');
const under = (group: string, list: Parameters<typeof optionsOf>[0]): readonly Option[] =>
  optionsOf(list.filter(({ code }) => code !== OTHER))
    .toSorted(byName)
    .map((option) => ({ ...option, group }));
/** By the law that they are under, and by name. */
const typesByName: readonly Option[] = [
  ...under(said.typesOf.HSL, hslDeviationTypes),
  ...under(said.typesOf.social, solLssDeviationTypes),
  ...optionsOf(deviationTypes.filter(({ code }) => code === OTHER)),
];

/** The fields of each kind of report. Severity and cause are never the reporter's to judge. The place comes first, in every kind. */
export function staffFields(door: Door, lists: Lists): AskedFields {
  switch (door) {
    case 'direkt':
      return { first: [laws, what, { ...done, label: 'Vad gjorde du?' }], afterwards: [], more: [] };
    case 'avvikelse':
      return {
        first: [laws, what, when, done, chief],
        afterwards: [],
        more: [field('eventClass', 'choice', false, asOptions(said.events)), field('deviationType', 'choice', false, typesByName), affected],
      };
    case 'missforhallande':
      return {
        first: [what, when, done, chief, big('inOwnName', true, yesNo)],
        afterwards: [],
        more: [{ ...laws, required: false }, affected, field('title', 'short', false)],
      };
    case 'klagomal':
      return complaintFields(lists);
    default:
      return door satisfies never;
  }
}

/** The reporter and the person it comes from are two. */
function complaintFields({ entries, ownSources }: Lists): AskedFields {
  const from = optionsOf(sources).filter(({ value }) => value !== 'local' || ownSources.length > 0);
  const about = optionsOf(complaintCategories).filter(({ value }) => value !== 'other' || entries.length > 0);
  return {
    first: [
      { ...field('said', 'words', true), name: 'what' },
      big('opinionType', true, optionsOf(opinionTypes)),
      field('source', 'choice', true, from),
      field('teller', 'short', false),
    ],
    afterwards: [field('immediateActions', 'words', false), big('handledAtOnce', false, yesNo)],
    more: [
      field('categories', 'choices', false, about),
      ...(entries.length === 0 ? [] : [field('categoryOther', 'choice', false, entries)]),
      field('channel', 'choice', false, optionsOf(channels)),
      field('occurredAt', 'day', false),
      ...(ownSources.length === 0 ? [] : [field('sourceName', 'choice', false, ownSources)]),
    ],
  };
}
