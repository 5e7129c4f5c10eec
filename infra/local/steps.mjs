const seconds = (ms) => `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
const patience = 5_000;

/**
 * Shows the steps of a start, each with its time. Plain lines until listr2 is installed
 * and where there is no terminal; after `pretty()` a live list.
 * @param {Record<string, string>} plan id → title, in the order to show them
 */
export function openSteps(plan, write = (line) => process.stdout.write(`${line}\n`)) {
  const steps = new Map(Object.entries(plan).map(([id, title]) => [id, { title, ...deferred() }]));
  let live;
  const say = (line) => {
    if (live === undefined) write(line);
  };

  async function step(id, work) {
    const it = steps.get(id);
    const began = Date.now();
    const slow = setTimeout(() => say(`  …  ${it.title}`), patience);
    try {
      const result = await work((note) => {
        it.note = note;
      });
      it.took = seconds(Date.now() - began);
      say(`  ✔  ${titleOf(it)}`);
      it.resolve();
      return result;
    } catch (cause) {
      if (cause.message !== 'stopping') say(`  ✖  ${it.title}  ${seconds(Date.now() - began)}`);
      it.reject(cause);
      throw cause;
    } finally {
      clearTimeout(slow);
      it.done = true;
    }
  }

  async function pretty() {
    if (!process.stdout.isTTY || process.env.CI || live !== undefined) return;
    const { Listr } = await import('listr2');
    const left = [...steps.values()].filter((it) => !it.done);
    const tasks = left.map((it) => ({
      title: it.title,
      task: async (_, task) => {
        await it.promise;
        task.title = titleOf(it);
      },
    }));
    // its own signal listeners would end the process before the services are stopped
    const list = new Listr(tasks, { concurrent: true, exitOnError: false, registerSignalListeners: false, rendererOptions: { showErrorMessage: false } });
    live = list.run().catch(() => {});
  }

  /** Ends the live list; steps that were never begun are left out. */
  async function close() {
    for (const it of steps.values()) it.resolve();
    await live;
    live = undefined;
  }

  return { step, pretty, close, seconds };
}

const titleOf = (it) => `${it.title}${it.note ? `: ${it.note}` : ''}${it.took ? `  ${it.took}` : ''}`;

function deferred() {
  let resolve;
  let reject;
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {}); // a fault is reported where the step was called
  return { promise, resolve, reject };
}

export { seconds };
