import type { OpenedCase } from '#case-service/case-reader';

/** A person by id and name, to those who may read the case. */
export interface Named {
  readonly person: string;
  readonly name: string | null;
}

/** Who made a decision, in whose place, and who took part without deciding; null where that was not asked. */
export interface DecidedBy {
  readonly by: Named | null;
  readonly insteadOf: Named | null;
  readonly participants: readonly Named[] | null;
}

type DecisionType = 'OutcomeDecided' | 'IvoDecided';
const PERSON = 'person:';

/**
 * Who stands behind the decision that holds, by person: the last event of its type, whose actor is in the envelope alone and so never leaves
 * the store. Null to one who works with codes.
 */
export function decidedBy(opened: OpenedCase, type: DecisionType, nameOf: (person: string) => string | null): DecidedBy | null {
  const event = opened.events.findLast((row) => row.type === type);
  if (event === undefined || !opened.mayRead) return null;
  const decision = type === 'OutcomeDecided' ? opened.state.assessment.outcome : opened.state.ivo;
  const named = (person: string): Named => ({ person, name: nameOf(person) });
  return {
    by: event.actor.startsWith(PERSON) ? named(event.actor.slice(PERSON.length)) : null,
    insteadOf: decision?.insteadOf == null ? null : named(decision.insteadOf),
    participants: decision?.participants?.map(named) ?? null,
  };
}
