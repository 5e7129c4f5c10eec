import { randomUUID } from 'node:crypto';
import type { CommandAnswer, Envelope } from '#case-service/answers';
import { type CaseService, commandIdOf } from '#case-service/case-service';
import { commandsFor } from '#case-view/commands-for';
import { nextStep, stepCommand } from '#case-view/next-step';
import { type StepForm, stepForm } from '#case-view/step-form';
import type { ExistingCase } from '#domain/case/case';
import { commandSchemas, type PublicCommand } from '#domain/case/commands.schema';
import { actingRole } from '#domain/case/roles-in';
import { visible } from '#domain/case/visible';
import { fieldsNaming, NO_CASE } from '#domain/case/wall';
import type { Role } from '#domain/codes/roles';
import { placeOf, Refusal, refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { type Actor, personActor } from '#domain/org/actor';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { caseByNumber } from '#read-model/cases-named';
import { texts } from '#text/pages';
import { longMoment } from '#ui/deadline';
import type { Fault } from '#ui/error-summary';
import type { FieldModel } from '#ui/field';
import { valuesOf } from '../frame/form-values.js';
import { type FormBody, textOf } from '../frame/request.js';
import { filledIn, formFields, isBegun } from './command-forms.js';
import { pageStatus, type Sent, STEP, type Tried } from './sent-form.js';

type Name = PublicCommand['type'];
/** What a form holds, as a command; or what keeps it from being one. */
type Read = { readonly command: PublicCommand } | { readonly faults: readonly Fault[] };

/** A part of the form of the step: a command, what is not one yet, or nothing that anybody has written. */
type ReadPart =
  | { readonly is: 'read'; readonly command: PublicCommand; readonly leg: number }
  | { readonly is: 'unread'; readonly faults: readonly Fault[] }
  | { readonly is: 'empty'; readonly lacks: readonly Fault[] };

/** Runs commands for pages: a form's body as a command, and its result. */
export class CommandDoor {
  constructor(
    private readonly database: Tx,
    private readonly cases: CaseService,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal notFound for a case that does not exist or that this person may not see */
  async send(actor: Actor, id: string, body: FormBody): Promise<Sent> {
    const name = textOf(body, '_type');
    if (!isCommandName(name)) return refuse('badShape');
    const tried = { command: name, body };
    const { numbered, unknown } = await this.#numbered(actor, name, body);
    const read = this.#read(name, numbered, await this.#load(id));
    if (unknown.length > 0) return refused(tried, texts.case.missing, [...('faults' in read ? read.faults : []), ...unknown].filter(first));
    if ('faults' in read) return refused(tried, texts.case.missing, read.faults);
    return this.#done(actor, tried, (envelope) => this.cases.execute(actor, id, read.command, envelope));
  }

  /**
   * Sends the form of the step: the commands that something was written or chosen for, in the order they stand, and then, where `onwards`, the
   * step itself. A command that needs no answers (the investigation is done) is given by the step. Where only the step lacks something, what was filled
   * in is saved all the same. Without `onwards` what is not complete is no fault: it is left for the caller to keep. @throws Refusal as send()
   */
  async sendStep(actor: Actor, id: string, body: FormBody, sent: readonly FormBody[], onwards: boolean): Promise<Sent> {
    const state = await this.#load(id);
    const now = this.clock.now().toISOString();
    const form = stepForm(state, commandsFor(actor, state, this.register.organisation, stockholmDate(now)), actor.person);
    const tried = { command: STEP, body, parts: new Map(sent.map((part) => [textOf(part, '_type'), part])) };
    const read = sent.map((part) => this.#readPart(part, form, state, actor, onwards));
    const unread = read.flatMap((part) => (part.is === 'unread' ? part.faults : []));
    const left = read.flatMap((part) => (part.is === 'empty' && onwards ? part.lacks : []));
    // What is only left empty is named by the step itself, which knows whether it is needed after the rest.
    if (onwards && unread.length > 0) return refused(tried, texts.case.missing, [...unread, ...left]);
    const tos = form === null ? [nextStep(state, now)?.to ?? 'closed'] : form.legs.map(({ to }) => to);
    const commands = tos.flatMap((to, n) => [
      ...read.flatMap((part) => (part.is === 'read' && part.leg === n ? [part.command] : [])),
      ...(onwards ? [commandSchemas.AdvanceCase.parse({ type: stepCommand, to })] : []),
    ]);
    const those = (is: ReadPart['is']): readonly FormBody[] => sent.filter((_, n) => read[n]?.is === is);
    const kept = { saved: those('read'), drafts: those('unread') };
    if (commands.length === 0) return kept.drafts.length > 0 ? { done: true, kept } : refused(tried, texts.case.nothingToSave, []);
    const done = await this.#done(actor, tried, (envelope) => this.cases.executeTogether(actor, id, commands, envelope));
    if (done.done) return { ...done, kept };
    const filled = commands.filter(({ type }) => type !== stepCommand);
    const isBegunAtAll = sent.some((part) => isBegun(textOf(part, '_type') as Name, part, state, actor.person));
    if (!onwards || done.status !== 422 || filled.length === 0 || !isBegunAtAll) return done;
    // With a key of its own: the same form sent again finds that it is saved.
    const saved = { ...tried, body: { ...body, _key: `${textOf(body, '_key')} saved` } };
    const without = await this.#done(actor, saved, (envelope) => this.cases.executeTogether(actor, id, filled, envelope));
    return without.done ? { ...without, kept: { ...kept, stopped: true } } : done;
  }

  #readPart(part: FormBody, form: StepForm | null, state: ExistingCase, { person }: Actor, onwards: boolean): ReadPart {
    const name = textOf(part, '_type');
    if (!isCommandName(name)) return refuse('badShape');
    const read = this.#read(name, part, state);
    const lacks = (form?.legs ?? []).flatMap(({ parts }) => parts.flatMap((drawn) => (drawn.command === name ? drawn.lacks : [])));
    const isStated = onwards && lacks.some((lack) => placeOf(lack).path.length === 0);
    if ('command' in read && (isStated || filledIn(name, part, state).length > 0))
      return { is: 'read', command: read.command, leg: Number(textOf(part, '_leg')) || 0 };
    if ('faults' in read && isBegun(name, part, state, person))
      return { is: 'unread', faults: read.faults.map((fault) => ({ ...fault, field: `${name}.${fault.field}` })) };
    return { is: 'empty', lacks };
  }

  /** The body with the ids of the cases that it names by their numbers, of those that the person sees. */
  async #numbered(actor: Actor, name: Name, body: FormBody): Promise<{ readonly numbered: FormBody; readonly unknown: readonly Fault[] }> {
    const numbered: Record<string, FormBody[string]> = { ...body };
    const unknown: Fault[] = [];
    for (const field of fieldsNaming(name, 'case')) {
      const typed = textOf(body, field);
      if (typed === '') continue;
      const filter = visible(actor, this.register.organisation, stockholmDate(this.clock.now().toISOString()));
      const found = await caseByNumber(this.database, filter, typed);
      if (found === null) unknown.push({ field, text: NO_CASE });
      else numbered[field] = found.id;
    }
    return { numbered, unknown };
  }

  async #load(id: string): Promise<ExistingCase> {
    const state = await this.cases.load(id);
    return state.exists ? state : refuse('notFound');
  }

  #read(name: Name, body: FormBody, state: ExistingCase): Read {
    const fields = formFields(name, state);
    const unsaid = fields.filter((field) => field.mustBeSaid === true && textOf(body, field.name) === '');
    const parsed = commandSchemas[name].safeParse({ type: name, ...valuesOf(fields, body), ...this.#held(name, body, state) });
    if (unsaid.length === 0 && parsed.success) return { command: parsed.data };
    return {
      faults: [
        ...unsaid.map(({ name: field }) => ({ field, text: unanswered(fields, field) })),
        ...(parsed.error?.issues ?? []).map((issue) => {
          const field = issue.path.join('.');
          return { field, text: textOf(body, field) === '' ? unanswered(fields, field) : issue.message };
        }),
      ],
    };
  }

  /** Gives the command, or says why it was refused; the form of `tried` is shown again with it. */
  async #done(actor: Actor, tried: Pick<Tried, 'command' | 'body' | 'parts'>, run: (envelope: Envelope) => Promise<CommandAnswer>): Promise<Sent> {
    const { body } = tried;
    const commandId = commandIdOf(actor, textOf(body, '_key') || randomUUID());
    const ifMatch = Number(textOf(body, '_version')) || undefined;
    try {
      await run({ commandId, ifMatch });
      return { done: true };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'notFound' || error.code === 'logInAgain') throw error;
      if (error.code === 'idempotencyKeyReused') {
        const first = await this.cases.takenIn(commandId);
        return refused(tried, texts.case.twice(first === null ? '' : longMoment(first.at)), [], 409);
      }
      const status = pageStatus(error);
      if (error.code !== 'movedOn') return refused(tried, error.title, error.missing, status);
      return refused({ ...tried, since: Number(textOf(body, '_version')) }, texts.case.conflict, error.missing, status);
    }
  }

  /** Values that a form sends without asking: the next stage, and the post by which the chosen person takes the case. */
  #held(name: Name, body: FormBody, state: ExistingCase): Record<string, unknown> {
    if (name === 'AdvanceCase') return { to: textOf(body, 'to') };
    if (name !== 'AssignCase') return {};
    const as = roleOfHandler(textOf(body, 'person'), state, this.register, stockholmDate(this.clock.now().toISOString()));
    return as === null ? {} : { as };
  }
}

const refused = (tried: Pick<Tried, 'command' | 'body' | 'parts' | 'since'>, title: string, faults: readonly Fault[], status = 422): Sent => ({
  done: false,
  status,
  tried: { ...tried, title, faults },
});

/** Of several faults of a field what is said last of it is its own: it names no case, whatever else its shape lacks. */
const first = ({ field }: Fault, n: number, all: readonly Fault[]): boolean => !all.slice(n + 1).some((other) => other.field === field);

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

export const isCommandName = (name: string): name is Name => Object.hasOwn(commandSchemas, name);
