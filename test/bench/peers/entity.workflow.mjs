import { condition, defineSignal, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

const { write } = proxyLocalActivities({ startToCloseTimeout: '10 seconds' });
export const command = defineUpdate('command');
export const stop = defineSignal('stop');

/** The entity workflow of Temporal's own pages: the case is the workflow's state, a command is an Update. */
export async function entity() {
  let version = 0;
  let stopped = false;
  setHandler(command, async (id) => {
    await write(id);
    version += 1;
    return version;
  });
  setHandler(stop, () => {
    stopped = true;
  });
  await condition(() => stopped);
}
