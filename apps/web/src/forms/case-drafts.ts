import type { CaseService } from '#case-service/case-service';
import { seenOf, sees, visible } from '#domain/case/visible';
import { refuse } from '#domain/errors';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import type { Draft, Drafts } from '#event-store/drafts';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Clock } from '#platform/clock';
import { type FormBody, listOf, textOf } from '../frame/request.js';
import { isCommandName } from './command-door.js';
import { formFields, isBegun } from './command-forms.js';
import type { Sent } from './sent-form.js';

/** Half-filled forms of a case: stored for the person, shown to them alone, deleted when the command is accepted. */
export class CaseDrafts {
  constructor(
    private readonly drafts: Drafts,
    private readonly cases: CaseService,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {}

  /** This person's drafts in the case, by command. For a case that the person has already been let into. */
  of(actor: Actor, id: string): Promise<ReadonlyMap<string, Draft>> {
    return actor.person === null ? Promise.resolve(new Map()) : this.drafts.of(caseStream(id), actor.person);
  }

  /** Saves the form; an empty one deletes the draft. @throws Refusal notFound for a case that this person may not see */
  async keep(actor: Actor, id: string, body: FormBody): Promise<Sent> {
    const name = textOf(body, '_type');
    if (!isCommandName(name) || actor.person === null) return refuse('badShape');
    const now = this.clock.now().toISOString();
    const state = await this.cases.load(id);
    if (!state.exists || !sees(visible(actor, this.register.organisation, stockholmDate(now)), seenOf(state))) return refuse('notFound');
    const filled = formFields(name, state).flatMap((field) => {
      const value = field.as === 'choices' ? listOf(body, field.name) : textOf(body, field.name);
      return value.length === 0 ? [] : [[field.name, value] as const];
    });
    if (filled.length === 0) return this.drop(actor, id, name);
    const version = Number(textOf(body, '_version')) || state.version;
    const kept = await this.drafts.keep(caseStream(id), actor.person, { form: name, savedAt: now, version, fields: Object.fromEntries(filled) });
    if (kept) return { done: true };
    return {
      done: false,
      status: 422,
      tried: { command: name, body, title: 'Utkast kan inte sparas i det här ärendet. Skicka, eller skriv av texten.', faults: [] },
    };
  }

  /**
   * Saves the forms that were sent along with another and have something written or chosen in them. A form's initial values
   * are no draft. @throws Refusal as keep()
   */
  async keepBegun(actor: Actor, id: string, forms: readonly FormBody[]): Promise<void> {
    const state = forms.length === 0 ? null : await this.cases.load(id);
    if (state === null || !state.exists) return;
    for (const form of forms) {
      const name = textOf(form, '_type');
      if (isCommandName(name) && isBegun(name, form, state, actor.person)) await this.keep(actor, id, form);
    }
  }

  async drop(actor: Actor, id: string, name: string): Promise<Sent> {
    if (actor.person !== null && isCommandName(name)) await this.drafts.drop(caseStream(id), actor.person, name);
    return { done: true };
  }
}
