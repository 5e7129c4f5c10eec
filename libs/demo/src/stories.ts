import { ex01 } from './ex-01.js';
import { ex04 } from './ex-04.js';
import { ex05 } from './ex-05.js';
import { ex08 } from './ex-08.js';
import { ex10 } from './ex-10.js';
import { careStories } from './stories-care.js';
import { deviationStories } from './stories-deviations.js';
import { decidedDeviations } from './stories-deviations-decided.js';
import { endedStories } from './stories-ended.js';
import { irregularityStories } from './stories-irregularities.js';
import { providerStories } from './stories-providers.js';
import { underWay } from './stories-under-way.js';
import { waiting } from './stories-waiting.js';
import type { Story } from './story.js';

/*
 * Cases in work, invented. Those of the demo year are figures only; these have words, so that every stage of every kind has something to read.
 */

/** Every living case of the demo, days counted back from the first start. EX-02 and EX-03 stand among those that have ended. */
export const stories = (firstStart: string): readonly Story[] => [
  ex01(firstStart),
  ...waiting,
  ...underWay(firstStart),
  ...endedStories(firstStart),
  ex04(firstStart),
  ex05(firstStart),
  ex08(firstStart),
  ex10(firstStart),
  ...deviationStories(firstStart),
  ...decidedDeviations(firstStart),
  ...irregularityStories(firstStart),
  ...careStories(firstStart),
  ...providerStories(firstStart),
];
