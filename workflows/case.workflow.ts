import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import { Course } from './course.js';
import type { CaseInput } from './messages.js';
import { during } from './stages/during.js';

/**
 * The course of one case: receive, investigate, assess, decide on IVO, give feedback, follow up.
 * A stage returns at once when the case is not in it, and when the case has left it, forwards or back; so the round is walked
 * until the case is over. It decides nothing: the door for commands does (docs/decisions/0001).
 */
export async function caseWorkflow(input: CaseInput): Promise<void> {
  const course = new Course(input);
  await course.begins();
  while (!course.isOver()) {
    await during('received', course);
    await during('investigating', course);
    await during('assessing', course);
    await during('ivoDecision', course);
    await during('feedback', course);
    await during('followUp', course);
    await during('closed', course);
    await during('cancelled', course);
    if (course.isLong()) await goOnAnew(course);
  }
  await condition(allHandlersFinished);
}

/** A case may run for years: a history that has grown long is exchanged for a new one that knows what the old one knew. */
async function goOnAnew(course: Course): Promise<never> {
  await condition(allHandlersFinished);
  return continueAsNew<typeof caseWorkflow>({ caseId: course.caseId, told: course.told });
}
