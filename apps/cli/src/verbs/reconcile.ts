import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Core } from '#case-service/core';
import type { Config } from '#platform/config';
import { Temporal } from '#platform/temporal';
import { figurePosition } from '#read-model/position';
import { notRunning } from '#workflow-sync/running';
import { overdue } from '../parts/due.js';
import { type Difference, differencesOf, orphans } from '../parts/reconcile.js';
import { eachStream, inBatches } from '../parts/streams.js';
import { say, withCore } from '../parts/verb.js';

const BATCH = 500;
const LATE_MS = 15 * 60_000;
/** Subscriptions lag a moment behind, longer on a slow machine: wait while they come nearer, and look again at what differs. */
const LOOKS = 3;
const LOOKS_AT_STANDSTILL = 15;
const BETWEEN_LOOKS_MS = 700;

/** Whether the workflows were compared: not where no Temporal is set or it does not answer. */
type Workflows = 'compared' | 'notSet' | 'away';

/** The case or record that a workflow is about. */
interface Waiting {
  readonly stream: string;
  readonly number: string;
}

interface Reconciled {
  readonly streams: number;
  readonly found: readonly Difference[];
  readonly workflows: Workflows;
}

const unknown: Readonly<Record<Workflows, string>> = {
  compared: '',
  notSet: '; om arbetsflödena kör: vet inte, TEMPORAL_ADDRESS saknas',
  away: '; om arbetsflödena kör: vet inte, Temporal svarar inte',
};

/** Prints where rows and workflows differ from the events and what time has left undone; 1 if anything, or if Temporal does not answer. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { streams, found, workflows } = await withCore('reconcile', reconcile);
  for (const { stream, what } of found) say(`${stream}: ${what}`);
  say(`${streams} strömmar jämförda, ${found.length} skillnader${unknown[workflows]}.`);
  return found.length > 0 || workflows === 'away' ? 1 : 0;
}

async function reconcile(core: Core, config: Config): Promise<Reconciled> {
  const late = new Date(core.clock.now().getTime() - LATE_MS).toISOString();
  const suspects = new Set<string>();
  const undone: Difference[] = [];
  const waiting = new Map<string, Waiting>();
  let streams = 0;
  const upTo = await core.store.position();
  await Promise.all([
    followed(core, ['projector', 'relay'], () => figurePosition(core.database), upTo),
    followed(core, ['conductor'], () => checkpointOf(core, 'conductor'), upTo),
  ]);
  for await (const batch of inBatches(eachStream(core.store.readByStream('', upTo)), BATCH)) {
    streams += batch.length;
    for (const { stream } of await differencesOf(core, batch)) suspects.add(stream);
    for (const events of batch) {
      const { settings } = core.register.organisation;
      const waits = overdue(events, late, settings);
      if (waits === null) continue;
      const { stream, number, items, workflows } = waits;
      for (const name of workflows) waiting.set(name, { stream, number });
      undone.push(...items.map((item) => ({ stream, what: `${number}: ${item.do} för ${item.about} skulle ha skett ${item.at}` })));
    }
  }
  const { workflows, found } = await stoppedWorkflows(config, waiting);
  return { streams, found: [...(await lookAgain(core, suspects)), ...(await orphans(core)), ...found, ...undone], workflows };
}

/** Returns when the subscriptions have come so far, no longer move, or nobody runs them. */
async function followed(core: Core, names: readonly string[], position: () => Promise<number>, upTo: number): Promise<void> {
  let furthest = -1;
  for (let still = 0; still < LOOKS_AT_STANDSTILL && (await isCarried(core, names)); still += 1) {
    const at = await position();
    if (at >= upTo) return;
    if (at > furthest) [furthest, still] = [at, 0];
    await sleep(BETWEEN_LOOKS_MS);
  }
}

async function isCarried({ database }: Core, names: readonly string[]): Promise<boolean> {
  return (await database.query('SELECT FROM store.subscriptions WHERE name = ANY($1) AND lease_until > clock_timestamp()', [names])).length > 0;
}

async function checkpointOf({ database }: Core, name: string): Promise<number> {
  const [row] = await database.query<{ position: number }>('SELECT position FROM store.subscriptions WHERE name = $1', [name]);
  return row?.position ?? 0;
}

/** Workflows of cases and records that wait for something, and of notifications to IVO, that do not run, as Temporal itself says. */
async function stoppedWorkflows({ temporal: settings }: Config, waiting: ReadonlyMap<string, Waiting>): Promise<Omit<Reconciled, 'streams'>> {
  if (settings.address === undefined) return { workflows: 'notSet', found: [] };
  const temporal = Temporal.open(settings);
  try {
    let stopped: readonly string[] | null = (await temporal.isUp()) ? [...waiting.keys()] : null;
    for (let look = 0; look < LOOKS && stopped !== null && stopped.length > 0; look += 1) {
      if (look > 0) await sleep(BETWEEN_LOOKS_MS);
      stopped = await notRunning(temporal, stopped);
    }
    if (stopped === null) return { workflows: 'away', found: [] };
    return { workflows: 'compared', found: stopped.flatMap((name) => saidOf(name, waiting.get(name))) };
  } finally {
    await temporal.close();
  }
}

function saidOf(workflowId: string, of: Waiting | undefined): readonly Difference[] {
  if (of === undefined) return [];
  // The workflow of a case or a record has the name of its stream.
  const which = workflowId === of.stream ? 'arbetsflödet' : 'arbetsflödet för anmälan till IVO';
  return [{ stream: of.stream, what: `${of.number}: ${which} kör inte (rehydrate ger det tillbaka)` }];
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
