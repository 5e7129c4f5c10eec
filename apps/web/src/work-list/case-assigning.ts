import { type CaseService, commandIdOf } from '#case-service/case-service';
import type { ExistingCase } from '#domain/case/case';
import { seenOf, sees, visible } from '#domain/case/visible';
import { Refusal } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople, type Person } from '#organisation/people';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { titleOf } from '../case/case-facts.js';
import { roleOfHandler } from '../forms/command-door.js';
import { ableIn, roleOf } from '../forms/references.js';
import type { AssignedRow } from './assign.page.js';

/** The cases, to whom and why; the key makes a repeat of the whole the same commands. */
export interface Assignment {
  readonly ids: readonly string[];
  readonly person: string;
  readonly reasons: string;
  readonly key: string;
}

/** Gives several cases to one person, case by case: each is judged by itself, and a refusal stops no other. */
export class CaseAssigning {
  constructor(
    private readonly database: Tx,
    private readonly cases: CaseService,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {}

  /** The chosen cases that the actor sees, and those who may have them. */
  async chosen(actor: Actor, ids: readonly string[]) {
    const { today, people } = await this.#now();
    const states = await this.#seen(actor, ids, today);
    const able = people.filter((person) => states.some((state) => ableIn(state, [person], this.register.organisation, today).length > 0));
    return {
      rows: states.map((state) => ({ id: state.id, number: state.number, secrecy: state.diary.secrecy, what: titleOf(state, this.register, today) })),
      people: able.map((person) => ({ value: person.id, label: `${person.name}, ${roleOf(person)}` })),
    };
  }

  /** One row a case: given, or why not. */
  async assign(actor: Actor, assignment: Assignment): Promise<readonly AssignedRow[]> {
    const { today, people } = await this.#now();
    const states = await this.#seen(actor, assignment.ids, today);
    const person = people.find(({ id }) => id === assignment.person);
    const rows: AssignedRow[] = [];
    for (const state of states)
      rows.push({
        id: state.id,
        number: state.number,
        secrecy: state.diary.secrecy,
        what: titleOf(state, this.register, today),
        ...(await this.#one(actor, state, person, assignment, today)),
      });
    return rows;
  }

  async #one(
    actor: Actor,
    state: ExistingCase,
    person: Person | undefined,
    { reasons, key }: Assignment,
    today: string,
  ): Promise<Pick<AssignedRow, 'done' | 'text' | 'notTheirs'>> {
    if (person === undefined || ableIn(state, [person], this.register.organisation, today).length === 0)
      return { done: false, text: 'Personen har ingen roll för den enhetens ärenden, eller är jävig i ärendet.' };
    const as = roleOfHandler(person.id, state, this.register, today) ?? 'medarbetare';
    try {
      const command = { type: 'AssignCase', person: person.id, as, reasons } as const;
      const { events } = await this.cases.execute(actor, state.id, command, { commandId: commandIdOf(actor, `${key}/${state.id}`) });
      return { done: true, text: events.length === 0 ? `Handlades redan av ${person.name}.` : `Fördelat till ${person.name}.` };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'idempotencyKeyReused')
        return { done: false, text: 'Redan fördelat från samma sida, till någon annan eller med andra skäl. Öppna listan igen för att ändra.' };
      return { done: false, notTheirs: error.status === 403, text: [error.title, ...error.missing.map(({ text }) => text)].join('. ') };
    }
  }

  async #seen(actor: Actor, ids: readonly string[], today: string): Promise<readonly ExistingCase[]> {
    const sight = visible(actor, this.register.organisation, today);
    const states = await Promise.all([...new Set(ids)].map((id) => this.cases.load(id)));
    return states.flatMap((state) => (state.exists && sees(sight, seenOf(state)) ? [state] : []));
  }

  async #now() {
    const today = stockholmDate(this.clock.now().toISOString());
    return { today, people: await allPeople(this.database, today) };
  }
}
