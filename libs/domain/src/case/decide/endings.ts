import { refuse } from '../../errors.js';
import { hasWayBack, isPraise } from '../../process/gates.js';
import type { CloseReason, NotApplicableReason, Process, WorkStage } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { closed, metBy, opened } from './duties.js';
import type { Context } from './context.js';
import { foldNew } from './foresee.js';

type NotApplicable = readonly { readonly stage: WorkStage; readonly reason: NotApplicableReason }[];

/** Closes the case; every duty still open is withdrawn, and what was passed by is named. */
export function closing(state: ExistingCase, notApplicable: NotApplicable, reason: CloseReason, text?: string): NewCaseEvent[] {
  return [
    ...closed(state, () => true, 'withdrawn', 'caseClosed'),
    { type: 'StageEntered', open: { stage: 'closed', from: state.stage, direction: 'forward', notApplicable: [...notApplicable] } },
    { type: 'CaseClosed', open: { reason }, ...(text === undefined ? {} : { sealed: { text } }) },
  ];
}

interface AtOnce {
  readonly toldOnTheSpot: boolean;
  readonly whatWasDone: string;
  readonly praise: boolean;
}

/** From receipt straight to closed (R-027, AC-09): investigation, assessment and decision are said not to apply, the case is counted as any other. */
export function shortPath(state: ExistingCase, process: Process, done: AtOnce, context: Context): NewCaseEvent[] {
  const told: NewCaseEvent[] =
    done.toldOnTheSpot || !hasWayBack(state)
      ? [
          done.toldOnTheSpot
            ? { type: 'FeedbackGiven', open: { to: 'complainant', what: 'answer', method: 'spoken', parts: [] } }
            : { type: 'FeedbackNotPossible', open: { to: 'complainant', what: 'answer', reason: 'declined' } },
          ...closed(state, (duty) => metBy(process, 'confirmation')(duty) || metBy(process, 'answer')(duty), done.toldOnTheSpot ? 'met' : 'notApplicable'),
        ]
      : refuse('incomplete', [{ field: 'CloseAtOnce.toldOnTheSpot', text: 'Berätta för den som hörde av sig vad som gjordes innan ärendet avslutas' }]);
  const handled: NewCaseEvent[] = [...told, ...closed(state, metBy(process, 'leaving'), 'met')];
  const why: NotApplicableReason = done.praise ? 'praise' : 'handledAtOnce';
  const passed: NotApplicable = [
    { stage: 'investigating', reason: why },
    { stage: 'assessing', reason: why },
    { stage: 'ivoDecision', reason: why },
    { stage: 'feedback', reason: 'toldOnTheSpot' },
    { stage: 'followUp', reason: 'noActions' },
  ];
  return [...handled, ...closing(foldNew(state, handled, context.now), passed, process.shortPath.reason, done.whatWasDone)];
}

/** The short path for a case that is already registered; categories may be given in the same step. */
export function closeAtOnce(state: ExistingCase, command: CommandOf<'CloseAtOnce'>, process: Process, context: Context): NewCaseEvent[] {
  if (state.stage !== 'received') refuse('notInThisStage', [{ field: 'CloseAtOnce', text: 'Åtgärdat direkt går bara i skedet Mottagen' }]);
  const classified: NewCaseEvent[] =
    command.categories === null && command.categoryOther === null ? [] : [{ type: 'CaseClassified', open: { categories: command.categories, categoryOther: command.categoryOther } }];
  const then = foldNew(state, classified, context.now);
  const lacks = process.shortPath.needs.map((gate) => gate(then)).filter((lack) => lack !== null);
  if (lacks.length > 0) refuse('incomplete', lacks);
  return [...classified, ...shortPath(then, process, { toldOnTheSpot: command.toldOnTheSpot, whatWasDone: command.whatWasDone, praise: isPraise(then) }, context)];
}

/** Another is responsible: handed over, the one who complained told of it (PSL 3 kap. 8 e § for care: skyndsamt). */
export function handOver(state: ExistingCase, command: CommandOf<'HandOverCase'>, process: Process, context: Context): NewCaseEvent[] {
  if (!process.handOver.from.some((stage) => stage === state.stage)) refuse('notInThisStage', [{ field: 'HandOverCase', text: 'Ärendet kan inte lämnas över i det här skedet' }]);
  if (!command.told && hasWayBack(state)) refuse('incomplete', [{ field: 'HandOverCase.told', text: 'Berätta för den som hörde av sig att ärendet lämnas över' }]);
  const events: NewCaseEvent[] = [
    { type: 'CaseHandedOver', open: { to: command.to, told: command.told }, sealed: { reasons: command.reasons, ...(command.recipient ? { recipient: command.recipient } : {}) } },
    ...closed(state, (duty) => metBy(process, 'answer')(duty) || metBy(process, 'confirmation')(duty), command.told ? 'met' : 'notApplicable', 'handedOver'),
  ];
  return [...events, ...closing(foldNew(state, events, context.now), [], 'handedOver')];
}

/** Opens a closed case again: its duties start over from now, its answer and outcome must be given anew. */
export function reopen(state: ExistingCase, command: CommandOf<'ReopenCase'>, process: Process, context: Context): NewCaseEvent[] {
  if (state.closed === null) refuse('notClosed');
  const to = process.reopen.to.find((stage) => stage === command.to) ?? refuse('notInThisStage', [{ field: 'ReopenCase.to', text: 'Ärendet kan inte öppnas i det skedet' }]);
  const reopened: NewCaseEvent[] = [{ type: 'CaseReopened', open: { reason: command.reason, to }, sealed: { text: command.text } }];
  const then = foldNew(state, reopened, context.now);
  const answer = process.duties.filter((row) => row.metBy === 'answer').map((row) => ({ ...row, opens: to, runsFrom: 'entered' as const }));
  return [...reopened, ...opened({ ...process, duties: [...process.duties, ...answer] }, then, to, context.now)];
}

/** Cancels what should never have been a case. Two persons, a reason; the number stays (law-and-practice 8). */
export function cancel(state: ExistingCase, command: CommandOf<'CancelCase'>, context: Context): NewCaseEvent[] {
  if (state.cancelled !== null) refuse('alreadyClosed');
  if (command.second === context.actor.person) refuse('incomplete', [{ field: 'CancelCase.second', text: 'Makulering kräver en andra person, en chef' }]);
  return [
    ...closed(state, () => true, 'withdrawn', 'caseCancelled'),
    { type: 'CaseCancelled', open: { reason: command.reason, second: command.second }, sealed: { text: command.text } },
  ];
}
