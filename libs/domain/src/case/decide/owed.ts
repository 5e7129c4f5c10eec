import { type ExistingCase, isDecided, isOpen } from '../case.js';
import { hasMovedOn } from '../processes/investigation-gates.js';
import type { DutyRow, Process } from '../processes/process.js';
import { EFFECT } from './actions.js';
import { ruleHolds } from './duties.js';

/** A duty by its rule, and what it is about where there are several of a rule. */
export interface Standing {
  readonly rule: string;
  readonly subject: string | null;
}

/**
 * Everything that is owed in a case as it stands, computed from its stage and its facts. Three sources: the stage (the process's `duties`), the facts
 * (its `alongside`), and each action whose effect is to be judged. After every command the open duties of the case are these, no more and no less (laws.spec.ts,
 * laws-of-kinds.spec.ts); the events that open, move and close them say when, by which law and why.
 */
export function owed(state: ExistingCase, process: Process): readonly Standing[] {
  if (!isOpen(state)) return [];
  const ofStages = process.duties.filter((row) => row.applies(state) && isOwed(row, state));
  const ofFacts = process.alongside.flatMap(({ rule, owed }) =>
    owed(state)
      .filter(({ metAt, since }) => metAt === null && ruleHolds(rule, since))
      .map(({ subject }) => ({ rule, subject })),
  );
  const ofActions = state.remedy.actions.filter(({ status, effect, dueAt }) => status !== 'dropped' && effect === null && dueAt !== null);
  return [...ofStages.map(({ rule }) => ({ rule, subject: null })), ...ofFacts, ...ofActions.map(({ actionId }) => ({ rule: EFFECT, subject: actionId }))];
}

/**
 * Is what the stage sets going still to be done? The answer is owed from the first stage to the last; the rest while the case is in the stage. The
 * confirmation goes on where the case left its first stage by becoming another.
 */
export function isOwed(row: DutyRow, state: ExistingCase): boolean {
  switch (row.metBy) {
    case 'leaving':
      return state.stage === row.opens;
    case 'decision':
      return state.stage === row.opens && !isDecided(state);
    case 'confirmation':
      return (state.stage === row.opens || hasMovedOn(state)) && state.desc.answerBy !== 'none' && !isTold(state, 'confirmation');
    case 'answer':
      return state.desc.answerBy !== 'none' && !isTold(state, 'answer');
    default:
      return row.metBy satisfies never;
  }
}

const isTold = (state: ExistingCase, what: string): boolean => state.contact.feedback.some((given) => given.what === what && given.to === 'complainant');
