import { contactLine, type Municipality } from '#domain/org/municipality';
import { settingSchemas } from '#domain/org/settings.schema';
import { municipalityTexts as said } from '#text/municipality';
import type { Fault } from '#ui/error-summary';
import type { FieldModel } from '#ui/field';
import { FILES } from '#ui/files-field';
import { type FormBody, textOf } from '../frame/request.js';

const needed: readonly string[] = ['name', 'phone', 'reason'];

/** The fields that are typed, in the order of the page. The crest is beside them. */
export const fields: readonly FieldModel[] = Object.entries(said.fields).map(([name, { label, ...more }]) => ({
  name,
  label,
  ...more,
  as: name === 'reason' ? 'words' : 'short',
  options: [],
  required: needed.includes(name),
}));

/** The form as it stands before anything is typed. */
export const formOf = (municipality: Municipality | null): FormBody => ({
  name: municipality?.name,
  phone: municipality?.phone,
  email: municipality?.email ?? undefined,
  address: municipality?.address ?? undefined,
  dataProtection: municipality?.dataProtection ?? undefined,
  statement: municipality?.statement ?? undefined,
  colour: municipality?.colour ?? undefined,
  crest: nameOf(municipality?.crest ?? null),
});

/** A crest in a hidden field: what is chosen stays chosen when something else has to be mended. */
export const nameOf = (crest: Municipality['crest']): string => (crest === null ? '' : `${crest.sha256}.${crest.type}`);

export function crestIn(body: FormBody): Municipality['crest'] {
  const [, sha256, type] = /^([0-9a-f]{64})\.(svg|png)$/.exec(textOf(body, 'crest')) ?? [];
  return sha256 === undefined ? null : { sha256, type: type as 'svg' | 'png' };
}

/** What was typed as the municipality, or what is wrong with it, each fault at its field. */
export function municipalityIn(body: FormBody): { readonly municipality: Municipality | null; readonly faults: readonly Fault[] } {
  const orNull = (name: string) => (textOf(body, name) === '' ? null : textOf(body, name));
  const typed = {
    name: textOf(body, 'name'),
    phone: textOf(body, 'phone'),
    email: orNull('email'),
    address: orNull('address'),
    dataProtection: orNull('dataProtection'),
    statement: orNull('statement'),
    colour: orNull('colour')?.toLowerCase() ?? null,
    crest: crestIn(body),
  };
  const parsed = settingSchemas.municipality.safeParse(typed);
  const faults = (parsed.error?.issues ?? []).map(({ path, message }) => ({ field: path[0] === 'crest' ? FILES : String(path[0]), text: message }));
  const noReason = textOf(body, 'reason') === '' ? [{ field: 'reason', text: 'Skriv varför' }] : [];
  const first = faults.filter(({ field }, n) => faults.findIndex((fault) => fault.field === field) === n);
  return { municipality: parsed.data ?? null, faults: [...first, ...noReason] };
}

/** Whether two say the same. */
export const isSame = (one: Municipality | null, other: Municipality): boolean =>
  one !== null &&
  contactLine(one) === contactLine(other) &&
  (['address', 'dataProtection', 'statement', 'colour'] as const).every((field) => one[field] === other[field]) &&
  nameOf(one.crest) === nameOf(other.crest);
