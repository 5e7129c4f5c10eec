import type { Conflict, ExistingCase, FoundConflict } from './case.js';
import type { CaseEvent, OpenOf } from './events.schema.js';
import { lapsed } from './seconds.js';
import type { Envelope } from './step.js';

type Change = Pick<ExistingCase, 'conflict'> & Partial<Pick<ExistingCase, 'handler'>>;

/** Folds who may not take part in the case, and who is allowed to in spite of it (KL 6 kap. 28–30 §§). */
export function conflicted(state: ExistingCase, event: Extract<CaseEvent, { type: 'ConflictAnswered' | 'ConflictOverridden' }>): Change {
  const { conflict } = state;
  if (event.type === 'ConflictAnswered') return answered(state, event, event.open);
  const { person } = event.open;
  // A bar that was lifted before the law was followed here still holds (KL 6 kap. 28–30 §§).
  if (conflict.barred.includes(person)) return { conflict };
  return {
    conflict: {
      ...conflict,
      found: withConflict(conflict, { ...event.open, overridden: true }),
      free: [...conflict.free.filter((other) => other !== person), person],
    },
  };
}

function answered(state: ExistingCase, event: Envelope, open: OpenOf<'ConflictAnswered'>): Change {
  const { conflict } = state;
  const exceptions = lapsed(conflict.exceptions, event.at, open.person);
  const without = (list: readonly string[]) => list.filter((person) => person !== open.person);
  if (open.answer === 'none')
    return {
      conflict: {
        found: conflict.found.filter((row) => row.person !== open.person),
        free: [...without(conflict.free), open.person],
        barred: without(conflict.barred),
        exceptions,
      },
    };
  return {
    conflict: {
      found: withConflict(conflict, { ...open, overridden: false }),
      barred: [...without(conflict.barred), open.person],
      free: without(conflict.free),
      exceptions,
    },
    handler: state.handler?.person === open.person ? null : state.handler,
  };
}

/** One conflict per person: the latest answer, with whether it was ever computed. */
function withConflict({ found }: Conflict, said: { person: string; ground: string | null; computed?: boolean; overridden: boolean }): readonly FoundConflict[] {
  const { person, ground, overridden } = said;
  const before = found.find((row) => row.person === person);
  const computed = said.computed ?? before?.computed ?? false;
  return [...found.filter((row) => row.person !== person), { person, ground, computed, overridden }];
}
