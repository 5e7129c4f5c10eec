import { elected, type Role } from '#domain/codes/roles';
import type { Actor } from '#domain/org/actor';
import { type Holder, holdersOf } from '#domain/org/holders';
import { decidersOf, providerDeciders, sameAs } from '#domain/org/settings';
import type { Organisation } from '#domain/org/units';
import type { Bind } from './visible.js';

/** What waits for one person, as the rows of the list can tell it. */
export interface Waiting {
  readonly person: string;
  /** Owners of duties (`role@unit`) that are this person: the one who holds the role nearest to the unit. */
  readonly owners: readonly string[];
  /** Kinds whose decision on notification this person makes. */
  readonly decides: readonly string[];
  /** Whether this person, as registrar, finds the unit of a case that has none, and sends what is to be sent. */
  readonly places: boolean;
}

/** What waits for a person: computed from their posts and from who else holds such posts nearer to the case. */
export function waitingFor(actor: Actor, people: readonly Holder[], organisation: Organisation, today: string): Waiting | null {
  if (actor.person === null) return null;
  const { person } = actor;
  const held = actor.posts.flatMap((post) => sameAs(organisation.settings, post.role).map((role) => ({ role, unit: post.unit })));
  const owners = held.flatMap(({ role, unit }) => {
    // Only for roles that could be meant, since it is computed for every unit below, which is slow in a large municipality.
    const same = sameAs(organisation.settings, role);
    const possible = people.filter(({ posts }) => posts.some((post) => same.includes(post.role)));
    return [...organisation.carriedBy(unit, today), 'none']
      .filter((code) => holdersOf(possible, role, code === 'none' ? null : code, organisation, today).some(({ id }) => id === person))
      .map((code) => `${role}@${code}`);
  });
  const decides = (['lexSarah', 'lexMaria'] as const).filter((kind) =>
    held.some(({ role }) => isDecider(role, kind, organisation) || (kind === 'lexSarah' && providerDeciders.includes(role))),
  );
  return { person, owners: [...new Set(owners)], decides, places: held.some(({ role }) => role === 'registrator') };
}

/** What the board has delegated waits for the delegate, though the board may decide it itself. */
const isDecider = (role: Role, kind: 'lexSarah' | 'lexMaria', { settings }: Organisation): boolean =>
  decidersOf(settings, kind).includes(role) && !(elected.includes(role) && settings.ivoDecider[kind].some((delegate) => !elected.includes(delegate)));

/**
 * An open case waits for the person when the decision on notification is theirs to make; or, where none waits for anybody, when they handle
 * the case, its nearest date is theirs to keep, or they are the registrar and it lacks a unit or a decided notification is to be sent. Over
 * case_list `l`, never null. A decision on notification that is made no longer waits for those who make it, though it is theirs that it is sent in time. A closed case waits for its handler while the one who spoke up has written and nobody has answered.
 * What a second person is asked to confirm waits for those who may.
 */
export function waitingSql({ person, owners, decides, places }: Waiting, bind: Bind): string {
  // Whoever has decided that a notification is to be made has done their part: it is sent by whoever handles the case, or the registrar.
  const decided = decides.length === 0 ? '' : ` AND NOT (l.awaits IS NOT DISTINCT FROM 'notification' AND l.kind = ANY(${bind(decides)}::text[]))`;
  const own = `coalesce(l.handler = ${bind(person)}::uuid OR l.next_owner = ANY(${bind(owners)}::text[])${decided}, false)`;
  const registrars = places ? " OR l.unit IS NULL OR l.awaits IS NOT DISTINCT FROM 'notification'" : '';
  // Few cases are marked so, and none of it stands in the indexes of the lists: each is read by a subquery that is made once.
  const written = `l.done AND l.case_id IN (SELECT w.case_id FROM read.case_list w WHERE w.flag = 'written' AND w.handler = ${bind(person)}::uuid)`;
  // What a second person is asked to confirm waits in addition, also in a closed case; never for the one who asked.
  const second = `l.case_id IN (SELECT s.case_id FROM read.case_list s
    WHERE s.seconds <> '{}' AND s.seconds && ${bind(owners)}::text[] AND NOT s.asked_by <@ ARRAY[${bind(person)}::uuid])`;
  return `(${written} OR ${second} OR NOT l.done AND CASE WHEN l.awaits = 'decision' THEN l.kind = ANY(${bind(decides)}::text[]) ELSE ${own}${registrars} END)`;
}
