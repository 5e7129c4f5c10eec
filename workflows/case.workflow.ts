import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import { CaseRun } from './case-run.js';
import type { CaseInput } from './messages.js';
import { during } from './stages/during.js';

/**
 * The run of one case: receive, investigate, assess, decide on IVO, give feedback, follow up.
 * A stage returns at once when the case is not in it, and when the case has left it, forwards or back; so the round is walked
 * until the case is over. It decides nothing: the door for commands does (docs/decisions/0001).
 */
export async function caseWorkflow(input: CaseInput): Promise<void> {
  const run = new CaseRun(input);
  await run.begins();
  while (!run.isOver()) {
    await during('received', run);
    await during('investigating', run);
    await during('assessing', run);
    await during('ivoDecision', run);
    await during('feedback', run);
    await during('followUp', run);
    await during('closed', run);
    await during('cancelled', run);
    if (run.isLong()) await goOnAnew(run);
  }
  await condition(allHandlersFinished);
}

/** A case may run for years: a history that has grown long is exchanged for a new one that knows what the old one knew. */
async function goOnAnew(run: CaseRun): Promise<never> {
  await condition(allHandlersFinished);
  return continueAsNew<typeof caseWorkflow>({ caseId: run.caseId, told: run.snapshot });
}
