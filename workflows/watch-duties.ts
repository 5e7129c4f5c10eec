import { isCancellation } from '@temporalio/workflow';
import type { DutyStep, WatchedDuty } from '#domain/case/snapshot';
import type { Stage } from '#domain/codes/stages';
import { type Acts, actOf, allActs } from './acts.js';
import type { CaseRun } from './case-run.js';

/** Which duties are watched, and how long. */
export interface Watch {
  readonly includes: (duty: WatchedDuty) => boolean;
  readonly goesOn: () => boolean;
}

/** The duties that are fulfilled by the work of one stage, while the case is in it. A duty to IVO has no stage (`stage` is null). */
export const ofStage = (run: CaseRun, stage: Stage): Watch => ({ includes: (duty) => duty.stage === stage, goesOn: () => run.isIn(stage) });

/**
 * Watches open duties one by one: each has a watcher of its own, with a timer of its own, which takes the duty's steps at their times
 * until the duty has no more. A duty that comes later gets its watcher when it comes. A stage with an act of its own (`received`,
 * `followUp`) watches its duties twice: by one watcher for that act and by one for what chases.
 */
export async function watchDuties(run: CaseRun, watch: Watch, acts: Acts): Promise<void> {
  const watched = new Set<string>();
  while (watch.goesOn()) {
    for (const { id } of run.snapshot.duties) {
      if (watched.has(id) || nextStep(run, watch, acts, id) === null) continue;
      watched.add(id);
      void watchDuty(run, watch, acts, id)
        .catch((error: unknown) => {
          // The workflow is cancelled in Temporal (not the case).
          if (!isCancellation(error)) throw error;
        })
        .finally(() => watched.delete(id));
    }
    await run.waitForChange(watch.goesOn);
  }
}

/**
 * Beside the stages: every duty that is not of the stage where the case is, so that none is unwatched: an answer that is owed from the
 * first day, what is to be told to the patient, an action whose effect is asked for before the follow-up. What is of the present stage is watched
 * there: the domain gives a confirmation to `received` and a question of effect to `followUp` (metIn, libs/domain/src/case/snapshot.ts),
 * and confirms complaints only.
 */
export const watchOtherDuties = (run: CaseRun): Promise<void> =>
  watchDuties(run, { includes: (duty) => duty.stage !== run.snapshot.stage, goesOn: () => !run.isEnding() }, allActs);

/** The same where what is owed to IVO has a workflow of its own. */
export const watchOtherDutiesButIvo = (run: CaseRun): Promise<void> =>
  watchDuties(run, { includes: (duty) => duty.of !== 'ivo' && duty.stage !== run.snapshot.stage, goesOn: () => !run.isEnding() }, allActs);

async function watchDuty(run: CaseRun, watch: Watch, acts: Acts, id: string): Promise<void> {
  for (let next = nextStep(run, watch, acts, id); next !== null; next = nextStep(run, watch, acts, id)) {
    const { step, rule } = next;
    const act = run.isDue(step) ? actOf(acts, step) : undefined;
    if (act !== undefined) await run.takeStep(step, rule, act);
    else await run.waitForTime(step, rule, () => !isSame(step, nextStep(run, watch, acts, id)?.step));
  }
}

/** The first step of a duty that may be taken here; null where there is none, or the duty is not watched here any more. */
function nextStep(run: CaseRun, { includes, goesOn }: Watch, acts: Acts, id: string): { readonly step: DutyStep; readonly rule: string } | null {
  if (!goesOn()) return null;
  const duty = run.snapshot.duties.find((each) => each.id === id);
  const step = duty !== undefined && includes(duty) ? duty.steps.find((each) => acts[each.do] !== undefined && run.mayTake(each)) : undefined;
  return step === undefined ? null : { step, rule: duty?.rule ?? '' };
}

const isSame = (step: DutyStep, now: DutyStep | undefined): boolean => step.id === now?.id && step.at === now.at;
