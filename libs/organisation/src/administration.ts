import type { Role } from '#domain/codes/roles';
import { refuse } from '#domain/errors';
import { uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { type Concerned, checkAnswer, checkFromDay, checkMayChange, type Proposal, proposalsOf, takesTwo } from '#domain/org/administration';
import type { RecordedEvent } from '#event-store/event-store';
import type { Clock } from '#platform/clock';
import { type OrganisationChanges, organisationChanges } from './change.schema.js';
import { record, STREAM } from './changes.js';
import { checked, type Parts, reorganise, sealedOf } from './reorganise.js';

/** One line of the register's history: what was done, by whom and why; the changes where they are kept. */
export interface Told {
  readonly type: RecordedEvent['type'];
  readonly position: number;
  readonly actor: string;
  readonly at: string;
  readonly rows: number;
  readonly why: string | null;
  readonly changes: OrganisationChanges;
  /** The proposal that it is, or that it answers. */
  readonly proposal: Proposal | null;
}

/** So many persons an event names at most. */
const MOST_PERSONS = 20;

/** The one way in which people change the organisation: the same changes as the operator's file, by the rules of domain/org/administration. */
export class Administration {
  constructor(
    private readonly parts: Parts,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** Whether the actor may, and whether it can be done: nothing is changed. @throws Refusal notYours, incomplete, unitNotValid */
  async check(actor: Actor, changes: OrganisationChanges): Promise<Concerned> {
    const concerned = await this.#concerned(changes);
    checkMayChange(concerned, this.#known(actor));
    checkFromDay(changes, this.#known(actor));
    await checked(this.parts.database, changes, null);
    return concerned;
  }

  /** Changes the organisation, or proposes it where it takes two persons. @throws Refusal as `check` */
  async change(actor: Actor, changes: OrganisationChanges, why: string, key: string): Promise<'done' | 'proposed'> {
    const { units, persons } = await this.check(actor, changes);
    if (!takesTwo(changes)) {
      await reorganise(this.parts, changes, actor.id, this.#now(), { why, key });
      return 'done';
    }
    const proposal = uuidOf('organisationProposal', actor.id, key);
    const command = { id: proposal, actor: actor.id, bodyHash: this.parts.seal.hmac('organisation', `${key} ${JSON.stringify(changes)}`) };
    const open = { proposal, rows: changes.length, units: [...units], persons: [...persons] };
    await record(this.parts.store, command, this.#now(), { type: 'OrganisationChangeProposed', open, sealed: sealedOf(changes, why) });
    return 'proposed';
  }

  /** Confirms a proposal: it is done. @throws Refusal notFound, alreadyMet, notYours, and as `check` for what can't be done any longer */
  async confirm(actor: Actor, id: string): Promise<void> {
    const told = (await this.history()).find(({ type, proposal }) => type === 'OrganisationChangeProposed' && proposal?.id === id);
    checkAnswer(told?.proposal ?? undefined, 'confirm', this.#known(actor));
    checkFromDay(told?.changes ?? [], this.#known(actor));
    const allows = (events: readonly RecordedEvent[]) => checkAnswer(found(events, id), 'confirm', this.#known(actor));
    await reorganise(this.parts, told?.changes ?? [], actor.id, this.#now(), { proposal: id, key: id, allows });
  }

  /** Turns a proposal down, or takes one's own back. @throws Refusal notFound, alreadyMet, notYours */
  async reject(actor: Actor, id: string, why: string): Promise<void> {
    const command = { id: uuidOf('organisationRejection', actor.id, id), actor: actor.id, bodyHash: this.parts.seal.hmac('organisation', `${id} ${why}`) };
    await record(this.parts.store, command, this.#now(), { type: 'OrganisationChangeRejected', open: { proposal: id }, sealed: { why } }, (events) =>
      checkAnswer(found(events, id), 'reject', this.#known(actor)),
    );
  }

  /** All that has happened to the organisation, the last first. */
  async history(): Promise<readonly Told[]> {
    const { store } = this.parts;
    const [events, words] = await Promise.all([store.load(STREAM), store.words(STREAM)]);
    const proposals = proposalsOf(events);
    return events
      .map(({ type, position, actor, at, open, eventId }) => ({
        type,
        position,
        actor,
        at,
        rows: Number(open['rows'] ?? 0),
        why: (words.get(eventId)?.['why'] as string | undefined) ?? null,
        changes: changesIn(words.get(eventId)?.['changes']),
        proposal: proposals.find(({ id }) => id === open['proposal']) ?? null,
      }))
      .reverse();
  }

  #now(): string {
    return this.clock.now().toISOString();
  }

  #known(actor: Actor) {
    return { actor, organisation: this.parts.register.organisation, today: stockholmDate(this.#now()) };
  }

  #ownBoards(): readonly string[] {
    return this.parts.register.organisation.ownBoards(stockholmDate(this.#now())).map(({ code }) => code);
  }

  /** Who holds a role today; not more than an event names. */
  #holding(role: Role): readonly string[] {
    const holders = this.parts.register.holders(stockholmDate(this.#now()));
    return holders
      .filter(({ posts }) => posts.some((post) => post.role === role))
      .map(({ id }) => id)
      .slice(0, MOST_PERSONS);
  }

  async #concerned(changes: OrganisationChanges): Promise<Concerned> {
    const rows = await this.parts.database.query<{ id: string; login: string; units: readonly string[] }>(
      `SELECT p.id, p.login, coalesce(json_agg(DISTINCT o.unit) FILTER (WHERE o.unit IS NOT NULL), '[]') AS units
         FROM store.person p LEFT JOIN store.post o ON o.person = p.id AND (o.valid_to IS NULL OR o.valid_to > $1) GROUP BY p.id`,
      [stockholmDate(this.#now())],
    );
    const of = (login: string) => rows.find((row) => row.login === login);
    const idsOf = (...logins: readonly string[]) => logins.flatMap((login) => of(login)?.id ?? []);
    const today = stockholmDate(this.#now());
    const { organisation } = this.parts.register;
    const each = changes.map((change): Concerned => {
      switch (change.do) {
        case 'addUnit':
          return { units: [change.unit.parent ?? refuse('notYours', [], 'En nämnd läggs upp av den som driftar Gensvar.')], persons: [] };
        case 'moveUnit':
          return { units: [change.unit, change.to], persons: [] };
        case 'renameUnit':
        case 'endUnit':
          return { units: [change.unit], persons: [] };
        case 'addEntry':
        case 'renameEntry':
        case 'endEntry':
          return { units: [change.division], persons: [] };
        case 'addPerson':
          return { units: [], persons: [] };
        case 'givePost':
        case 'endPost':
          return { units: [change.unit], persons: idsOf(change.login) };
        // A municipality has one deadline, and one delegation order, for all its boards.
        case 'setDeadline':
          return { units: this.#ownBoards(), persons: [] };
        case 'delegate':
        case 'endDelegation':
          return { units: this.#ownBoards(), persons: this.#holding(change.role) };
        case 'standIn':
          return { units: of(change.instead)?.units ?? [], persons: idsOf(change.login, change.instead) };
        case 'set':
          // What everybody sees of the municipality is one for all its boards.
          if (change.name === 'municipality') return { units: organisation.ownBoards(today).map(({ code }) => code), persons: [] };
          return refuse('notYours', [], 'Inställningen ändras av den som driftar Gensvar.');
        default:
          return change satisfies never;
      }
    });
    return { units: [...new Set(each.flatMap(({ units }) => units))], persons: [...new Set(each.flatMap(({ persons }) => persons))] };
  }
}

const found = (events: readonly RecordedEvent[], id: string): Proposal | undefined => proposalsOf(events).find((one) => one.id === id);

/** Changes that were stored with another release's shape are told of by their number. */
function changesIn(text: unknown): OrganisationChanges {
  if (typeof text !== 'string') return [];
  const parsed = organisationChanges.safeParse({ changes: JSON.parse(text) });
  return parsed.success ? parsed.data.changes : [];
}
