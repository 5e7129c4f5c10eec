import type { z } from 'zod';
import type { ReportAnswer } from '#case-service/answers';
import { type CaseService, commandIdOf } from '#case-service/case-service';
import { reportCase } from '#domain/case/commands.schema';
import { Refusal } from '#domain/errors';
import { type Actor, anonymous } from '#domain/org/actor';
import { treesOf } from '#domain/org/trees';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { longMoment } from '#ui/deadline';
import type { Fault } from '#ui/error-summary';
import type { Option } from '#ui/field';

export type Reported = ReportAnswer & { readonly receiptCode: string };
/** The same form has been sent before with other words: what it became then, and when. */
export interface Again {
  readonly number: string;
  readonly at: string;
}
export type Sent = { readonly faults: readonly Fault[] } | { readonly answer: Reported } | { readonly again: Again };

/** Sends a report from a form: the answer, or every fault that the schema and the decision found. Nothing is lost: the form still has it. */
export async function sendReport(cases: CaseService, actor: Actor, key: string, values: Record<string, unknown>): Promise<Sent> {
  const parsed = reportCase.safeParse({ kind: 'complaint', ...values });
  if (!parsed.success) return { faults: faultsOf(parsed.error) };
  try {
    return { answer: await cases.report(actor, parsed.data, { commandId: (sender) => commandIdOf(sender, key) }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'idempotencyKeyReused') return { again: await firstOf(cases, actor, key) };
    return { faults: error.missing.length > 0 ? error.missing : [{ field: 'what', text: error.title }] };
  }
}

/** An anonymous report has a key of its own, whoever sent it. */
async function firstOf(cases: CaseService, actor: Actor, key: string): Promise<Again> {
  const first = (await cases.takenIn(commandIdOf(actor, key))) ?? (await cases.takenIn(commandIdOf(anonymous, key)));
  return { number: first?.number ?? '', at: first === null ? '' : longMoment(first.at) };
}

/** The faults of a schema, as faults of the form. */
const faultsOf = (error: z.ZodError): readonly Fault[] => error.issues.map((issue) => ({ field: issue.path.join('.'), text: issue.message }));

/** Units on the day: those of the trees in which the reporter works, for the public the municipality's. */
export function unitOptions(register: OrganisationRegister, actor: Actor, today: string): readonly Option[] {
  const { organisation } = register;
  const trees = treesOf(actor.posts, organisation, today);
  return organisation
    .at(today)
    .filter((unit) => unit.level === 'unit' && trees.includes(organisation.rootOf(unit.code, today)?.code ?? ''))
    .map((unit) => ({ value: unit.code, label: unit.name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'sv'));
}

/** Entries of a local list, those of the person's own divisions while the unit is not known. */
export const entryOptions = (register: OrganisationRegister, list: 'categoryOther' | 'sourceName', today: string): readonly Option[] =>
  register.entriesOn(list, today).map((entry) => ({ value: entry.code, label: entry.label }));
