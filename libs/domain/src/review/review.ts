import type { AccountPart, Reviewer, ReviewKind, StatementGiver } from '../codes/reviews.js';
import type { Role } from '../codes/roles.js';
import { commandsOf } from '../records/record-command.js';
import { eventsOf, type RecordState } from '../records/record-event.js';
import type { RoughDay } from '../rough-day.js';

/** A point of criticism, and what became of it. */
export interface Criticism {
  /** From 1, in the order they were noted. */
  readonly point: number;
  /** Of a general kind, and not about the board's own operations. */
  readonly isGeneral: boolean;
  readonly notedAt: string;
  /** Streams of the actions that meet it: `action/<id>`. */
  readonly actions: readonly string[];
  /** Whether it is said why no action is taken. */
  readonly isExplained: boolean;
}

/** A statement (yttrande) that is asked for, or an account that a provider is to give. */
export interface Statement {
  readonly by: StatementGiver;
  readonly due: RoughDay;
  /** The day (YYYY-MM-DD) on which it was given; null until then. */
  readonly givenOn: string | null;
  /** Of a provider’s account: the parts that have come. */
  readonly parts: readonly AccountPart[];
}

/** A review or supervision of the operation (granskning, tillsyn; ). Its words are sealed and not here. */
export interface Review extends RecordState {
  readonly registeredAt: string;
  readonly by: Reviewer;
  readonly kinds: readonly ReviewKind[];
  /** When it was carried out, or became known. */
  readonly on: RoughDay;
  /** The units that it is about, where it is about some below its own. */
  readonly units: readonly string[];
  /** The chief of the unit's level: reminded of what is due. */
  readonly ownerRole: Role;
  readonly cases: readonly string[];
  readonly criticism: readonly Criticism[];
  /** It is said outright that nothing was found. */
  readonly noFindings: boolean;
  /** In the order they were asked for; only the last may be waited for. */
  readonly statements: readonly Statement[];
  /** `damages` null where the decision is of no such thing; `amount` null where it is not known. In kronor. */
  readonly decision: { readonly on: RoughDay; readonly damages: boolean | null; readonly amount: number | null } | null;
  readonly closedOn: RoughDay | null;
  readonly stepsTaken: readonly string[];
}

export const defineReviewEvent = eventsOf<Review>();
export const defineReviewCommand = commandsOf<Review>('review');

export const isOpen = ({ closedOn }: Pick<Review, 'closedOn'>): boolean => closedOn === null;

/** Whether it is a provider’s yearly account of its quality, which the municipality asks for and reviews. */
export const isAccount = ({ kinds }: Pick<Review, 'kinds'>): boolean => kinds.includes('qualityAccount');

/** The statement that is waited for; undefined where none is. */
export const awaited = ({ statements }: Pick<Review, 'statements'>): Statement | undefined => statements.find(({ givenOn }) => givenOn === null);

/** The points that have neither an action nor a reason why none is taken. */
export const unanswered = ({ criticism }: Pick<Review, 'criticism'>): readonly Criticism[] =>
  criticism.filter(({ actions, isExplained }) => actions.length === 0 && !isExplained);

/** “Punkt 1 och 3” */
export const pointsInWords = (points: readonly Pick<Criticism, 'point'>[]): string =>
  `punkt ${points
    .map(({ point }) => String(point))
    .join(', ')
    .replace(/, (\d+)$/, ' och $1')}`;
