import type { Kind } from '../../codes/kinds.js';
import { type ExistingCase, noCase } from '../case.js';
import type { NewCaseEvent } from '../events.schema.js';
import { fold } from '../evolve.js';
import type { Process } from '../processes/process.js';
import type { Timed } from './context.js';
import { opened } from './duties.js';
import { followed } from './follow.js';
import { asStored, foldNew } from './foresee.js';

/** A case that a decision gives rise to. Its number is the store's to give, in the same append. */
export interface Born {
  readonly caseId: string;
  readonly kind: Kind;
  /** Decides the year of the number. */
  readonly receivedAt: string;
  readonly events: (number: string) => readonly NewCaseEvent[];
}

/**
 * How every case begins, whichever door it came by: received, in its first stage, with those who may not take part and what is
 * already known, and with the duties that all of it gives rise to. `state` is the case after it.
 */
export function begun(
  caseId: string,
  received: NewCaseEvent,
  known: readonly NewCaseEvent[],
  process: Process,
  timed: Timed,
): { readonly events: readonly NewCaseEvent[]; readonly state: ExistingCase } {
  const first = fold(noCase(caseId), [asStored(received, timed.now)]) as ExistingCase;
  const rest: NewCaseEvent[] = [
    { type: 'StageEntered', open: { stage: 'received', from: null, direction: 'forward', notApplicable: [] } },
    ...known,
    ...opened(process, first, 'received', timed),
  ];
  const events = followed(first, rest, process, timed);
  return { events: [received, ...events], state: foldNew(first, events, timed.now) };
}

/** Where the number of the new case will stand: the store gives it when it stores. */
export const PENDING = 'pending';

/** The new case's number stands in the event that tells of it. */
export const withNumber = (events: readonly NewCaseEvent[], number: string): readonly NewCaseEvent[] =>
  events.map((event) => (event.type === 'CaseConverted' ? { ...event, open: { ...event.open, childNumber: number } } : event));
