import { isCancellation } from '@temporalio/workflow';
import type { DutyStep, WatchedDuty } from '#domain/case/snapshot';
import type { Stage } from '#domain/codes/stages';
import { type Acts, actOf, everything } from './acts.js';
import type { CaseRun } from './case-run.js';

/** Which duties are watched, and how long. */
export interface Watch {
  readonly which: (duty: WatchedDuty) => boolean;
  readonly lasts: () => boolean;
}

/** The duties that the work of one stage meets, while the case is in it. */
export const ofStage = (run: CaseRun, stage: Stage): Watch => ({ which: (duty) => duty.stage === stage, lasts: () => run.isIn(stage) });

/**
 * Watches open duties one by one: each has a watcher of its own, with a timer of its own, which takes the duty's steps at their times
 * until it is met. A duty that comes later gets its watcher when it comes. The times are data of the duty: the domain computes them.
 */
export async function watchDuties(run: CaseRun, watch: Watch, acts: Acts): Promise<void> {
  const watched = new Set<string>();
  while (watch.lasts()) {
    for (const { id } of run.snapshot.duties) {
      if (watched.has(id) || nextStep(run, watch, acts, id) === null) continue;
      watched.add(id);
      void watchDuty(run, watch, acts, id)
        .catch((error: unknown) => {
          if (!isCancellation(error)) throw error;
        })
        .finally(() => watched.delete(id));
    }
    await run.changed(watch.lasts);
  }
}

/**
 * Beside the stages: every duty that is not of the stage where the case is, so that none is ever unwatched. An answer that is owed from the
 * first day, what is to be told to the patient, an action whose effect is asked for before the follow-up.
 */
export const watchOtherDuties = (run: CaseRun): Promise<void> =>
  watchDuties(run, { which: (duty) => duty.stage !== run.snapshot.stage, lasts: () => !run.isEnding() }, everything);

/** The same where what is owed to IVO has a workflow of its own. */
export const watchOtherDutiesButIvo = (run: CaseRun): Promise<void> =>
  watchDuties(run, { which: (duty) => duty.of !== 'ivo' && duty.stage !== run.snapshot.stage, lasts: () => !run.isEnding() }, everything);

async function watchDuty(run: CaseRun, watch: Watch, acts: Acts, id: string): Promise<void> {
  for (let next = nextStep(run, watch, acts, id); next !== null; next = nextStep(run, watch, acts, id)) {
    const { step, rule } = next;
    const act = run.isDue(step) ? actOf(acts, step) : undefined;
    if (act !== undefined) await run.take(step, rule, act);
    else await run.time(step, rule, () => !isSame(step, nextStep(run, watch, acts, id)?.step));
  }
}

/** The first step of a duty that may be taken here; null where there is none, or the duty is not watched here any more. */
function nextStep(run: CaseRun, { which, lasts }: Watch, acts: Acts, id: string): { readonly step: DutyStep; readonly rule: string } | null {
  if (!lasts()) return null;
  const duty = run.snapshot.duties.find((each) => each.id === id);
  const step = duty !== undefined && which(duty) ? duty.steps.find((each) => acts[each.do] !== undefined && run.isOpen(each)) : undefined;
  return step === undefined ? null : { step, rule: duty?.rule ?? '' };
}

const isSame = (step: DutyStep, now: DutyStep | undefined): boolean => step.id === now?.id && step.at === now.at;
