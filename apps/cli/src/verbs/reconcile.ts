import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Core } from '#case-service/core';
import { caseIdOf } from '#domain/ids';
import { overdue } from '../due.js';
import { type Difference, differencesOf, orphans } from '../reconcile.js';
import { eachStream, inBatches } from '../streams.js';
import { say, withCore } from '../verb.js';

const BATCH = 500;
const LATE_MS = 15 * 60_000;
/** A running projector is a moment behind: what differs is looked at again before it is said. */
const LOOKS = 3;
const BETWEEN_LOOKS_MS = 700;

/** Says where rows and events differ and what time has left undone; 1 if anything. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { streams, found } = await withCore('reconcile', reconcile);
  for (const { stream, what } of found) say(`${stream}: ${what}`);
  say(`${streams} strömmar jämförda, ${found.length} skillnader.`);
  return found.length > 0 ? 1 : 0;
}

async function reconcile(core: Core): Promise<{ streams: number; found: readonly Difference[] }> {
  const late = new Date(core.clock.now().getTime() - LATE_MS).toISOString();
  const suspects = new Set<string>();
  const undone: Difference[] = [];
  let streams = 0;
  for await (const batch of inBatches(eachStream(core.store.readByStream('', await core.store.position())), BATCH)) {
    streams += batch.length;
    for (const { stream } of await differencesOf(core, batch)) suspects.add(stream);
    undone.push(...batch.flatMap((events) => undoneIn(events[0]?.stream ?? '', overdue(events, late, core.register.organisation.settings.ladder))));
  }
  return { streams, found: [...(await lookAgain(core, suspects)), ...(await orphans(core)), ...undone] };
}

async function lookAgain(core: Core, suspects: ReadonlySet<string>): Promise<readonly Difference[]> {
  let found: readonly Difference[] = [];
  for (let look = 0, names = [...suspects]; look < LOOKS && names.length > 0; look += 1) {
    await sleep(BETWEEN_LOOKS_MS);
    found = [];
    for (let from = 0; from < names.length; from += BATCH) {
      const streams = await core.store.loadMany(names.slice(from, from + BATCH));
      found = [...found, ...(await differencesOf(core, [...streams.values()]))];
    }
    names = [...new Set(found.map(({ stream }) => stream))];
  }
  return found;
}

const undoneIn = (stream: string, { state, items }: ReturnType<typeof overdue>): readonly Difference[] =>
  caseIdOf(stream) === null || state === null
    ? []
    : items.map((item) => ({ stream, what: `${state.number}: ${item.do} för ${item.rule} skulle ha skett ${item.at}` }));
