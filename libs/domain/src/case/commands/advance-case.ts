import { z } from 'zod';
import { notApplicableReasons } from '../../codes/case-codes.js';
import { labelOf } from '../../codes/code.js';
import { stages } from '../../codes/stages.js';
import type { Lack } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { id, maybeWords, oneOf, several } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseCommand } from '../case-command.js';
import type { CommandOf } from '../commands.schema.js';
import { closed, ofStage, opened } from '../decide/duties.js';
import { closing } from '../decide/endings.js';
import { foldNew } from '../decide/foresee.js';
import { investigationOpened, workStage } from '../decide/situation.js';
import { lacksToAdvance } from '../decide/stages.js';
import type { NewCaseEvent } from '../events.schema.js';
import { reasonHolds } from '../processes/gates.js';
import { type NotApplicableReason, type Process, stageAfter, stageRow, takersOf, type WorkStage } from '../processes/process.js';
import { chiefs } from '../who.js';

/**
 * Takes the case forward, one stage at a time; a stage that does not apply is passed by saying so with a reason,
 * never in silence (docs/law/practice.md#stages, AC-23).
 */
export const advanceCase = defineCaseCommand({
  name: 'AdvanceCase',
  input: {
    to: oneOf(stages),
    notApplicable: several(z.object({ stage: oneOf(stages), reason: oneOf(notApplicableReasons) })).default([]),
    elsewhere: id.nullable().default(null),
    reasons: maybeWords,
  },
  goesOn: true,
  who: (process, state) => {
    const row = process.stages.find(({ stage }) => stage === state.stage);
    return row === undefined ? chiefs : takersOf(row, state);
  },
  mustStand: (state): void => void workStage(state),
  decide(state, command, context, process): readonly NewCaseEvent[] {
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
    return [...entered, ...opened(process, foldNew(state, entered, context.now), to, context)];
  },
});

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
  const lack = (text: string): Lack => ({ field: 'AdvanceCase.notApplicable', text: `Skedet ${labelOf(stages, stage)} ${text}` });
  if (reason === null) return lack('måste passeras, eller anges som ej aktuellt med skäl');
  return stageRow(process, stage).mayBeSkippedFor.includes(reason) ? null : lack('får inte passeras av det skälet');
}

/** Reasons that are not true of this case: no actions to follow up where there are some, another case that is not named. */
function untrue(state: ExistingCase, notApplicable: readonly { readonly reason: NotApplicableReason }[], command: CommandOf<'AdvanceCase'>): readonly Lack[] {
  const lacks = notApplicable.map((row) => reasonHolds[row.reason]?.(state) ?? null).filter((lack) => lack !== null);
  const needsCase = notApplicable.some((row) => row.reason === 'elsewhere') && command.elsewhere === null;
  return needsCase ? [...lacks, { field: 'AdvanceCase.elsewhere', text: 'Ange vilket ärende det utreds i' }] : lacks;
}
