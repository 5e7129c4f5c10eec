import { randomUUID } from 'node:crypto';
import { type CaseService, commandIdOf } from '#case-service/case-service';
import type { RecordService } from '#case-service/record-service';
import { visible } from '#domain/case/visible';
import { NO_CASE } from '#domain/case/wall';
import { Refusal, refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { seesRecord } from '#domain/records/decide';
import type { AnyRecordType } from '#domain/records/record-type';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { caseByNumber } from '#read-model/cases-named';
import { recordByNumber } from '#read-model/record-list';
import { texts } from '#text/pages';
import { longMoment } from '#ui/deadline';
import type { Fault } from '#ui/error-summary';
import type { Sent } from '../forms/sent-form.js';
import { valuesOf } from '../frame/form-values.js';
import { type FormBody, textOf } from '../frame/request.js';
import { type Giving, givenBy, recordFields } from './record-forms.js';

type Command = { readonly type: string } & Readonly<Record<string, unknown>>;
type Made = { readonly done: true; readonly id: string } | Extract<Sent, { done: false }>;

const NO_RECORD = 'Det finns inget med det numret som du kan se';

/** Runs the forms of records as commands, through the service that the API uses. */
export class RecordDoor {
  constructor(
    private readonly database: Tx,
    private readonly records: RecordService,
    private readonly cases: CaseService,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal notFound for a record that does not exist or that this person may not see */
  async give(actor: Actor, type: AnyRecordType, id: string, body: FormBody): Promise<Sent> {
    const state = await this.records.load(type, id);
    if (state === null || !seesRecord(type, state, this.asking(actor))) refuse('notFound');
    const command = givenBy(type, textOf(body, '_type')) ?? refuse('badShape');
    const ifMatch = Number(textOf(body, '_version')) || undefined;
    return this.#run(actor, command, body, async (given, commandId) => {
      await this.records.execute(actor, type, id, given, { commandId, ifMatch });
      return { done: true };
    });
  }

  async create(actor: Actor, type: AnyRecordType, body: FormBody): Promise<Made> {
    return this.#run<Made>(actor, type.creation, body, async (given, commandId) => {
      const { id } = await this.records.create(actor, type, given, { commandId });
      return { done: true, id };
    });
  }

  asking(actor: Actor) {
    return { actor, organisation: this.register.organisation, today: stockholmDate(this.clock.now().toISOString()) };
  }

  async #run<T>(
    actor: Actor,
    giving: Giving,
    body: FormBody,
    run: (command: Command, commandId: string) => Promise<T>,
  ): Promise<T | Extract<Sent, { done: false }>> {
    const refused = (title: string, faults: readonly Fault[], status = 422, since?: number): Extract<Sent, { done: false }> => ({
      done: false,
      status,
      tried: { command: giving.name, body, title, faults, ...(since === undefined ? {} : { since }) },
    });
    const { values, faults } = await this.#values(actor, giving, body);
    const parsed = giving.schema.safeParse({ type: giving.name, ...values });
    const shape = parsed.success ? [] : parsed.error.issues.map((issue) => faultOf(giving, issue, body));
    const all = [...shape.filter(({ field }) => !faults.some((fault) => fault.field === field)), ...faults];
    if (!parsed.success || all.length > 0) return refused(texts.case.missing, all);
    const commandId = commandIdOf(actor, textOf(body, '_key') || randomUUID());
    try {
      return await run(parsed.data as Command, commandId);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'notFound') throw error;
      if (error.code === 'idempotencyKeyReused') {
        const first = await this.cases.takenIn(commandId);
        return refused(texts.case.twice(first === null ? '' : longMoment(first.at)), [], 409);
      }
      if (error.code === 'movedOn') return refused(movedOn, [], 409, Number(textOf(body, '_version')));
      return refused(
        error.title,
        error.missing.map((lack) => inForm(giving, lack)),
        error.status === 403 ? 403 : 422,
      );
    }
  }

  /** The fields as the schema takes them: a case or another record by the number that was typed. */
  async #values(actor: Actor, giving: Giving, body: FormBody): Promise<{ readonly values: Record<string, unknown>; readonly faults: readonly Fault[] }> {
    const values = valuesOf(recordFields(giving), body);
    const faults: Fault[] = [];
    const { organisation, today } = this.asking(actor);
    for (const [name, field] of Object.entries(giving.form)) {
      if (values[name] === undefined) continue;
      if (field?.of === 'record') {
        const named = await recordByNumber(this.database, this.asking(actor), String(values[name]));
        if (named === null) faults.push({ field: `${giving.name}.${name}`, text: NO_RECORD });
        else values[name] = named.id;
      }
      if (field?.of !== 'case') continue;
      const found = await caseByNumber(this.database, visible(actor, organisation, today), String(values[name]));
      if (found === null) faults.push({ field: `${giving.name}.${name}`, text: NO_CASE });
      else values[name] = found.id;
    }
    return { values, faults };
  }
}

const movedOn = 'Någon annan har ändrat sedan du öppnade sidan. Det du skrev finns kvar. Läs i historiken vad som är nytt och skicka igen.';

/** By the label, which is what the person reads. */
function faultOf(giving: Giving, issue: { readonly path: readonly PropertyKey[]; readonly message: string }, body: FormBody): Fault {
  const name = String(issue.path[0] ?? '');
  const label = giving.form[name]?.label;
  const empty = textOf(body, name) === '';
  return { field: `${giving.name}.${name}`, text: empty ? (label === undefined ? 'Fyll i eller välj något här' : `Svara på: ${label}`) : issue.message };
}

/** A fault of the whole command is shown at its one field where it has one. */
const inForm = ({ name, form }: Giving, { field, text }: Fault): Fault => {
  const fields = Object.keys(form);
  return field === name && fields.length === 1 ? { field: `${name}.${fields[0]}`, text } : { field, text };
};
