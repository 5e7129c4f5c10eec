import pRetry, { type Options } from 'p-retry';
import { workflowIdOf } from '#domain/ids';
import { isAway, type Temporal, WorkflowNotFoundError } from '#platform/temporal';
import { inParallel } from './in-parallel.js';

const AT_ONCE = 16;
/** A busy server may miss the two seconds of one call. */
const onceMore: Options = { retries: 2, factor: 1, minTimeout: 300, shouldRetry: ({ error }) => isAway(error) };

/**
 * Whether a case's workflow runs just now, asked of Temporal itself: the conductor's position only says that it was told once, and a
 * workflow can be terminated by hand after that.
 * @throws ServiceError where Temporal is away
 */
export async function isRunning(temporal: Temporal, caseId: string): Promise<boolean> {
  try {
    const { status } = await temporal.call((client) => client.workflow.getHandle(workflowIdOf(caseId)).describe());
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** Those of the cases whose workflow does not run; null where Temporal does not answer: not known is not none. */
export async function withoutWorkflow(temporal: Temporal, caseIds: readonly string[]): Promise<readonly string[] | null> {
  const without: string[] = [];
  try {
    await inParallel(AT_ONCE, caseIds, async (id) => {
      if (!(await pRetry(() => isRunning(temporal, id), onceMore))) without.push(id);
    });
  } catch (error) {
    if (isAway(error)) return null;
    throw error;
  }
  return without;
}
