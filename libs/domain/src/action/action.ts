import type { ActionArea, ActionState, Effect } from '../codes/actions.js';
import type { Role } from '../codes/roles.js';
import { commandsOf } from '../records/record-command.js';
import { eventsOf, type RecordState } from '../records/record-event.js';

/** An action (åtgärd) as a record of its own: it may serve several risks, has a person as its owner, and is followed up until its effect is judged. */
export interface Action extends RecordState {
  readonly proposedAt: string;
  /** The chief of the unit's level: decides, and is told where the owner does nothing. */
  readonly ownerRole: Role;
  readonly area: ActionArea;
  /** Streams of the records that it serves: `risk/<id>`. */
  readonly serves: readonly string[];
  /** Who is to see that it is done (a person's id); null until it is decided. */
  readonly owner: string | null;
  readonly state: ActionState;
  /** The day (YYYY-MM-DD) by which it is to be done. */
  readonly due: string;
  /** The day on which its effect is to be judged; null until it is decided. */
  readonly effectDue: string | null;
  readonly decidedAt: string | null;
  /** The day on which it was done. */
  readonly doneOn: string | null;
  readonly effect: Effect | null;
  /** How often it has been opened again because it had no effect. */
  readonly round: number;
  readonly stepsTaken: readonly string[];
}

export const defineActionEvent = eventsOf<Action>();
export const defineActionCommand = commandsOf<Action>('action');

export const isUnderWay = ({ state }: Action): boolean => state === 'decided' || state === 'ongoing';
export const isOver = ({ state }: Action): boolean => state === 'judged' || state === 'dropped';
