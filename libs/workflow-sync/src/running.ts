import pRetry, { type Options } from 'p-retry';
import type { CaseSnapshot } from '#domain/case/snapshot';
import { workflowIdOf } from '#domain/ids';
import { isAway, type Temporal, WorkflowNotFoundError } from '#platform/temporal';
import { concernsIvo, ivoWorkflowId } from '#workflows/messages';
import { inParallel } from './in-parallel.js';

const AT_ONCE = 16;
/** A busy server may miss the two seconds of one call. */
const onceMore: Options = { retries: 2, factor: 1, minTimeout: 300, shouldRetry: ({ error }) => isAway(error) };

/** The workflows that a case has while it waits for something: its own, and that of its notification to IVO where there is anything to notify. */
export const workflowsOf = (snapshot: CaseSnapshot): readonly string[] => [
  workflowIdOf(snapshot.caseId),
  ...(concernsIvo(snapshot) ? [ivoWorkflowId(snapshot.caseId)] : []),
];

/**
 * Whether a workflow runs just now, asked of Temporal itself: the conductor's position only says that it was told once, and a
 * workflow can be terminated by hand after that.
 * @throws ServiceError where Temporal is away
 */
export async function isRunning(temporal: Temporal, workflowId: string): Promise<boolean> {
  try {
    const { status } = await temporal.call((client) => client.workflow.getHandle(workflowId).describe());
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** Those of the workflows that do not run; null where Temporal does not answer: not known is not none. */
export async function notRunning(temporal: Temporal, workflowIds: readonly string[]): Promise<readonly string[] | null> {
  const stopped: string[] = [];
  try {
    await inParallel(AT_ONCE, workflowIds, async (id) => {
      if (!(await pRetry(() => isRunning(temporal, id), onceMore))) stopped.push(id);
    });
  } catch (error) {
    if (isAway(error)) return null;
    throw error;
  }
  return stopped;
}
