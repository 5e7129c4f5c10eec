import type { Role } from '../codes/roles.js';
import type { Actor } from '../org/actor.js';
import type { Organisation } from '../org/units.js';
import { type RecordSight, recordSightOf } from '../records/sight.js';
import { clausesOf, type Filter, visible } from './visible.js';

/** How far one person may count, as data: decided by role and unit alone, never by whether a case is hidden from them. */
export interface FigureReader {
  /** Units whose figures are theirs by right, whole and unmasked: a controller's, and those above all managers. */
  readonly rightsOver: readonly string[];
  /** Units that they lead or follow: there they count what they see. */
  readonly remit: readonly string[];
  readonly withoutUnit: boolean;
  /** The units where they hold a post, and all above. */
  readonly chain: readonly string[];
  readonly filter: Filter;
  /** The records that they see: others are not counted for anybody. */
  readonly records: RecordSight;
  /** Others' numbers below this are not shown (a setting). */
  readonly leastShown: number;
}

/** Roles with a right to figures: the controller, and the board and its committee, who stand above every manager (docs/law/access.md#roles). */
const rights: readonly Role[] = ['controller', 'utskott', 'namnd'];

export function figureReader(actor: Actor, organisation: Organisation, today: string): FigureReader {
  const within = (posts: Actor['posts']) => [...new Set(posts.flatMap(({ unit }) => organisation.carriedBy(unit, today)))];
  const leading = actor.posts.filter((post) => !rights.includes(post.role) && clausesOf(post, actor.person, organisation, today).length > 0);
  const boards = organisation.ownBoards(today).map(({ code }) => code);
  return {
    rightsOver: within(actor.posts.filter(({ role }) => rights.includes(role))),
    remit: within(leading),
    withoutUnit: leading.some(({ unit }) => boards.includes(unit)),
    chain: [...new Set(actor.posts.flatMap(({ unit }) => organisation.answering(unit, today).map(({ code }) => code)))],
    filter: visible(actor, organisation, today),
    records: recordSightOf({ actor, organisation, today }),
    leastShown: organisation.settings.leastShown,
  };
}
