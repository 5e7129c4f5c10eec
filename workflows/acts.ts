import { patched, proxyActivities } from '@temporalio/workflow';
import type { CaseSnapshot, DutyStep } from '#domain/case/snapshot';
import type { CaseActivities, StepRequest } from './activities.js';

/** Faults that come again however often one tries: the command is refused, or the case can't be read. The step waits for the next message. */
const nonRetryableErrorTypes = ['Refusal', 'ZodError', 'TypeError', 'RangeError'];

/** Somebody waits for it: tried again soon, for a quarter of an hour. */
const { sendConfirmation: confirmActivity } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 seconds', maximumAttempts: 90, nonRetryableErrorTypes },
});
/** Good enough within the working day: tried for about an hour. */
const { remind: remindActivity } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 60, nonRetryableErrorTypes },
});
/** Something is late already: tried at short intervals for about an hour. */
const { escalate: escalateActivity } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 1.5, maximumInterval: '30 seconds', maximumAttempts: 120, nonRetryableErrorTypes },
});
/** Comes a week or more after the duty was last raised, and the next time is counted from this one: tried for a day. */
const { raiseAgain: raiseAgainActivity } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes', maximumAttempts: 150, nonRetryableErrorTypes },
});
/** Comes months after the action, so an hour or two does not matter: tried for about two hours. */
const { askForEffect: askForEffectActivity } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 3, maximumInterval: '5 minutes', maximumAttempts: 30, nonRetryableErrorTypes },
});
/** Says that something is wrong: tried for about twenty minutes. It holds up no step; only the end of a run waits for it. */
export const { reportTrouble } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 30 },
});

/** Does one step of a duty, and returns how the case stands after it. The summary is what Temporal's pages show of it. */
export type Act = (request: StepRequest, summary: string) => Promise<CaseSnapshot>;
/** Which kinds of steps are done, and how. */
export type Acts = { readonly [Do in DutyStep['do']]?: Act };

/** So many managers are told of a late duty, each once, by `escalate`. From the next level on it is `raiseAgain`. */
const MANAGERS = 2;

/**
 * How a step is done whose time has come. Workflows that were under way on 30 November 2026, of generation 2 (messages.ts) as today's are, have
 * raised again by `escalate`: `patched` lets their histories replay. To be removed as docs/how-to-add.md#a-change-of-a-workflow says.
 */
export const actOf = (acts: Acts, step: DutyStep): Act | undefined =>
  step.do === 'escalate' && step.level > MANAGERS && patched('raise-again') ? raiseAgain : acts[step.do];

export const sendConfirmation: Act = (request, summary) => confirmActivity.executeWithOptions({ summary }, [request]);
export const remind: Act = (request, summary) => remindActivity.executeWithOptions({ summary }, [request]);
export const escalate: Act = (request, summary) => escalateActivity.executeWithOptions({ summary }, [request]);
export const raiseAgain: Act = (request, summary) => raiseAgainActivity.executeWithOptions({ summary }, [request]);
export const askForEffect: Act = (request, summary) => askForEffectActivity.executeWithOptions({ summary }, [request]);

/**
 * What is done about every duty as time passes. The times are computed by the domain (libs/domain/src/case/agenda.ts) and come with the steps.
 *
 *   step      level  when                                                    who is told
 *   remind    1      three quarters of the time have passed                  the one who owes it
 *   remind    2      on its last day                                         the one who owes it
 *   escalate  1      the day after                                           that person's manager
 *   escalate  2      a week later                                            the manager above
 *   escalate  3, 4…  each week, or as the municipality has set, until it is  the next manager above each time, up to the
 *                    met; only what the law demands                          highest, who is then told again
 *
 * A duty that the law does not demand has no step left after level 2: the case stays where it is and nobody is told again.
 */
export const chase: Acts = { remind, escalate };
/**
 * All kinds of steps, for duties that are watched beside the stages (watch-duties.ts). `sendReceipt` is the stored code of a confirmation. It is
 * otherwise sent by the stage `received` only, and effects are asked for by `followUp` only.
 */
export const allActs: Acts = { ...chase, sendReceipt: sendConfirmation, askEffect: askForEffect };
