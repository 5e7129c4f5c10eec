import type { Stage } from '#domain/codes/stages';
import type { CaseRun } from '../case-run.js';

/**
 * One stage of a case: waits for the earliest thing that time demands, or for news, until the case has left the stage.
 * The six came out as the same code, so this one function takes the stage; what each sets going stands in sets-going.ts.
 */
export async function during(stage: Stage, run: CaseRun): Promise<void> {
  while (run.isIn(stage) && !run.isOver() && !run.isLong()) {
    const item = run.next();
    if (item !== null && run.isDue(item)) await run.perform(item);
    else await run.news(item);
  }
}
