import { unpark } from '#event-store/parked';
import type { Tx } from '#platform/database';
import { type Temporal, WorkflowNotFoundError } from '#platform/temporal';
import { caseWorkflowTypes } from '#workflows/messages';
import { inParallel } from './in-parallel.js';
import { WORKFLOWS } from './trouble.js';

const AT_ONCE = 16;
/** What is listed is a moment behind what runs. */
const ROUNDS = 20;
const DEADLINE_MS = 10_000;
/** Running workflows of cases and of what runs beside them, as a query of Temporal. */
export const runningOfCases = `ExecutionStatus = 'Running' AND WorkflowType IN (${caseWorkflowTypes.map((type) => `'${type}'`).join(', ')})`;

/**
 * Ends every running workflow of a case, and of what runs beside one, so that they can be started again by other code (rehydrate). Mail
 * goes on. The trouble that they had reported goes with them: those that come after know nothing of it, and report their own. Answers how many were ended. @throws ServiceError where Temporal is away
 */
export async function endWorkflows(temporal: Temporal, database: Tx): Promise<number> {
  const ended = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const running: string[] = [];
    for await (const { workflowId } of temporal.list(runningOfCases)) running.push(workflowId);
    if (running.length === 0) break;
    await inParallel(AT_ONCE, running, async (id) => {
      const isEnded = await temporal
        .call((client) => client.workflow.getHandle(id).terminate('restarted by the operator'), DEADLINE_MS)
        .then(
          () => true,
          (error: unknown) => (error instanceof WorkflowNotFoundError ? false : Promise.reject(error)),
        );
      await unpark(database, WORKFLOWS, id);
      if (isEnded) ended.add(id);
    });
  }
  return ended.size;
}
