import type { ExistingCase, Lack } from '#domain/case/case';
import { commandSchemas, type PublicCommand } from '#domain/case/commands.schema';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { labelOf } from '#domain/codes/code';
import { stages as stageCodes } from '#domain/codes/stages';
import { processOf } from '#domain/process/index';
import type { WorkStage } from '#domain/process/process';
import type { Fault } from '#ui/error-summary';
import type { StageStep } from '#ui/stage-bar';

type CommandName = PublicCommand['type'];

/** Which commands are offered at a stage, the ones that the next step needs first. What the actor may not do is left out by the policy. */
const offered: Readonly<Record<WorkStage | 'closed', readonly CommandName[]>> = {
  received: ['ClassifyCase', 'AnswerTriage', 'GiveFeedback', 'ExplainNoFeedback', 'AssignCase', 'AnswerConflict', 'CloseAtOnce', 'MoveToUnit', 'HandOverCase'],
  investigating: [
    'MakeEntry',
    'HearParty',
    'FindCause',
    'WithdrawCause',
    'CompleteInvestigation',
    'PlanAction',
    'AssignCase',
    'AnswerConflict',
    'HandOverCase',
  ],
  assessing: ['DecideOutcome', 'PlanAction', 'DecideNoAction', 'AnswerTriage', 'SendBack'],
  ivoDecision: ['DecideIvo', 'PlanAction'],
  feedback: ['GiveFeedback', 'ExplainNoFeedback', 'SendBack'],
  followUp: ['JudgeEffect', 'ChangeAction', 'PlanAction', 'DecideNoAction', 'SendBack'],
  closed: ['ReopenCase'],
};
const always: readonly CommandName[] = ['SendMessage', 'AddToCase', 'Diarise', 'CancelCase'];

/** Of the commands that policy leaves to this person: those offered now, in the order that the next step needs them. */
export function offeredTo(state: ExistingCase, allowed: readonly CommandName[]): readonly CommandName[] {
  const names =
    state.stage === 'cancelled'
      ? []
      : state.stage === 'closed'
        ? [...offered.closed, 'SendMessage' as const, 'AddToCase' as const]
        : [...new Set([...mending(state), ...offered[state.stage], ...always])];
  return names.filter((name) => allowed.includes(name));
}

/** The commands that mend what is missing: a case opened again may lack what another stage asked for. */
const mending = (state: ExistingCase): readonly CommandName[] => lacksToAdvance(state, processOf(state.desc.process)).map(commandOf);

/** The command that a lack names: `Command.field`. */
const commandOf = (lack: Lack): CommandName => lack.field.split('.')[0] as CommandName;

/** What is missing before the next step, each with the form that mends it. */
export const missingOf = (state: ExistingCase): readonly Fault[] =>
  lacksToAdvance(state, processOf(state.desc.process)).map((lack) => ({ ...lack, href: `#k-${commandOf(lack)}` }));

/** The six stages as the stage bar shows them. */
export function stageSteps(state: ExistingCase): readonly StageStep[] {
  const rows = processOf(state.desc.process).stages;
  const now = rows.findIndex((row) => row.stage === state.stage);
  return rows.map((row, n) => {
    const skipped = state.notApplicable.some((passed) => passed.stage === row.stage);
    const label = labelOf(stageCodes, row.stage);
    if (skipped) return { label, state: 'skipped', note: null };
    return { label, state: n === now ? 'now' : now === -1 ? (state.closed === null ? 'ahead' : 'done') : n < now ? 'done' : 'ahead', note: null };
  });
}

export const schemaOf = (name: CommandName) => commandSchemas[name];
export const isCommandName = (name: string): name is CommandName => name in commandSchemas;
