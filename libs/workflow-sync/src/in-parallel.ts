/** Does the work for each, some at a time. The first fault stops the rest from beginning and is thrown when those begun are done. */
export async function inParallel<T>(some: number, list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const faults: unknown[] = [];
  const hand = async () => {
    for (let item = left.shift(); item !== undefined && faults.length === 0; item = left.shift()) {
      await work(item).catch((error: unknown) => faults.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(some, list.length) }, hand));
  if (faults.length > 0) throw faults[0];
}
