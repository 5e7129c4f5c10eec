import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ChildWorkflowCancellationType, getExternalWorkflowHandle, ParentClosePolicy, startChild } from '@temporalio/workflow';
import type { CaseSnapshot } from '#domain/case/snapshot';
import type { CaseRun } from './case-run.js';
import { ivoNotification } from './ivo-notification.workflow.js';
import { caseChanged, concernsIvo, ivoWorkflowId, queues, searchedBy } from './messages.js';

/**
 * Beside the stages of a lex Sarah or a lex Maria: as soon as there is something to notify, the notification to IVO gets a workflow of its
 * own, and each message about the case is passed on to it. It outlives a run of this one; one that has ended, by hand or otherwise, is
 * started again at the next message. The last message, that the case is over, ends it.
 */
export async function notifyIvo(run: CaseRun): Promise<void> {
  let isStarted = false;
  const pass = async () => {
    if (isStarted && (await told(run.snapshot))) return;
    isStarted = (await started(run.snapshot)) || (await told(run.snapshot));
  };
  while (!run.isEnding()) {
    const { messages } = run;
    if (concernsIvo(run.snapshot)) await pass();
    else if (isStarted) isStarted = await told(run.snapshot).then(() => false);
    // Also one that came while the last was passed on.
    await run.until(() => run.messages !== messages || run.isEnding());
  }
  if (isStarted) await told(run.snapshot);
}

/** False where one runs already. */
async function started(snapshot: CaseSnapshot): Promise<boolean> {
  try {
    await startChild(ivoNotification, {
      workflowId: ivoWorkflowId(snapshot.caseId),
      taskQueue: queues.cases,
      args: [{ caseId: snapshot.caseId, snapshot }],
      typedSearchAttributes: searchedBy(snapshot),
      staticSummary: `${snapshot.number} IVO`,
      // It goes on when this workflow continues as new, and when it is cancelled.
      parentClosePolicy: ParentClosePolicy.ABANDON,
      cancellationType: ChildWorkflowCancellationType.ABANDON,
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

/** False where none runs. */
const told = (snapshot: CaseSnapshot): Promise<boolean> =>
  getExternalWorkflowHandle(ivoWorkflowId(snapshot.caseId))
    .signal(caseChanged, snapshot)
    .then(
      () => true,
      () => false,
    );
