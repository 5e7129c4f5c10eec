import { hslDeviationTypes } from '#domain/codes/deviation-types';
import { isDay } from '#domain/days';
import { formNameOf } from '#domain/errors';
import { startOfDay } from '#domain/law/calendar';
import { lexMariaReportTexts as said } from '#text/lex-maria-report';
import { staffReportTexts } from '#text/staff-report';
import type { Fault } from '#ui/error-summary';
import { type FieldModel, type Option, optionsOf } from '#ui/field';
import { type FormBody, textOf } from '../frame/request.js';
import { askedBy } from './asked-field.js';
import { offeredOn } from './codes-offered.js';

const field = askedBy(said.fields);

const byName = (a: Option, b: Option): number => a.label.localeCompare(b.label, 'sv');

/** An event that only might have gone wrong is no lex Maria; the rest of the classes are in the reporter's words. */
const { nearMiss, adverseEvent } = staffReportTexts.events;
const classes: readonly Option[] = Object.entries({ adverseEvent, nearMiss }).map(([value, label]) => ({ value, label }));

export const lexMariaFields = (units: readonly Option[], today: string): readonly FieldModel[] => [
  field('unit', 'choice', true, units),
  field('what', 'words', true),
  field('reasons', 'words', true),
  field('eventClass', 'choice', true, classes),
  field('deviationType', 'choice', true, offeredOn(today, 'deviationType', optionsOf(hslDeviationTypes).toSorted(byName), [])),
  field('occurredDay', 'date', true),
  field('knownDay', 'date', false),
  field('immediateActions', 'words', true),
  field('affected', 'short', false),
];

/** What is not said, in the order of the form. */
export const unsaidIn = (fields: readonly FieldModel[], body: FormBody): readonly Fault[] =>
  fields.filter(({ name, required }) => required && textOf(body, name) === '').map(({ name, label }) => ({ field: name, text: said.lack(label) }));

const instantOf = (day: string): string => (isDay(day) ? startOfDay(day) : day);

/** The deviation, and the conversion that follows it. */
export function lexMariaFrom(body: FormBody): Record<string, unknown> {
  const [affected, known] = [textOf(body, 'affected'), textOf(body, 'knownDay')];
  return {
    kind: 'deviation',
    lawAreas: ['HSL'],
    unit: textOf(body, 'unit'),
    what: textOf(body, 'what'),
    eventClass: textOf(body, 'eventClass'),
    deviationType: textOf(body, 'deviationType'),
    occurredAt: instantOf(textOf(body, 'occurredDay')),
    occurredPrecision: 'day',
    immediateActions: textOf(body, 'immediateActions'),
    ...(known === '' ? {} : { noticedAt: instantOf(known) }),
    ...(affected === '' ? {} : { affected: { name: affected }, affects: 'individual' }),
    followedBy: [{ type: 'ConvertCase', to: 'lexMaria', reasons: textOf(body, 'reasons'), ...(known === '' ? {} : { knownAt: instantOf(known) }) }],
  };
}

const renamed: Readonly<Record<string, string>> = { occurredAt: 'occurredDay', noticedAt: 'knownDay', knownAt: 'knownDay', name: 'affected' };

/** The faults of the report and of the conversion, by the fields of the form, each once. */
export function lexMariaFaults(faults: readonly Fault[]): readonly Fault[] {
  const named = faults.map(({ field: of, text }) => ({ field: renamed[formNameOf({ field: of })] ?? formNameOf({ field: of }), text }));
  return named.filter((one, n) => named.findIndex(({ field: of }) => of === one.field) === n);
}
