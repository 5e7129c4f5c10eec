import { type FormBody, textOf } from '../frame/request.js';

/*
 * How the one who speaks up wants the answer, and whom the matter concerns: the same fields in the public's form and in the staff's. The rules
 * are those of the report's schema.
 */

export const answerFields: readonly string[] = ['answerBy', 'email', 'phone', 'letter'];
export const concernedFields: readonly string[] = ['concerned', 'concernedName'];

/** The ways that need somewhere to send the answer. */
export type AddressedWay = 'email' | 'phone' | 'letter';
const addressed: readonly AddressedWay[] = ['email', 'phone', 'letter'];

/** Where an answer is sent, by the chosen way. */
export const wayOf = (body: FormBody): AddressedWay | undefined => addressed.find((way) => way === textOf(body, 'answerBy'));

/** The chosen way as the report has it; undefined where none is chosen. */
export function answerFrom(body: FormBody): { readonly by: string; readonly to?: string } | undefined {
  const way = wayOf(body);
  if (way !== undefined) return { by: way, to: textOf(body, way) };
  const by = textOf(body, 'answerBy');
  return by === '' ? undefined : { by };
}

/** Whom it concerns as the report has it; undefined where it is not known. */
export function affectedFrom(body: FormBody): { readonly self: true } | { readonly name: string } | undefined {
  const name = textOf(body, 'concernedName');
  switch (textOf(body, 'concerned')) {
    case 'self':
      return { self: true };
    case 'other':
      return name === '' ? undefined : { name };
    default:
      return undefined;
  }
}

/** The field of the form in which a fault of the report is mended. */
export function formFieldOf(field: string, body: FormBody): string {
  if (field === 'answer.to') return wayOf(body) ?? 'answerBy';
  if (field === 'answer.by' || field === 'answer') return 'answerBy';
  if (field === 'affected.name') return 'concernedName';
  return field === 'affected' ? 'concerned' : field === 'reporter.name' || field === 'reporter' ? 'teller' : field;
}
