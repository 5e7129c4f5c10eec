import { ActivityFailure, condition, continueAsNew, patched, proxyActivities, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import type { RecordSnapshot } from '#domain/records/snapshot';
import type { RecordActivities } from './activities.js';
import { isRecordSnapshot, type RecordInput, recordChanged } from './messages.js';
import { TROUBLE_PATCH, Trouble } from './trouble.js';

/** Good enough within the working day: tried for about an hour. A command that is refused is refused however often one tries. */
const { takeRecordStep } = proxyActivities<RecordActivities>({
  startToCloseTimeout: '30 seconds',
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumInterval: '1 minute',
    maximumAttempts: 60,
    nonRetryableErrorTypes: ['Refusal', 'ZodError', 'TypeError', 'RangeError'],
  },
});
/** As reportTrouble of a case. */
const { reportRecordTrouble } = proxyActivities<RecordActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 30 },
});

/**
 * Watches one record that is no case (a risk, an action, a review of the access log): the one who is responsible for it is reminded on its day, and the manager above
 * is told where nothing has happened a week later. The days are data of the record type (libs/domain/src/<type>/agenda.ts). It runs as long as
 * there is something to wait for, and is started again when there is.
 */
export async function record(input: RecordInput): Promise<void> {
  const { family, id } = input;
  let snapshot: RecordSnapshot | null = input.snapshot ?? null;
  const report = async (code: string | null) => {
    if (patched(TROUBLE_PATCH)) await reportRecordTrouble({ family, id, code });
  };
  const trouble = new Trouble(report, () => snapshot?.steps ?? []);
  trouble.goOnFrom(input);
  const accept = (given: RecordSnapshot): void => {
    const clockOffset = Math.max(given.clockOffset, snapshot?.clockOffset ?? 0);
    snapshot = { ...(snapshot !== null && given.version < snapshot.version ? snapshot : given), clockOffset };
    setCurrentDetails(`${snapshot.number}\n\n${snapshot.steps.map((step) => `${step.do} ${step.about} ${step.at}`).join('\n')}`);
  };
  setHandler(recordChanged, (message) => {
    const isUsable = isRecordSnapshot(message, input);
    if (!isUsable && patched(TROUBLE_PATCH)) return trouble.badMessage();
    trouble.countMessage();
    if (!isUsable) return;
    accept(message);
    trouble.afterMessage();
  });
  await condition(() => snapshot !== null);
  for (;;) {
    // Set by the handler, which the compiler can't see.
    const { steps, clockOffset }: RecordSnapshot = snapshot as unknown as RecordSnapshot;
    if (steps.length === 0) {
      trouble.end();
      await trouble.waitForReports();
      if ((snapshot as unknown as RecordSnapshot).steps.length > 0) continue;
      return;
    }
    if (workflowInfo().continueAsNewSuggested) {
      await trouble.waitForReports();
      await continueAsNew<typeof record>({ family, id, snapshot: snapshot as unknown as RecordSnapshot, ...trouble.known });
    }
    const next = steps.find((step) => !trouble.isSetAside(step.id));
    const { messages } = trouble;
    if (next === undefined) {
      await condition(() => trouble.messages !== messages);
      continue;
    }
    const ms = Date.parse(next.at) - (Date.now() + clockOffset);
    if (ms > 0) {
      await condition(() => trouble.messages !== messages, ms, { summary: `${next.do} ${next.about}` });
      continue;
    }
    try {
      const after = await takeRecordStep({ family, id, step: next.id, now: new Date(Date.now() + clockOffset).toISOString() });
      const isUsable = isRecordSnapshot(after, input);
      if (isUsable) accept(after);
      if (isUsable && !after.steps.some((step) => step.id === next.id)) {
        trouble.stepDone(next.id);
        continue;
      }
      if (!patched(TROUBLE_PATCH)) trouble.forgetFailedSteps();
      trouble.stepChangedNothing(next.id, next.do);
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      if (!patched(TROUBLE_PATCH)) trouble.forgetFailedSteps();
      trouble.stepFailed(next.id, next.do);
    }
  }
}
