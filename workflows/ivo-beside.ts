import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ChildWorkflowCancellationType, getExternalWorkflowHandle, ParentClosePolicy, patched, startChild } from '@temporalio/workflow';
import type { CaseSnapshot } from '#domain/case/snapshot';
import type { CaseRun } from './case-run.js';
import { ivoNotification } from './ivo-notification.workflow.js';
import { caseChanged, concernsIvo, ivoWorkflowId, queues, searchedBy } from './messages.js';

/**
 * Runs that were under way on 30 November 2026 told the IVO workflow once at their end, and not what came after that: `patched` lets their histories
 * replay. To be removed as docs/how-to-add.md#a-change-of-a-workflow says.
 */
const PATCH = 'ivo-is-told-to-the-end';

/**
 * Beside the stages of a lex Sarah or a lex Maria: keeps the IVO workflow going (ivo-notification.workflow.ts). It is started as soon as there is
 * something to notify, and every message about the case is passed on to it. It goes on when this workflow continues as new; if somebody ends it
 * by hand, the next message starts it again. It ends by itself when it learns that nothing concerns IVO any more (`concernsIvo`).
 */
export async function keepIvoWorkflowGoing(run: CaseRun): Promise<void> {
  let isRunning = false;
  const passOn = async () => {
    if (isRunning && (await tellIvoWorkflow(run.snapshot))) return;
    isRunning = (await startIvoWorkflow(run.snapshot)) || (await tellIvoWorkflow(run.snapshot));
  };
  // Where the case's workflow was ended by hand, the IVO workflow may have missed the message that IVO has closed it.
  if (!run.isEnding() && run.snapshot.ivo === 'closed' && !concernsIvo(run.snapshot) && patched(PATCH)) await tellIvoWorkflow(run.snapshot);
  while (!run.isEnding()) {
    const { messages } = run;
    if (concernsIvo(run.snapshot)) await passOn();
    else if (isRunning) {
      await tellIvoWorkflow(run.snapshot);
      isRunning = false;
    }
    // If a message came while this one was passed on, it is passed on at once.
    await run.waitUntil(() => run.messages !== messages || run.isEnding());
  }
  // The next run does not know whether an IVO workflow runs: this one tells it all that comes until its own end.
  while (isRunning) {
    const { messages } = run;
    await tellIvoWorkflow(run.snapshot);
    await run.finishReports();
    if (run.messages === messages || !patched(PATCH)) return;
  }
}

/** Answers false where one runs already. */
async function startIvoWorkflow(snapshot: CaseSnapshot): Promise<boolean> {
  try {
    await startChild(ivoNotification, {
      workflowId: ivoWorkflowId(snapshot.caseId),
      taskQueue: queues.cases,
      args: [{ caseId: snapshot.caseId, snapshot }],
      typedSearchAttributes: searchedBy(snapshot),
      staticSummary: `${snapshot.number} IVO`,
      // It goes on when this workflow continues as new, and when somebody cancels this workflow in Temporal.
      parentClosePolicy: ParentClosePolicy.ABANDON,
      cancellationType: ChildWorkflowCancellationType.ABANDON,
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

/** Answers false where it could not be told: none runs, in all likelihood. */
const tellIvoWorkflow = (snapshot: CaseSnapshot): Promise<boolean> =>
  getExternalWorkflowHandle(ivoWorkflowId(snapshot.caseId))
    .signal(caseChanged, snapshot)
    .then(
      () => true,
      () => false,
    );
