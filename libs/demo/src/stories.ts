import { ex01 } from './ex-01.js';
import { endedStories } from './stories-ended.js';
import { underWay } from './stories-under-way.js';
import { waiting } from './stories-waiting.js';
import type { Story } from './story.js';

/*
 * Complaints in work, invented. Those of the demo year are figures only; these have words, so that every stage has something to read.
 */

/** Every living case of the demo, days counted back from the first start. */
export const stories = (firstStart: string): readonly Story[] => [ex01(firstStart), ...waiting, ...underWay(firstStart), ...endedStories(firstStart)];
