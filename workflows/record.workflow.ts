import { ActivityFailure, condition, continueAsNew, proxyActivities, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import type { RecordSnapshot } from '#domain/records/snapshot';
import type { RecordActivities } from './activities.js';
import { isRecordSnapshot, type RecordInput, recordChanged } from './messages.js';

/** For the working day: tried for about an hour. What the door refuses comes again however often one tries. */
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

/**
 * What time does about a record that is no case (a risk, an action): the one who answers for it is reminded on its day, and the manager above
 * where nothing has happened a week later. The days are data of the record type (libs/domain/src/<type>/agenda.ts). It runs as long as
 * there is something to wait for, and is started again when there is.
 */
export async function record(input: RecordInput): Promise<void> {
  let snapshot: RecordSnapshot | null = input.snapshot ?? null;
  let messages = 0;
  /** A step that failed for good, with the number of messages then: it waits for the next. */
  let failed: { readonly step: string; readonly messages: number } | null = null;
  const adopt = (given: unknown): void => {
    if (!isRecordSnapshot(given, input)) return;
    const clockOffset = Math.max(given.clockOffset, snapshot?.clockOffset ?? 0);
    snapshot = { ...(snapshot !== null && given.version < snapshot.version ? snapshot : given), clockOffset };
    setCurrentDetails(`${snapshot.number}\n\n${snapshot.steps.map((step) => `${step.do} ${step.about} ${step.at}`).join('\n')}`);
  };
  setHandler(recordChanged, (message) => {
    messages += 1;
    adopt(message);
  });
  await condition(() => snapshot !== null);
  for (;;) {
    const { steps, clockOffset }: RecordSnapshot = snapshot as unknown as RecordSnapshot;
    const next = steps.find(({ id }) => failed?.step !== id || failed.messages !== messages);
    if (steps.length === 0) return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof record>({ ...input, snapshot: snapshot as unknown as RecordSnapshot });
    const heard = messages;
    if (next === undefined) {
      await condition(() => messages !== heard);
      continue;
    }
    const ms = Date.parse(next.at) - (Date.now() + clockOffset);
    if (ms > 0) {
      await condition(() => messages !== heard, ms, { summary: `${next.do} ${next.about}` });
      continue;
    }
    try {
      const now = new Date(Date.now() + clockOffset).toISOString();
      const after = await takeRecordStep({ family: input.family, id: input.id, step: next.id, now });
      adopt(after);
      if (after.steps.some(({ id }) => id === next.id)) failed = { step: next.id, messages };
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      failed = { step: next.id, messages };
    }
  }
}
