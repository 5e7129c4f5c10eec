import type { Conflict, ExistingCase } from './case.js';
import type { CaseEvent, OpenOf } from './events.schema.js';
import { lapsed } from './seconds.js';
import { type Envelope, step } from './step.js';

type Change = Pick<ExistingCase, 'barred' | 'conflictFree' | 'conflicts' | 'steps'> & Partial<Pick<ExistingCase, 'handler' | 'exceptions'>>;

/** Folds who may not take part in the case, and who is allowed to in spite of it (KL 6 kap. 28–30 §§). */
export function conflicted(state: ExistingCase, event: Extract<CaseEvent, { type: 'ConflictAnswered' | 'ConflictOverridden' }>): Change {
  if (event.type === 'ConflictAnswered') return answered(state, event, event.open);
  const { person, ground, as } = event.open;
  // A bar that was lifted before the law was followed here still holds (KL 6 kap. 28–30 §§).
  if (state.barred.includes(person)) return { barred: state.barred, conflictFree: state.conflictFree, conflicts: state.conflicts, steps: state.steps };
  return {
    conflicts: withConflict(state, { ...event.open, overridden: true }),
    barred: state.barred,
    conflictFree: [...state.conflictFree.filter((other) => other !== person), person],
    steps: [...state.steps, step(event, 'conflict', { code: 'overridden', code2: ground, role: as })],
  };
}

function answered(state: ExistingCase, event: Envelope, open: OpenOf<'ConflictAnswered'>): Change {
  const steps = [...state.steps, step(event, 'conflict', { code: open.answer, code2: open.ground, role: open.as, flag: open.computed })];
  const exceptions = lapsed(state.exceptions, event.at, open.person);
  const without = (list: readonly string[]) => list.filter((person) => person !== open.person);
  if (open.answer === 'none')
    return {
      conflicts: state.conflicts.filter((row) => row.person !== open.person),
      conflictFree: [...without(state.conflictFree), open.person],
      barred: without(state.barred),
      exceptions,
      steps,
    };
  return {
    conflicts: withConflict(state, { ...open, overridden: false }),
    barred: [...without(state.barred), open.person],
    conflictFree: without(state.conflictFree),
    handler: state.handler?.person === open.person ? null : state.handler,
    exceptions,
    steps,
  };
}

/** One conflict per person: the latest answer, with whether it was ever computed. */
function withConflict(state: ExistingCase, said: { person: string; ground: string | null; computed?: boolean; overridden: boolean }): readonly Conflict[] {
  const { person, ground, overridden } = said;
  const before = state.conflicts.find((row) => row.person === person);
  const computed = said.computed ?? before?.computed ?? false;
  return [...state.conflicts.filter((row) => row.person !== person), { person, ground, computed, overridden }];
}
