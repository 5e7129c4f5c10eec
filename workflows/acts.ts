import { patched, proxyActivities } from '@temporalio/workflow';
import type { CaseSnapshot, DutyStep } from '#domain/case/snapshot';
import type { CaseActivities, StepRequest } from './activities.js';

/** Faults that come again however often one tries: the door refuses, or the case can't be read. The step waits for news of the case. */
const nonRetryableErrorTypes = ['Refusal', 'ZodError', 'TypeError', 'RangeError'];

/** Somebody waits for it: tried again soon, for a quarter of an hour. */
const { sendConfirmation: confirmation } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 seconds', maximumAttempts: 90, nonRetryableErrorTypes },
});
/** For the working day: tried for about an hour. */
const { remind: reminder } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 60, nonRetryableErrorTypes },
});
/** Something is late already: tried at short intervals for about an hour. */
const { escalate: escalation } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 1.5, maximumInterval: '30 seconds', maximumAttempts: 120, nonRetryableErrorTypes },
});
/** Comes a week or more after the last, and the next is counted from it: tried for a day. */
const { raiseAgain: raising } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes', maximumAttempts: 150, nonRetryableErrorTypes },
});
/** Comes months after the action: an hour more or less is nothing. */
const { askForEffect: question } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 3, maximumInterval: '5 minutes', maximumAttempts: 30, nonRetryableErrorTypes },
});
/** Says that something is wrong: never waited for, and not repeated for long. */
export const { reportTrouble } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 30 },
});

/** Does one step of a duty; the summary is what Temporal's pages show of it. Answers how the case stands after it. */
export type Act = (request: StepRequest, summary: string) => Promise<CaseSnapshot>;
/** Which steps are done, and how. */
export type Acts = { readonly [Do in DutyStep['do']]?: Act };

/** A duty is raised to two managers, each once. What is raised after that is raised again. */
const MANAGERS = 2;

/**
 * How a step is done whose time has come. Workflows that were under way on 30 November 2026 have raised again by `escalate`: `patched` lets
 * their histories replay. It is to be removed as docs/how-to-add.md#a-change-of-a-workflow says.
 */
export const actOf = (acts: Acts, step: DutyStep): Act | undefined =>
  step.do === 'escalate' && acts.escalate !== undefined && step.level > MANAGERS && patched('raise-again') ? raiseAgain : acts[step.do];

export const sendConfirmation: Act = (request, summary) => confirmation.executeWithOptions({ summary }, [request]);
export const remind: Act = (request, summary) => reminder.executeWithOptions({ summary }, [request]);
export const escalate: Act = (request, summary) => escalation.executeWithOptions({ summary }, [request]);
export const raiseAgain: Act = (request, summary) => raising.executeWithOptions({ summary }, [request]);
export const askForEffect: Act = (request, summary) => question.executeWithOptions({ summary }, [request]);

/**
 * What is done about every duty as time passes: the one who owes it is reminded when three quarters of its time have passed and on its day; the
 * day after, it is raised to the manager, a week later to the manager above; and what the law demands is then raised again, each week
 * where the municipality has set nothing else, until it is met. The instants are data of the duty (libs/domain/src/case/agenda.ts).
 */
export const chase: Acts = { remind, escalate };
/** The same with what is otherwise done by one stage alone, for a duty whose stage the case has left or not yet come to. */
export const everything: Acts = { ...chase, sendReceipt: sendConfirmation, askEffect: askForEffect };
