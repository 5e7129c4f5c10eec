import type { reopenReasons } from '../../codes/case-codes.js';
import type { CodeOf } from '../../codes/code.js';
import { type Duty, type ExistingCase, mergedInto } from '../case.js';
import type { NewCaseEvent } from '../events.schema.js';
import { mustHaveShortPath, outOfReach } from '../processes/ending-gates.js';
import { answered, hasWayBack } from '../processes/gates.js';
import { hasMovedOn } from '../processes/investigation-gates.js';
import { type CloseReason, type NotApplicableReason, type Process, stagesAfter, type WorkStage } from '../processes/process.js';
import { patientHindered } from '../processes/statutory.js';
import { isStatutory } from '../processes/statutory-duties.js';
import { effectsAskedAgain } from './actions.js';
import type { Context } from './context.js';
import { closed, metBy, openedAgain } from './duties.js';
import { foldNew } from './foresee.js';
import { investigationOpened } from './situation.js';

type NotApplicable = readonly { readonly stage: WorkStage; readonly reason: NotApplicableReason }[];

/**
 * Closes the case, and what was passed by is named. A local duty still open is withdrawn; one of law that the rule of statutory duties
 * lets end here does not apply, for the reason that stands in the case.
 */
export function closing(state: ExistingCase, notApplicable: NotApplicable, reason: CloseReason, text?: string): NewCaseEvent[] {
  const duplicateOf = mergedInto(state);
  const byLaw = state.duties.filter((duty) => duty.closed === null && isStatutory(duty));
  return [
    ...byLaw.flatMap((duty) => closed(state, ({ id }) => id === duty.id, 'notApplicable', whyNot(state, duty, reason))),
    ...closed(state, (duty) => !isStatutory(duty), 'withdrawn', 'caseClosed'),
    { type: 'StageEntered', open: { stage: 'closed', from: state.stage, direction: 'forward', notApplicable: [...notApplicable] } },
    { type: 'CaseClosed', open: duplicateOf === null ? { reason } : { reason: 'duplicate', duplicateOf }, ...(text === undefined ? {} : { sealed: { text } }) },
  ];
}

function whyNot(state: ExistingCase, duty: Duty, reason: CloseReason): string {
  if (duty.rule === 'LM-PATIENTINFO') return patientHindered(state) ?? 'decided';
  if (reason === 'handedOver') return 'handedOver';
  if (hasMovedOn(state)) return 'elsewhere';
  return duty.rule === 'HSL-UTRED' && state.assessment.triage?.careInjury === 'no' ? 'noCareInjury' : 'decided';
}

interface AtOnce {
  readonly toldOnTheSpot: boolean;
  readonly whatWasDone: string;
  readonly praise: boolean;
}

/** From receipt straight to closed (R-027, AC-09): investigation, assessment and decision are said not to apply, the case is counted as any other. */
export function shortPath(state: ExistingCase, process: Process, done: AtOnce, context: Context): NewCaseEvent[] {
  const told = answer(state, process, done.toldOnTheSpot);
  const handled: NewCaseEvent[] = [...told, ...closed(state, metBy(process, 'leaving'), 'met')];
  const why: NotApplicableReason = done.praise ? 'praise' : 'handledAtOnce';
  const reasons: Partial<Record<WorkStage, NotApplicableReason>> = { feedback: done.toldOnTheSpot ? 'toldOnTheSpot' : 'noWayBack', followUp: 'noActions' };
  const passed: NotApplicable = stagesAfter(process, 'received').map((stage) => ({ stage, reason: reasons[stage] ?? why }));
  return [...handled, ...closing(foldNew(state, handled, context.now), passed, mustHaveShortPath(process).reason, done.whatWasDone)];
}

/** How the one who spoke up learns of it: told on the spot, already answered, or out of reach for a reason that is said. */
function answer(state: ExistingCase, process: Process, toldOnTheSpot: boolean): NewCaseEvent[] {
  if (state.desc.kind !== 'complaint') return replied(toldOnTheSpot);
  const duties = (duty: Duty) => metBy(process, 'confirmation')(duty) || metBy(process, 'answer')(duty);
  if (toldOnTheSpot)
    return [{ type: 'FeedbackGiven', open: { to: 'complainant', what: 'answer', method: 'spoken', parts: [] } }, ...closed(state, duties, 'met')];
  if (answered(state) === null) return closed(state, duties, 'notApplicable', 'answered');
  return unreachable(state, process);
}

/** Why nobody can be answered, as the case says it; nothing where somebody can. */
export function unreachable(state: ExistingCase, process: Process): NewCaseEvent[] {
  const reason = state.desc.kind === 'complaint' && !hasWayBack(state) ? outOfReach(state) : null;
  if (reason === null) return [];
  const duties = (duty: Duty) => metBy(process, 'confirmation')(duty) || metBy(process, 'answer')(duty);
  return [{ type: 'FeedbackNotPossible', open: { to: 'complainant', what: 'answer', reason } }, ...closed(state, duties, 'notApplicable', reason)];
}

/** A colleague reported it: they are told on the spot, or nobody is known to tell. */
const replied = (toldOnTheSpot: boolean): NewCaseEvent[] =>
  toldOnTheSpot ? [{ type: 'FeedbackGiven', open: { to: 'reporter', what: 'answer', method: 'spoken', parts: [] } }] : [];

interface Why {
  readonly reason: CodeOf<typeof reopenReasons>;
  readonly text: string;
}

/** A closed case is opened again: its duties start over from now, its answer and outcome must be given anew. */
export function reopened(state: ExistingCase, to: WorkStage, { reason, text }: Why, process: Process, context: Context): NewCaseEvent[] {
  const events: NewCaseEvent[] = [{ type: 'CaseReopened', open: { reason, to }, sealed: { text } }, ...investigationOpened(state, to)];
  const then = foldNew(state, events, context.now);
  return [...events, ...openedAgain(process, then, to, context), ...effectsAskedAgain(then, context)];
}
