import { labelOf } from '../../codes/code.js';
import { stages as stageCodes } from '../../codes/stages.js';
import { type Lack, refuse } from '../../errors.js';
import { reasonHolds } from '../../process/gates.js';
import { type NotApplicableReason, type Process, stageAfter, stageRow, type WorkStage } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import type { Context } from './context.js';
import { closed, ofStage, opened, openedAgain } from './duties.js';
import { closing } from './endings.js';
import { foldNew } from './foresee.js';
import { Lacking } from './lacks.js';
import { investigationOpened, workStage } from './situation.js';
import { owedAtEnd } from './statutory-rule.js';

/** Everything that keeps the case from its next stage: shown on the page, and refused with. */
export function lacksToAdvance(state: ExistingCase, process: Process): readonly Lack[] {
  if (state.stage === 'closed' || state.stage === 'cancelled') return [];
  const lacks = stageRow(process, state.stage)
    .needs.map((gate) => gate(state))
    .filter((lack) => lack !== null);
  if (stageAfter(process, state.stage) !== 'closed') return lacks;
  return [...lacks, ...owedAtEnd(state).filter(({ field }) => !lacks.some((other) => other.field === field))];
}

/**
 * Takes the case forward, one stage at a time; a stage that does not apply is passed by saying so with a reason,
 * never in silence (docs/law/practice.md#stages, AC-23).
 */
export function advance(state: ExistingCase, command: CommandOf<'AdvanceCase'>, process: Process, context: Context): NewCaseEvent[] {
  const from = workStage(state);
  const passed = passedStages(process, from, command.to);
  const stated = (passed ?? []).map((stage) => ({ stage, reason: command.notApplicable.find((row) => row.stage === stage)?.reason ?? null }));
  const notApplicable = stated.flatMap(({ stage, reason }) => (reason === null ? [] : [{ stage, reason }]));
  new Lacking('AdvanceCase')
    .need(passed !== null, 'to', 'Härifrån går ärendet bara framåt. Skicka tillbaka det om det ska bakåt', 'notInThisStage')
    .add(
      stated.map((row) => notSkipped(process, row)),
      'mayNotBeSkipped',
    )
    .add(lacksToAdvance(state, process))
    .add(untrue(state, notApplicable, command))
    .orRefuse();
  const met = closed(state, ofStage(process, from), 'met');
  const sealed = command.reasons === undefined || command.reasons === '' ? {} : { sealed: { reasons: command.reasons } };
  if (command.to === 'closed') {
    const after = foldNew(state, met, context.now);
    return [...met, ...closing(after, notApplicable, process.closesAs(state))];
  }
  const to = command.to as WorkStage;
  const entered: NewCaseEvent[] = [
    ...met,
    { type: 'StageEntered', open: { stage: to, from, direction: 'forward', notApplicable, elsewhere: command.elsewhere }, ...sealed },
    ...investigationOpened(state, to),
  ];
  return [...entered, ...opened(process, foldNew(state, entered, context.now), to, context.now)];
}

/** The stages between; null where it is not forward. */
function passedStages(process: Process, from: WorkStage, to: string): readonly WorkStage[] | null {
  const passed: WorkStage[] = [];
  let next = stageAfter(process, from);
  while (next !== to) {
    if (next === 'closed') return null;
    passed.push(next);
    next = stageAfter(process, next);
  }
  return passed;
}

/** Why a stage that is passed may not be: no reason is stated, or one that the process does not take. */
function notSkipped(process: Process, { stage, reason }: { readonly stage: WorkStage; readonly reason: NotApplicableReason | null }): Lack | null {
  const lack = (text: string): Lack => ({ field: 'AdvanceCase.notApplicable', text: `Skedet ${labelOf(stageCodes, stage)} ${text}` });
  if (reason === null) return lack('måste passeras, eller anges som ej aktuellt med skäl');
  return stageRow(process, stage).mayBeSkippedFor.includes(reason) ? null : lack('får inte passeras av det skälet');
}

/** Reasons that are not true of this case: no actions to follow up where there are some, another case that is not named. */
function untrue(state: ExistingCase, notApplicable: readonly { readonly reason: NotApplicableReason }[], command: CommandOf<'AdvanceCase'>): readonly Lack[] {
  const lacks = notApplicable.map((row) => reasonHolds[row.reason]?.(state) ?? null).filter((lack) => lack !== null);
  const needsCase = notApplicable.some((row) => row.reason === 'elsewhere') && command.elsewhere === null;
  return needsCase ? [...lacks, { field: 'AdvanceCase.elsewhere', text: 'Ange vilket ärende det utreds i' }] : lacks;
}

/** Back to an earlier stage, always with reasons; what the left stage owed is withdrawn and opens anew when it is reached again. */
export function sendBack(state: ExistingCase, command: CommandOf<'SendBack'>, process: Process, context: Context): NewCaseEvent[] {
  const from = workStage(state);
  if (!process.back.some((move) => move.from === from && move.to === command.to)) {
    refuse('notInThisStage', [{ field: 'SendBack.to', text: 'Ärendet kan inte skickas tillbaka dit från det här skedet' }]);
  }
  const to = command.to as WorkStage;
  const left: NewCaseEvent[] = [
    ...closed(state, ofStage(process, from), 'withdrawn', 'sentBack'),
    { type: 'StageEntered', open: { stage: to, from, direction: 'back', notApplicable: [] }, sealed: { reasons: command.reasons } },
    ...investigationOpened(state, to),
  ];
  return [...left, ...openedAgain(process, foldNew(state, left, context.now), to, context.now)];
}
