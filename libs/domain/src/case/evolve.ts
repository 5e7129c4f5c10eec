import { begin } from './begin.js';
import type { CaseState } from './case.js';
import { type CaseEvent, caseEventNamed } from './events.schema.js';

/**
 * Folds one event into the case. Total: an event that the situation does not expect changes nothing but the version,
 * so that any prefix of any stream folds. Reads open parts only; parts that an event leaves alone are kept by reference.
 */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  if (!state.exists) return begin(state.id, event) ?? state;
  const change = caseEventNamed(event.type)?.evolve?.(state, event as never);
  return { ...state, ...change, version: event.version };
}

/** Folds a whole stream. */
export const fold = (initial: CaseState, events: readonly CaseEvent[]): CaseState => events.reduce(evolve, initial);
