import { formNameOf, type Refusal } from '#domain/errors';
import { type OrganisationChanges, organisationChanges } from '#organisation/change.schema';
import { organisationTexts as texts } from '#text/organisation';
import type { Fault } from '#ui/error-summary';
import type { FieldModel } from '#ui/field';
import { type FormBody, textOf } from '../frame/request.js';

type One = [OrganisationChanges[number], ...OrganisationChanges];

/** The name of a field in the form, where the change has another. */
const fieldNames: Readonly<Record<string, readonly string[]>> = {
  role: ['post', 'delegation'],
  why: ['because'],
  period: ['count'],
  kind: ['delegation'],
  list: ['entry'],
  division: ['entry'],
  code: ['entry'],
};

const placed = (fields: readonly FieldModel[], name: string): string => {
  const known = (one: string | undefined) => one !== undefined && fields.some((field) => field.name === one);
  return [name, ...(fieldNames[name] ?? [])].find(known) ?? fields[0]?.name ?? name;
};

/** The change, or what is wrong with it: empty fields that are needed first, each once. */
export function asChanges(
  change: Record<string, unknown>,
  fields: readonly FieldModel[],
  body: FormBody,
): { readonly changes: One | null; readonly faults: readonly Fault[] } {
  const empty = fields
    .filter(({ name, required }) => required && textOf(body, name) === '')
    .map(({ name, label }) => ({ field: name, text: needed(name, label) }));
  if (empty.length > 0) return { changes: null, faults: empty };
  const parsed = organisationChanges.safeParse({ changes: [change] });
  if (parsed.success) return { changes: parsed.data.changes as unknown as One, faults: [] };
  const faults = parsed.error.issues.map(({ path, message }) => ({ field: placed(fields, String(path.at(-1) ?? '')), text: message }));
  return { changes: null, faults };
}

const needed = (name: string, label: string): string => (name === 'reason' ? texts.noWhy : `Fyll i: ${label.replace(/\?$/, '')}`);

/** What the register refused, each at its field. */
export const faultsOf = (refusal: Refusal, fields: readonly FieldModel[]): readonly Fault[] =>
  refusal.missing.map((lack) => ({ field: placed(fields, formNameOf(lack)), text: lack.text }));
