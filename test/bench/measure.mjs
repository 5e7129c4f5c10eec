import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';

export const now = () => performance.now();

/** The share `p` (0–1) of values is at or below this one. */
export function percentile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * p) - 1))] ?? Number.NaN;
}

/** How long one piece of work takes, in ms. */
export async function took(work) {
  const began = now();
  await work();
  return now() - began;
}

/** Milliseconds of each of `count` pieces of work, one after the other; the first `warm` are not counted. */
export async function each(count, warm, work) {
  const times = [];
  for (let n = 0; n < warm + count; n += 1) {
    const ms = await took(() => work(n));
    if (n >= warm) times.push(ms);
  }
  return times;
}

/** `count` pieces of work by `clients` at once; how many a second. */
export async function rate(count, clients, work) {
  let next = 0;
  const client = async (who) => {
    while (next < count) await work(next++, who);
  };
  const ms = await took(() => Promise.all(Array.from({ length: clients }, (_, who) => client(who))));
  return count / (ms / 1_000);
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Polls until the answer is true, or fails. */
export async function until(ask, ms, what) {
  for (const end = now() + ms; now() < end; await sleep(50)) {
    if (await ask().catch(() => false)) return;
  }
  throw new Error(`waited ${ms} ms for ${what}`);
}

const REST_MS = 5_000;
const busyTime = () =>
  cpus().reduce((sum, { times }) => ({ idle: sum.idle + times.idle, all: sum.all + Object.values(times).reduce((one, other) => one + other) }), {
    idle: 0,
    all: 0,
  });

/**
 * Waits until the machine is almost idle: work may go on in other processes after the answer (workflows' first tasks,
 * vacuum). @returns the share of the last five seconds that it was idle: less than `share` where it never was
 */
export async function atRest(share = 0.75, patienceMs = 300_000) {
  for (const end = now() + patienceMs; ; ) {
    const before = busyTime();
    await sleep(REST_MS);
    const after = busyTime();
    const idle = (after.idle - before.idle) / (after.all - before.all);
    if (idle >= share || now() > end) return idle;
  }
}
