import { faultOfDay, isDay } from '#domain/days';
import { isEmailAddress } from '#domain/email';
import { startOfDay } from '#domain/law/calendar';
import type { PublicReportWords, PublicStep } from '#text/public-report';
import type { Fault } from '#ui/error-summary';
import type { Option } from '#ui/field';
import { MOST_WORDS } from '../attachments/cut-forms.js';
import { type FormBody, listOf, textOf } from '../frame/request.js';
import { affectedFrom, answerFields, answerFrom, concernedFields, formFieldOf, wayOf } from './who-spoke.js';

/** The steps in their order, with their fields. */
export const steps: readonly PublicStep[] = ['vad', 'var', 'hande', 'vem', 'svar', 'granska'];
const fieldsOf: Readonly<Record<PublicStep, readonly string[]>> = {
  vad: ['opinionType'],
  var: ['atPlats', 'unit', 'where'],
  hande: ['what', 'isSuggestion', 'day', 'categories'],
  vem: ['source', ...concernedFields],
  svar: answerFields,
  granska: [],
};
/** `plats` is the unit of a poster's code; it never changes. */
const carried: readonly string[] = ['plats', ...steps.flatMap((step) => fieldsOf[step])];

export const isStep = (name: string): name is PublicStep => steps.some((step) => step === name);

/** The fields of other steps, as hidden fields. */
export const carriedPast = (step: PublicStep, body: FormBody): readonly (readonly [string, string])[] =>
  carried.filter((name) => !fieldsOf[step].includes(name)).flatMap((name) => listOf(body, name).map((value) => [name, value] as const));

/**
 * All answers when a step has been sent: its own as just typed, the others as they are stored. The hidden fields of the others
 * may be older, and are used only where nothing is stored.
 */
export function answersAfter(step: PublicStep, body: FormBody, kept: FormBody): FormBody {
  const all = ['_key', ...carried].map((name) => [name, fieldsOf[step].includes(name) ? body[name] : (kept[name] ?? body[name])] as const);
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** The unit in the address, if there is one; an unknown code is ignored. */
export const placeOf = (body: FormBody, units: readonly Option[]): Option | null => units.find(({ value }) => value === textOf(body, 'plats')) ?? null;

/** The unit that was chosen; null where the person does not know. */
export function unitOf(body: FormBody, units: readonly Option[]): Option | null {
  const place = placeOf(body, units);
  if (place !== null && textOf(body, 'atPlats') === 'yes') return place;
  if (place !== null && textOf(body, 'atPlats') === 'unknown') return null;
  return units.find(({ value }) => value === textOf(body, 'unit')) ?? null;
}

/** What stops this step, in the order of its fields. What only the decision can tell comes when the report is sent. */
export function faultsOf(step: PublicStep, body: FormBody, { lacks }: PublicReportWords, units: readonly Option[], today: string): readonly Fault[] {
  const unsaid = (field: string, text: string, holds: boolean): readonly Fault[] => (holds ? [] : [{ field, text }]);
  const way = wayOf(body);
  const to = way === undefined ? '' : textOf(body, way);
  switch (step) {
    case 'vad':
      return unsaid('opinionType', lacks.opinionType, ['complaint', 'opinion', 'praise'].includes(textOf(body, 'opinionType')));
    case 'var':
      return unsaid('atPlats', lacks.plats, placeOf(body, units) === null || textOf(body, 'atPlats') !== '');
    case 'hande':
      return [
        ...unsaid('what', lacks.what, textOf(body, 'what') !== ''),
        ...unsaid('what', lacks.tooLong, textOf(body, 'what').length <= MOST_WORDS),
        ...dayFaults(textOf(body, 'day'), lacks.day, today),
      ];
    case 'svar':
      if (way === undefined) return unsaid('answerBy', lacks.answerBy, ['code', 'none'].includes(textOf(body, 'answerBy')));
      if (to === '') return [{ field: way, text: lacks[way] }];
      return unsaid(way, lacks.badEmail, way !== 'email' || isEmailAddress(to));
    case 'vem':
    case 'granska':
      return [];
    default:
      return step satisfies never;
  }
}

/** An invalid day is reported as such; only a valid one can be reported as in the future. */
function dayFaults(day: string, future: string, today: string): readonly Fault[] {
  const fault = day === '' ? null : (faultOfDay(day) ?? (day > today ? future : null));
  return fault === null ? [] : [{ field: 'day', text: fault }];
}

/** The first step that stops the report, with its faults. */
export function stoppedAt(body: FormBody, words: PublicReportWords, units: readonly Option[], today: string) {
  for (const step of steps) {
    const faults = faultsOf(step, body, words, units, today);
    if (faults.length > 0) return { step, faults };
  }
  return null;
}

/** The fields as the body of a report (POST /api/cases). */
export function reportFrom(body: FormBody, units: readonly Option[]): Record<string, unknown> {
  const said = (name: string) => (textOf(body, name) === '' ? undefined : textOf(body, name));
  const day = said('day');
  const categories = listOf(body, 'categories');
  return defined({
    kind: 'complaint',
    opinionType: said('opinionType') === 'opinion' && said('isSuggestion') === 'true' ? 'suggestion' : said('opinionType'),
    unit: unitOf(body, units)?.value ?? null,
    where: said('where'),
    what: said('what'),
    occurredAt: day === undefined ? undefined : isDay(day) ? startOfDay(day) : day,
    occurredPrecision: day === undefined ? undefined : 'day',
    categories: categories.length === 0 ? undefined : categories,
    source: said('source'),
    affected: affectedFrom(body),
    answer: answerFrom(body),
  });
}

const defined = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** The faults found by the decision, by the field of the form, and the step of the first. */
export function stoppedBy(faults: readonly Fault[], body: FormBody): { readonly step: PublicStep; readonly faults: readonly Fault[] } {
  const named = faults.map((fault) => ({ ...fault, field: fault.field === 'occurredAt' ? 'day' : formFieldOf(fault.field, body) }));
  const step = steps.find((one) => named.some(({ field }) => fieldsOf[one].includes(field))) ?? 'hande';
  return { step, faults: named };
}
