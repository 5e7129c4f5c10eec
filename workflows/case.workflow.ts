import { continueAsNew } from '@temporalio/workflow';
import type { Stage } from '#domain/codes/stages';
import { CaseRun } from './case-run.js';
import { keepIvoWorkflowGoing } from './ivo-beside.js';
import { type CaseInput, isOver } from './messages.js';
import { assess, prepareDecision } from './stages/assess.js';
import { considerNewCase, decideOnIvo } from './stages/decide-on-ivo.js';
import { followUp } from './stages/follow-up.js';
import { answerThePublic, tellPatientAndBoard, tellThoseConcerned } from './stages/give-feedback.js';
import { investigate } from './stages/investigate.js';
import { receiveFromDeviation, receiveFromPublic, receiveFromStaff } from './stages/receive.js';
import { watchOtherDuties, watchOtherDutiesButIvo } from './watch-duties.js';

/*
 * What happens to a case, from receipt to follow-up. One workflow a case, and it is named after the kind of case.
 *
 * People move the case, by commands that are decided outside (docs/decisions/0001): they may send it back, pass over a stage, close it and
 * open it again. After every change the conductor sends the workflow a snapshot of how the case stands. The workflow follows the case
 * through its stages and does what each stage and time demand: it confirms, reminds, escalates and asks, one activity for each.
 * It knows no law: which duties are open, who owes each, and when what is to be done about it, comes with the snapshot
 * (libs/domain/src/case/processes for who owes what, libs/domain/src/case/agenda.ts for when).
 */

type StageWork = (run: CaseRun) => Promise<void>;
type Stages = Readonly<Record<Exclude<Stage, 'closed' | 'cancelled'>, StageWork>>;

/** Synpunkt or klagomål: whoever spoke up is told that it has come in, and is owed an answer. It is never itself notified to IVO. */
export async function complaint(input: CaseInput): Promise<void> {
  const stages: Stages = {
    received: receiveFromPublic,
    investigating: investigate,
    assessing: assess,
    ivoDecision: considerNewCase,
    feedback: answerThePublic,
    followUp,
  };
  return follow(complaint, input, stages, [watchOtherDuties]);
}

/** Avvikelse: reported by staff, so nothing is confirmed by mail. It is never itself notified to IVO: it becomes a lex Sarah or a lex Maria. */
export async function deviation(input: CaseInput): Promise<void> {
  const stages: Stages = {
    received: receiveFromStaff,
    investigating: investigate,
    assessing: assess,
    ivoDecision: considerNewCase,
    feedback: tellThoseConcerned,
    followUp,
  };
  return follow(deviation, input, stages, [watchOtherDuties]);
}

/** Lex Sarah (social services, LSS): reported by staff, and may be notified to IVO from the first day, by a workflow of its own beside the stages. */
export async function lexSarah(input: CaseInput): Promise<void> {
  const stages: Stages = {
    received: receiveFromStaff,
    investigating: investigate,
    assessing: prepareDecision,
    ivoDecision: decideOnIvo,
    feedback: tellThoseConcerned,
    followUp,
  };
  return follow(lexSarah, input, stages, [watchOtherDutiesButIvo, keepIvoWorkflowGoing]);
}

/** Lex Maria (health care): comes of a deviation, may be notified to IVO as a lex Sarah may, and owes the patient and the board from its first day. */
export async function lexMaria(input: CaseInput): Promise<void> {
  const stages: Stages = {
    received: receiveFromDeviation,
    investigating: investigate,
    assessing: prepareDecision,
    ivoDecision: decideOnIvo,
    feedback: tellPatientAndBoard,
    followUp,
  };
  return follow(lexMaria, input, stages, [watchOtherDutiesButIvo, keepIvoWorkflowGoing]);
}

/**
 * Follows a case until it is closed or cancelled: its stages one at a time, and the rest beside them. A case may run for years: a
 * history that has grown long is exchanged for a new one that begins with what this one knows.
 */
async function follow(self: (input: CaseInput) => Promise<void>, input: CaseInput, stages: Stages, beside: readonly StageWork[]): Promise<void> {
  const run = new CaseRun(input, isOver);
  await run.begins();
  await Promise.all([walk(run, stages), ...beside.map((work) => work(run))]);
  await run.ends();
  if (!run.isDone()) await continueAsNew<typeof self>(run.input);
}

/** One stage after the other as the case goes, forwards or back. A stage's work ends when the case has left it. */
async function walk(run: CaseRun, stages: Stages): Promise<void> {
  while (!run.isEnding()) {
    const { stage } = run.snapshot;
    if (stage === 'closed' || stage === 'cancelled') {
      run.shows(`Ärendet är ${stage === 'closed' ? 'avslutat' : 'makulerat'}. Det som återstår bevakas.`);
      await run.changed(() => !run.isEnding());
    } else await stages[stage](run);
  }
}
