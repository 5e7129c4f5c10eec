import { randomUUID } from 'node:crypto';
import { type CaseService, commandIdOf } from '#case-service/case-service';
import type { ExistingCase } from '#domain/case/case';
import { commandSchemas, type PublicCommand } from '#domain/case/commands.schema';
import { actingRole } from '#domain/case/roles-in';
import type { Role } from '#domain/codes/roles';
import { Refusal, refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { type Actor, personActor } from '#domain/org/actor';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Clock } from '#platform/clock';
import { texts } from '#text/pages';
import { longMoment } from '#ui/deadline';
import type { Fault } from '#ui/error-summary';
import type { FieldModel } from '#ui/field';
import { valuesOf } from '../frame/form-values.js';
import { type FormBody, textOf } from '../frame/request.js';
import { formFields } from './command-forms.js';
import type { Sent } from './sent-form.js';

/** Runs commands for pages: a form's body as a command, and its result. */
export class CommandDoor {
  constructor(
    private readonly cases: CaseService,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal notFound for a case that does not exist or that this person may not see */
  async send(actor: Actor, id: string, body: FormBody): Promise<Sent> {
    const name = textOf(body, '_type');
    if (!isCommandName(name)) return refuse('badShape');
    const state = await this.cases.load(id);
    if (!state.exists) refuse('notFound');
    const refused = (title: string, faults: readonly Fault[], status = 422): Sent => ({ done: false, status, tried: { command: name, body, title, faults } });
    const fields = formFields(name, state);
    const unsaid = fields.filter((field) => field.mustBeSaid === true && textOf(body, field.name) === '');
    const values = { ...valuesOf(fields, body), ...this.#held(name, body, state) };
    const parsed = commandSchemas[name].safeParse({ type: name, ...values });
    if (unsaid.length > 0 || !parsed.success) {
      const faults = [
        ...unsaid.map(({ name: field }) => ({ field, text: unanswered(fields, field) })),
        ...(parsed.error?.issues ?? []).map((issue) => {
          const field = issue.path.join('.');
          return { field, text: textOf(body, field) === '' ? unanswered(fields, field) : issue.message };
        }),
      ];
      return refused(texts.case.missing, faults);
    }
    try {
      await this.cases.execute(actor, id, parsed.data, {
        commandId: commandIdOf(actor, textOf(body, '_key') || randomUUID()),
        ifMatch: Number(textOf(body, '_version')) || undefined,
      });
      return { done: true };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'notFound') throw error;
      if (error.code === 'idempotencyKeyReused') {
        const first = await this.cases.takenIn(commandIdOf(actor, textOf(body, '_key')));
        return refused(texts.case.twice(first === null ? '' : longMoment(first.at)), [], 409);
      }
      const sent = refused(
        error.code === 'movedOn' ? texts.case.conflict : error.title,
        error.missing,
        error.status === 412 ? 409 : error.status === 403 ? 403 : 422,
      );
      return error.code === 'movedOn' && !sent.done ? { ...sent, tried: { ...sent.tried, since: Number(textOf(body, '_version')) } } : sent;
    }
  }

  /** Values that a form sends without asking: the next stage, and the post by which the chosen person takes the case. */
  #held(name: PublicCommand['type'], body: FormBody, state: ExistingCase): Record<string, unknown> {
    if (name === 'AdvanceCase') return { to: textOf(body, 'to') };
    if (name !== 'AssignCase') return {};
    const as = roleOfHandler(textOf(body, 'person'), state, this.register, stockholmDate(this.clock.now().toISOString()));
    return as === null ? {} : { as };
  }
}

/** By its label, which is what the person reads; a field that the form does not show has none. */
const unanswered = (fields: readonly FieldModel[], name: string): string => {
  const label = fields.find((field) => field.name === name)?.label;
  return label === undefined ? 'Fyll i eller välj något här' : `Svara på: ${label}`;
};

/** The post by which a person takes a case; null for one who holds none. */
export function roleOfHandler(person: string, state: ExistingCase, register: OrganisationRegister, today: string): Role | null {
  const chosen = register.holders(today).find((holder) => holder.id === person);
  return chosen === undefined ? null : actingRole(personActor(chosen.id, chosen.posts), state, register.organisation, today);
}

export const isCommandName = (name: string): name is PublicCommand['type'] => Object.hasOwn(commandSchemas, name);
