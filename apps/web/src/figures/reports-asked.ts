import { Refusal } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { treesOf, unitCounted } from '#domain/org/trees';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { ReadCore } from '#read-model/read-core';
import { type Period, periodBefore, yearBefore } from '#read-model/reports/periods';
import { type ReportTable, runReport } from '#read-model/reports/run';
import type { Option } from '#ui/field';
import { type FormBody, textOf } from '../frame/request.js';

/** @throws Refusal unitNotValid for a unit of another tree than the person's */
export function ofOwnTree(query: FormBody, actor: Actor, register: OrganisationRegister, today: string): FormBody {
  const unit = unitCounted(textOf(query, 'unit') || undefined, actor.posts, register.organisation, today);
  return { ...query, ...(unit === undefined ? {} : { unit }) };
}

/** Units whose figures the person may ask for, as choices. */
export function unitsCounted(actor: Actor, { organisation }: OrganisationRegister, today: string): readonly Option[] {
  const trees = treesOf(actor.posts, organisation, today);
  return organisation
    .at(today)
    .filter((unit) => trees.includes(organisation.rootOf(unit.code, today)?.code ?? ''))
    .map((unit) => ({ value: unit.code, label: `${'\u2003'.repeat(organisation.ancestors(unit.code, today).length)}${unit.name}` }));
}

export const nameOfUnit = ({ organisation }: OrganisationRegister, code: string, now: string): string => organisation.nameOf(code, stockholmDate(now));

/** The same table of an earlier period, as known at the same position; null where the unit did not exist then. */
export async function earlierTable(
  core: ReadCore,
  table: ReportTable,
  query: FormBody,
  compare: 'previous' | 'year',
  now: string,
): Promise<ReportTable | null> {
  const earlier: Period = (compare === 'year' ? yearBefore : periodBefore)(table.scope);
  try {
    return await runReport(core, table.id, { ...query, ...earlier, asOf: `position:${table.scope.position}` }, now);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unitNotValid') return null;
    throw error;
  }
}
