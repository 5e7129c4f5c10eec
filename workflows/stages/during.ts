import type { Stage } from '#domain/codes/stages';
import type { Course } from '../course.js';

/**
 * One stage of a case: waits for the earliest thing that time demands, or for news, until the case has left the stage.
 * The six came out as the same code, so this one function takes the stage; what each sets going stands in sets-going.ts.
 */
export async function during(stage: Stage, course: Course): Promise<void> {
  while (course.isIn(stage) && !course.isOver() && !course.isLong()) {
    const item = course.next();
    if (item !== null && course.isDue(item)) await course.perform(item);
    else await course.news(item);
  }
}
