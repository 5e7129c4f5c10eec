import { now, sleep } from '../measure.mjs';

const EVERY_MS = 500;
const PATIENCE_MS = 120_000;

/** Polls the health route for the lag of the rows, until they have caught up. */
export function watchLag(url) {
  const seen = { mostEvents: 0, mostSeconds: 0 };
  let over = false;
  const look = async () => {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.json(),
      () => null,
    );
    const projections = answer?.parts?.projections;
    if (!projections) return Number.POSITIVE_INFINITY;
    seen.mostEvents = Math.max(seen.mostEvents, projections.lagEvents);
    seen.mostSeconds = Math.max(seen.mostSeconds, projections.lagSeconds);
    return projections.lagEvents;
  };
  const watching = (async () => {
    for (; !over; await sleep(EVERY_MS)) await look();
  })();
  return {
    async caughtUp() {
      const began = now();
      over = true;
      await watching;
      while ((await look()) > 0) {
        if (now() - began > PATIENCE_MS) throw new Error('the rows did not catch up within two minutes');
        await sleep(50);
      }
      return { ...seen, after: (now() - began) / 1_000 };
    },
  };
}
