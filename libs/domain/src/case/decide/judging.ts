import { type Lack, refuse } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import { whyNotChosen } from '../conflict.js';
import { judgedByOutcome } from '../processes/decision-gates.js';
import type { Process } from '../processes/process.js';
import { isOneOf } from '../roles-in.js';
import type { Context } from './context.js';

/* What the commands on outcome and notification share: the list that judges, and who may decide. */

/** Which of the three lists the case is judged by. A deviation under social law has no outcome of its own: it is a lex Sarah or it is not. */
export function listOf(state: ExistingCase): 'complaintOutcome' | 'outcome' | 'hslOutcome' {
  if (state.desc.kind === 'complaint') return 'complaintOutcome';
  if (state.desc.kind === 'lexSarah') return 'outcome';
  const lack = judgedByOutcome(state);
  if (lack !== null) refuse('incomplete', [lack]);
  return 'hslOutcome';
}

export function otherNamed(command: object, wanted: string, name: string): readonly Lack[] {
  return (['complaintOutcome', 'outcome', 'hslOutcome'] as const)
    .filter((list) => list !== wanted && (command as Readonly<Record<string, unknown>>)[list] != null)
    .map((other) => ({ field: `${name}.${other}`, text: 'Den bedömningen hör till ett annat slag av ärende' }));
}

/** The investigator never decides alone: somebody else puts their name to it (docs/law/lex-sarah.md#who-decides; KL 6 kap. 28 §). */
export const investigatedIt = (state: ExistingCase, process: Process, { actor }: Pick<Context, 'actor'>, field: string): Lack | null =>
  process.outcome.byInvestigator || actor.person === null ? null : whyNotChosen(state, actor.person, 'decider', field);

/** What is grave is decided by those above the unit's own manager, not only taken on by them (AC-26). */
export function isBelow(state: ExistingCase, process: Process, context: Pick<Context, 'actor' | 'organisation' | 'today'>, field: string): Lack | null {
  const grave = process.stages.find((row) => row.stage === state.stage)?.whenGrave;
  if (grave === undefined || !grave.applies(state)) return null;
  return isOneOf(grave.by, context.actor, state, context.organisation, context.today)
    ? null
    : { field, text: 'Ärendet är allvarligt, och beslutas av dem som står över enhetens chef' };
}
