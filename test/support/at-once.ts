import { inParallel } from '#workflow-sync/in-parallel';

/** Runs the work for 0 … count−1, so many at a time, and returns the results in that order. */
export async function atOnce<T>(clients: number, count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  await inParallel(clients, [...Array(count).keys()], async (n) => {
    results[n] = await work(n);
  });
  return results;
}
