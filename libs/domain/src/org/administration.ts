import type { Role } from '../codes/roles.js';
import { refuse } from '../errors.js';
import type { Actor } from './actor.js';
import { rolesOver } from './roles-over.js';
import type { Organisation } from './units.js';

/**
 * Who changes the organisation in the pages (docs/law/access.md#administration). What gives or takes rights takes two persons: one proposes it, and another, whom
 * it does not concern, confirms it.
 */
export const administrators: readonly Role[] = ['systemforvaltare'];
/** The socialchef answers for who has which role, and confirms where the municipality has one administrator alone. */
export const confirmers: readonly Role[] = [...administrators, 'socialchef'];

const byTwo: readonly string[] = ['givePost', 'endPost', 'standIn', 'setDeadline', 'delegate', 'endDelegation'];

/** Roles, who acts in whose place, what is delegated to whom, and the municipality's own deadlines. */
export const takesTwo = (changes: readonly { readonly do: string }[]): boolean => changes.some((change) => byTwo.includes(change.do));

const holds = (actor: Actor, roles: readonly Role[]): boolean => actor.posts.some(({ role }) => roles.includes(role));
export const administers = (actor: Actor): boolean => holds(actor, administrators);
export const readsAdministration = (actor: Actor): boolean => holds(actor, confirmers);

interface Known {
  readonly actor: Actor;
  readonly organisation: Organisation;
  readonly today: string;
}

/** What a change concerns: the units over which the actor needs the role. */
export interface Concerned {
  readonly units: readonly string[];
  /** Ids of the persons whose rights it changes. */
  readonly persons: readonly string[];
}

/** Whether the actor may make or propose a change. @throws Refusal notYours */
export function checkMayChange({ units }: Pick<Concerned, 'units'>, known: Known): void {
  if (!administers(known.actor)) refuse('notYours', [], 'Organisationen ändras av den som är systemförvaltare.');
  withinReach(units, administrators, known);
}

/** A deadline is changed from today at the earliest: what has run out is not made timely afterwards. @throws Refusal incomplete */
export function checkFromDay(changes: readonly { readonly do: string; readonly from?: string }[], { today }: Pick<Known, 'today'>): void {
  const isPast = changes.some((change) => change.do === 'setDeadline' && (change.from ?? '') < today);
  if (isPast) refuse('incomplete', [{ field: 'from', text: 'Dagen har passerat. En frist ändras tidigast från och med i dag' }]);
}

/** A change that waits for a second person, as the register's stream tells of it. */
export interface Proposal extends Concerned {
  readonly id: string;
  /** Actor of the event that proposed. */
  readonly by: string;
  readonly at: string;
  readonly state: 'open' | 'confirmed' | 'rejected';
  /** Actor who answered, and when. */
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
}

/** Whether the actor may answer a proposal. The one who proposed may take it back, never confirm it. @throws Refusal notFound, alreadyMet, notYours */
export function checkAnswer(proposal: Proposal | undefined, answer: 'confirm' | 'reject', known: Known): void {
  if (proposal === undefined || !readsAdministration(known.actor)) refuse('notFound');
  if (proposal.state !== 'open') refuse('alreadyMet');
  const isOwn = proposal.by === known.actor.id;
  if (answer === 'reject' && isOwn) return;
  if (isOwn) refuse('notYours', [], 'Du föreslog ändringen. En annan person bekräftar den.');
  if (known.actor.person !== null && proposal.persons.includes(known.actor.person)) {
    refuse('notYours', [], 'Ändringen gäller dina egna uppdrag. En annan person bekräftar den.');
  }
  withinReach(proposal.units, confirmers, known);
}

function withinReach(units: readonly string[], roles: readonly Role[], { actor, organisation, today }: Known): void {
  const beyond = units.find((unit) => !rolesOver(actor, unit, organisation, today).some((role) => roles.includes(role)));
  if (beyond !== undefined) refuse('notYours', [], `${organisation.nameOf(beyond, today)} ligger utanför din del av organisationen.`);
}

interface RegisterEvent {
  readonly type: string;
  readonly actor: string;
  readonly at: string;
  readonly open: Readonly<Record<string, unknown>>;
}

/** The proposals of the register, in the order they were made. Total: other events change nothing. */
export const proposalsOf = (events: readonly RegisterEvent[]): readonly Proposal[] => [...events.reduce(evolved, new Map<string, Proposal>()).values()];

function evolved(all: Map<string, Proposal>, { type, actor, at, open }: RegisterEvent): Map<string, Proposal> {
  const id = String(open['proposal'] ?? '');
  if (type === 'OrganisationChangeProposed') {
    const { units, persons } = open as unknown as Concerned;
    return all.set(id, { id, units, persons, by: actor, at, state: 'open', answeredBy: null, answeredAt: null });
  }
  const known = all.get(id);
  if (known === undefined || known.state !== 'open') return all;
  if (type === 'OrganisationChanged') return all.set(id, { ...known, state: 'confirmed', answeredBy: actor, answeredAt: at });
  return type === 'OrganisationChangeRejected' ? all.set(id, { ...known, state: 'rejected', answeredBy: actor, answeredAt: at }) : all;
}
