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
 * What happens to a case, from the day it comes in to its follow-up. One workflow for each case, and its type is named after the kind of case.
 *
 * People move the case, by commands that are decided outside (docs/decisions/0001): they may send it back, pass over a stage, close it and
 * open it again. After every change the conductor sends the workflow a snapshot of how the case stands. The workflow goes through the
 * stages with the case and does what each stage and time demand: it confirms, reminds, escalates and asks, one activity for each step.
 * A stage ends when a snapshot has another stage, and not because its duties are met. The stage functions do none of the work that their
 * names tell of: people do it, and they watch that it is done.
 *
 * The workflow knows no law: which duties are open, who owes each, and when what is to be done about it, comes with the snapshot
 * (libs/domain/src/case/processes for who owes what, agenda.ts for when). The kinds of cases differ therefore only in that a complaint is
 * confirmed by mail, that a lex Sarah and a lex Maria have an IVO workflow beside the stages, and in the texts that are shown.
 *
 * Words:
 *   conductor    the process (apps/conductor, libs/workflow-sync) that reads the event log, starts workflows and sends them messages
 *                (signal with start). It sends again each hour where something is late.
 *   snapshot     codes, ids and times of a case. With one open duty:
 *                { caseId, version: 7, kind: 'complaint', number: 'S-2026-0001', unit: 'afs-norra', stage: 'investigating', ivo: null,
 *                  duties: [{ id, rule: 'LOK-KLAG-SVAR', of: 'stage', stage: 'feedback', steps: [
 *                    { id, do: 'remind', level: 2, toRole: 'enhetschef', at: '2026-12-14T07:12:00.000Z' },
 *                    { id, do: 'escalate', level: 1, toRole: 'avdelningschef', at: '2026-12-15T07:03:00.000Z' }] }],
 *                  next: { rule: 'LOK-KLAG-SVAR', dueAt: '2026-12-14T22:59:59.000Z' }, clockOffset: 0 }
 *   duty         something that somebody owes by a rule. `of` says whose work fulfils it: that of a stage (then `stage` says which), what
 *                is sent to IVO, or none in particular.
 *   step         one thing that time does about a duty, with its instant
 *   action       what is decided in a case to be done about the cause. Its owner is asked for its effect, as a duty of the case. (An action
 *                that is a record of its own has the workflow `record`.)
 *   clockOffset  how far the demo has moved its clock forward, in milliseconds; 0 in production
 *   reopening    a case that is opened again after its workflow has ended is sent as any other, and gets a new workflow of the same id
 *   IVO          Inspektionen för vård och omsorg, the authority that supervises care
 *   lex Sarah    the duty to report and to notify IVO of harm in social services, by SoL and by LSS (support for people with disabilities)
 *   lex Maria    the duty of care providers to notify IVO of what caused, or could have caused, a serious injury in health care
 */

type StageWork = (run: CaseRun) => Promise<void>;
type Stages = Readonly<Record<Exclude<Stage, 'closed' | 'cancelled'>, StageWork>>;

/** Synpunkt or klagomål (a view or a complaint, from outside): whoever spoke up is told that it has come in, and is owed an answer. It is never itself notified to IVO. */
export async function complaint(input: CaseInput): Promise<void> {
  const stages: Stages = {
    received: receiveFromPublic,
    investigating: investigate,
    assessing: assess,
    ivoDecision: considerNewCase,
    feedback: answerThePublic,
    followUp,
  };
  return runCase(input, stages, [watchOtherDuties]);
}

/**
 * Avvikelse (a deviation): reported by staff, so nothing is confirmed by mail. It is never itself notified to IVO: where it is that grave, a new case is
 * opened from it, a lex Sarah or a lex Maria, and this one goes on.
 */
export async function deviation(input: CaseInput): Promise<void> {
  const stages: Stages = {
    received: receiveFromStaff,
    investigating: investigate,
    assessing: assess,
    ivoDecision: considerNewCase,
    feedback: tellThoseConcerned,
    followUp,
  };
  return runCase(input, stages, [watchOtherDuties]);
}

/** Lex Sarah: reported by staff, and may be notified to IVO from the first day, by a workflow of its own beside the stages. */
export async function lexSarah(input: CaseInput): Promise<void> {
  const stages: Stages = {
    received: receiveFromStaff,
    investigating: investigate,
    assessing: prepareDecision,
    ivoDecision: decideOnIvo,
    feedback: tellThoseConcerned,
    followUp,
  };
  return runCase(input, stages, [watchOtherDutiesButIvo, keepIvoWorkflowGoing]);
}

/** Lex Maria: opened from a deviation, may be notified to IVO as a lex Sarah may; the patient and the board are to be told from its first day. */
export async function lexMaria(input: CaseInput): Promise<void> {
  const stages: Stages = {
    received: receiveFromDeviation,
    investigating: investigate,
    assessing: prepareDecision,
    ivoDecision: decideOnIvo,
    feedback: tellPatientAndBoard,
    followUp,
  };
  return runCase(input, stages, [watchOtherDutiesButIvo, keepIvoWorkflowGoing]);
}

/**
 * Runs until the case is closed or cancelled and no duty is left: its stages one at a time, and `beside` them the rest. A case may last for years:
 * when the history has grown long, Temporal goes on with a new run, which begins with what this one knows.
 */
async function runCase(input: CaseInput, stages: Stages, beside: readonly StageWork[]): Promise<void> {
  const run = new CaseRun(input, isOver);
  await run.waitForFirstSnapshot();
  await Promise.all([goThroughStages(run, stages), ...beside.map((work) => work(run))]);
  await run.finishReports();
  if (!run.isDone()) await continueAsNew<typeof complaint>(run.input);
}

/** One stage after the other as the case goes, forwards or back. The work of a stage stops when the case has left it, or the run stops. */
async function goThroughStages(run: CaseRun, stages: Stages): Promise<void> {
  while (!run.isEnding()) {
    const { stage } = run.snapshot;
    if (stage === 'closed' || stage === 'cancelled') {
      run.show(`Ärendet är ${stage === 'closed' ? 'avslutat' : 'makulerat'}. Det som återstår bevakas.`);
      await run.waitForChange(() => !run.isEnding());
    } else await stages[stage](run);
  }
}
