import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { MailActivities, Sent } from './activities.js';
import { queues, wake } from './messages.js';

const mail = proxyActivities<MailActivities>({
  taskQueue: queues.effects,
  startToCloseTimeout: '5 minutes',
  // A worker that was killed while it sent is noticed by this, not by the five minutes.
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * Sends urgent mail, goes on until none is left, and then ends. One runs at a time: whoever has written a notice wakes it, or starts it.
 * A mail server that is away is tried again until it is back.
 */
export async function urgentMail(): Promise<void> {
  let woken = true;
  setHandler(wake, () => {
    woken = true;
  });
  while (woken) {
    woken = false;
    const { left } = await mail.sendUrgentNotices();
    if (left > 0) await condition(() => woken, '1 minute');
    if (left > 0) woken = true;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof urgentMail>();
  }
}

/** Each person's mail of the day, with what has gathered since the last. A Schedule of Temporal starts it (libs/workflow-sync/src/temporal-setup.ts). */
export async function dailyDigest(request: { readonly anyDay: boolean } = { anyDay: false }): Promise<Sent> {
  return mail.sendDigest(request);
}
