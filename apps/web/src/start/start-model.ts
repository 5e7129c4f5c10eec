import { beFirst } from '#demo/municipality';
import { worksWithCodes } from '#domain/case/policy';
import { visible } from '#domain/case/visible';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { roles } from '#domain/codes/roles';
import { stockholmDate } from '#domain/law/calendar';
import { type Actor, personActor } from '#domain/org/actor';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople, type Person } from '#organisation/people';
import type { Tx } from '#platform/database';
import { openCounts } from '#read-model/open-counts';
import { waitingFor } from '#read-model/waiting';
import { caseCount, workList } from '#read-model/work-list';
import type { CaseHeadings } from '../frame/case-headings.js';
import { longDay } from '../frame/days.js';
import { rowsOf } from '../work-list/cases-as-rows.js';
import type { StartPerson, StartProps } from './start.page.js';

/** How many waiting cases are on the first page; the rest are one press away. */
const NEAREST = 5;

/** What waits, on the first page: for the person who has logged in, and in the demo for those one can log in as. */
export class StartModel {
  constructor(
    private readonly database: Tx,
    private readonly register: OrganisationRegister,
    private readonly headings: CaseHeadings,
  ) {}

  /** What waits for a person: the decisions that are theirs first, then the nearest in time. */
  async waiting(actor: Actor, name: string, now: string): Promise<StartProps['waiting']> {
    const { organisation } = this.register;
    const today = stockholmDate(now);
    const sight = visible(actor, organisation, today);
    const whom = waitingFor(actor, this.register.holders(today), organisation, today);
    const [counts, { items, total }, late, untilTonight, people] = await Promise.all([
      openCounts(this.database, sight, now),
      workList(this.database, sight, {}, now, whom),
      caseCount(this.database, sight, { overdue: true }, now, whom),
      caseCount(this.database, sight, { due: today }, now, whom),
      allPeople(this.database, today),
    ]);
    const decisions = items.filter(({ awaits }) => awaits === 'decision');
    const nearest = items.filter(({ awaits }) => awaits !== 'decision').slice(0, NEAREST);
    const headings = await this.headings.of(
      actor,
      [...decisions, ...nearest].map(({ id }) => id),
      now,
      'GET /',
    );
    const rows = (some: typeof items) => rowsOf(some, { headings }, organisation, worksWithCodes(actor) ? [] : people, today);
    const units = [...new Set(actor.posts.map(({ unit }) => organisation.nameOf(unit, today)))];
    const hello = { name: name.split(' ')[0] ?? name, day: longDay(now), units };
    return {
      hello,
      late,
      today: Math.max(0, untilTonight - late),
      decisions: rows(decisions),
      nearest: rows(nearest),
      total,
      open: counts.open,
      overdue: counts.overdue,
      now,
    };
  }

  /** The people one can log in as: some that have something to do first, with what it is; then all others. */
  async people(now: string): Promise<{ readonly first: readonly StartPerson[]; readonly others: readonly StartPerson[] }> {
    const today = stockholmDate(now);
    const people = await allPeople(this.database, today);
    const first = beFirst.flatMap((login) => people.filter((person) => person.login === login));
    const others = people.filter((person) => !first.includes(person));
    return {
      first: await Promise.all(first.map(async (person) => ({ ...this.#named(person, today), waits: await this.#waits(person, now) }))),
      others: others.map((person) => ({ ...this.#named(person, today), waits: null })),
    };
  }

  #named({ login, name, posts }: Person, today: string) {
    const [post] = posts;
    const place = post === undefined ? '' : this.register.organisation.nameOf(post.unit, today);
    return { login, name, role: post === undefined ? '' : `${inSentence(labelOf(roles, post.role))}, ${place}` };
  }

  /** In a sentence of numbers alone, since nobody has logged in yet. */
  async #waits(person: Person, now: string): Promise<string> {
    const { items, total } = await this.#waitingList(personActor(person.id, person.posts), now);
    const late = items.filter((item) => item.late).length;
    return total === 0
      ? 'Inget väntar i dag.'
      : `${total} väntar, ${late === 0 ? 'inget är försenat' : `${late} ${late === 1 ? 'är försenat' : 'är försenade'}`}.`;
  }

  #waitingList(actor: Actor, now: string) {
    const { organisation } = this.register;
    const today = stockholmDate(now);
    const waiting = waitingFor(actor, this.register.holders(today), organisation, today);
    return workList(this.database, visible(actor, organisation, today), {}, now, waiting);
  }
}
