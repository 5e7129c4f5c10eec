import type { RecordService } from '#case-service/record-service';
import { refuse } from '#domain/errors';
import type { Actor } from '#domain/org/actor';
import { recordStream } from '#domain/record-types';
import { seesRecord } from '#domain/records/decide';
import type { Asking } from '#domain/records/record-command';
import type { AnyRecordType } from '#domain/records/record-type';
import type { Draft, Drafts } from '#event-store/drafts';
import type { Sent } from '../forms/sent-form.js';
import { type FormBody, listOf, textOf } from '../frame/request.js';
import { givenBy, recordFields } from './record-forms.js';

/** Half-filled forms of a record: stored for the person, shown to them alone, deleted when the command is accepted. */
export class RecordDrafts {
  constructor(
    private readonly drafts: Drafts,
    private readonly records: RecordService,
  ) {}

  /** This person's drafts, by command. For a record that the person has already been let into. */
  of({ person }: Actor, type: AnyRecordType, id: string): Promise<ReadonlyMap<string, Draft>> {
    return person === null ? Promise.resolve(new Map()) : this.drafts.of(recordStream(type, id), person);
  }

  /** Saves the form; an empty one deletes the draft. @throws Refusal notFound for a record that this person may not see */
  async keep(asking: Asking, type: AnyRecordType, id: string, body: FormBody, savedAt: string): Promise<Sent> {
    const { person } = asking.actor;
    const state = await this.records.load(type, id);
    if (person === null || state === null || !seesRecord(type, state, asking)) return refuse('notFound');
    const command = givenBy(type, textOf(body, '_type')) ?? refuse('badShape');
    const filled = recordFields(command).flatMap(({ name, as }) => {
      const value = as === 'choices' ? listOf(body, name) : textOf(body, name);
      return value.length === 0 ? [] : [[name, value] as const];
    });
    if (filled.length === 0) return this.drop(asking.actor, type, id, command.name);
    const version = Number(textOf(body, '_version')) || state.version;
    const kept = await this.drafts.keep(recordStream(type, id), person, { form: command.name, savedAt, version, fields: Object.fromEntries(filled) });
    if (kept) return { done: true };
    return {
      done: false,
      status: 422,
      tried: { command: command.name, body, title: 'Utkast kan inte sparas här. Skicka, eller skriv av texten.', faults: [] },
    };
  }

  /** Saves the forms that were sent along with another and have something in them. */
  async keepBegun(asking: Asking, type: AnyRecordType, id: string, forms: readonly FormBody[], savedAt: string): Promise<void> {
    const isBegun = (body: FormBody) => Object.entries(body).some(([name, value]) => !name.startsWith('_') && value !== undefined && value.length > 0);
    for (const form of forms) if (givenBy(type, textOf(form, '_type')) !== undefined && isBegun(form)) await this.keep(asking, type, id, form, savedAt);
  }

  async drop({ person }: Actor, type: AnyRecordType, id: string, form: string): Promise<Sent> {
    if (person !== null) await this.drafts.drop(recordStream(type, id), person, form);
    return { done: true };
  }
}
