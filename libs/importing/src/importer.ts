import { foldStored, stored } from '#case-service/case-service';
import { numberOf } from '#case-service/command-log';
import type { Core } from '#case-service/core';
import type { ExistingCase } from '#domain/case/case';
import { followed } from '#domain/case/decide/follow';
import type { NewCaseEvent } from '#domain/case/events.schema';
import { processOf } from '#domain/case/processes/index';
import { seriesOf } from '#domain/codes/kinds';
import { caseStream, uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { importer } from '#domain/org/actor';
import { addToOrganisation } from '#organisation/changes';
import type { LocalEntry } from '#organisation/organisation-register';
import { tryAgain } from '#platform/try-again';
import { identify } from './identify.js';
import { type Identified, importedEvents } from './imported-case.js';
import { type Accepted, isRefused, judge, type Refused } from './judge.js';
import { conversionFrom, convertedEvents } from './parent.js';
import { type Line, placeOf } from './read-file.js';

const BATCH = 200;
const TRIES = 5;

export interface Imported {
  readonly imported: number;
  readonly alreadyThere: number;
  /** In order of line. */
  readonly refused: readonly Refused[];
}

export type ImportParts = Pick<Core, 'database' | 'store' | 'seal' | 'register' | 'clock'>;

/**
 * Imports cases from another system: each line becomes one CaseImported, numbered in the order they were received. A case that came of
 * another shares its incident, and the parent gets an event in the same append.
 * A batch is stored whole or not at all and every line has a stable id, so an import that was cut off is run again from the start.
 * A dry run judges everything, twins included, and writes nothing.
 */
export async function importLines(
  parts: ImportParts,
  lines: Iterable<Line> | AsyncIterable<Line>,
  options: { readonly dryRun?: boolean } = {},
): Promise<Imported> {
  const accepted: Accepted[] = [];
  const refused: Refused[] = [];
  const today = stockholmDate(parts.clock.now().toISOString());
  for await (const read of lines) {
    const judged = 'fault' in read ? { ...placeOf(read), reasons: [read.fault] } : judge(placeOf(read), read.value, parts.register, today);
    if (isRefused(judged)) refused.push(judged);
    else accepted.push(judged);
  }
  const identified = await identify(parts, accepted);
  refused.push(...identified.refused);
  const inOrder = identified.items;
  let imported = 0;
  let alreadyThere = identified.twins;
  for (let from = 0; from < inOrder.length; from += BATCH) {
    const done = await importBatch(parts, inOrder.slice(from, from + BATCH), options.dryRun ?? false);
    imported += done.imported;
    alreadyThere += done.alreadyThere;
    refused.push(...done.refused);
  }
  return { imported, alreadyThere, refused: refused.toSorted((a, b) => a.line - b.line) };
}

/** Starts again from the look-up, if another import has stored one of them meanwhile. */
async function importBatch(parts: ImportParts, batch: readonly Identified[], dryRun: boolean): Promise<Imported> {
  const done = await tryAgain(TRIES, async (): Promise<Imported | null> => {
    const { fresh, alreadyThere, refused } = await sort(parts, batch);
    if (fresh.length === 0 || dryRun) return { imported: fresh.length, alreadyThere, refused };
    await addEntries(parts, fresh);
    return (await append(parts, fresh)) ? { imported: fresh.length, alreadyThere, refused } : null;
  });
  if (done === null) throw new Error('another import keeps bringing the same cases in');
  return done;
}

async function sort({ store }: ImportParts, batch: readonly Identified[]): Promise<{ fresh: Identified[]; alreadyThere: number; refused: Refused[] }> {
  const known = await store.findMany(
    'externalId',
    batch.map((item) => item.key),
  );
  const found = (item: Identified) => known.get(item.key.toString('hex'));
  const changed = batch.filter((item) => found(item)?.note?.equals(item.contentHash) === false);
  const streams = changed.length === 0 ? new Map() : await store.loadMany(changed.map((item) => caseStream(item.caseId)));
  return {
    fresh: batch.filter((item) => found(item) === undefined),
    alreadyThere: batch.filter((item) => found(item)?.note?.equals(item.contentHash) === true).length,
    refused: changed.map((item) => ({
      ...placeOf(item),
      reasons: [`externalId: finns redan med annat innehåll, som ärende ${String(streams.get(caseStream(item.caseId))?.[0]?.open['number'])}`],
    })),
  };
}

/** Makes the divisions' own sources and categories before the cases that name them. */
async function addEntries(parts: ImportParts, items: readonly Identified[]): Promise<void> {
  const named = new Map(items.flatMap((item) => Object.values(item.entries)).map((entry) => [`${entry.list}/${entry.division}/${entry.code}`, entry]));
  const isThere = (wanted: LocalEntry) =>
    parts.register.entries().some((entry) => entry.list === wanted.list && entry.division === wanted.division && entry.code === wanted.code);
  const entries = [...named.values()].filter((entry) => !isThere(entry));
  if (entries.length > 0) await addToOrganisation(parts, { units: [], entries }, importer.id, parts.clock.now().toISOString());
}

/** One append of many streams, those of stored parents among them; false when another was first. */
async function append(parts: ImportParts, items: readonly Identified[]): Promise<boolean> {
  const { store, seal, clock } = parts;
  const now = clock.now().toISOString();
  const timed = { now, organisation: parts.register.organisation };
  const runs = runsOf(items);
  const parents = await parentsThere(parts, items);
  const result = await store.append({
    command: {
      id: uuidOf('import', ...items.map((item) => item.key.toString('hex'))),
      actor: importer.id,
      bodyHash: seal.hmac('command', Buffer.concat(items.map((item) => item.contentHash))),
    },
    numbers: runs.map(({ series, year, items: own }) => ({ series, year, count: own.length })),
    build: (firsts) => {
      const numbered = runs.flatMap(({ series, year, items: own }, run) =>
        own.map((item, n) => ({ item, number: numberOf(series, year, (firsts[run] as number) + n) })),
      );
      const known = knownTo(numbered);
      return {
        streams: [
          ...numbered.map(({ item, number }) => streamOf(item.caseId, 0, importedEvents(item, number, timed, known.get(item.caseId) ?? []), now)),
          ...parents.map((state) => streamOf(state.id, state.version, followed(state, known.get(state.id) ?? [], processOf(state.desc.process), timed), now)),
        ],
        keys: items.map((item) => ({ list: 'externalId', hash: item.key, stream: caseStream(item.caseId), note: item.contentHash })),
        answer: { imported: items.length },
      };
    },
  });
  return result.kind === 'appended';
}

const streamOf = (caseId: string, expectedVersion: number, events: readonly NewCaseEvent[], now: string) => ({
  stream: caseStream(caseId),
  expectedVersion,
  events: events.map((event) => stored(event, now)),
});

/** Parents of an earlier import or batch that get a child, as they stand. */
async function parentsThere({ store }: ImportParts, items: readonly Identified[]): Promise<readonly ExistingCase[]> {
  const among = new Set(items.map((item) => item.caseId));
  const converted = items.flatMap(({ parent, row }) => (parent !== null && !among.has(parent.caseId) && conversionFrom(parent, row) !== null ? [parent] : []));
  const ids = [...new Set(converted.map(({ caseId }) => caseId))];
  if (ids.length === 0) return [];
  const streams = await store.loadMany(ids.map(caseStream));
  return ids.map((caseId) => foldStored(caseId, streams.get(caseStream(caseId)) ?? []) as ExistingCase);
}

/** The events of each parent, by its case id. */
function knownTo(numbered: readonly { readonly item: Identified; readonly number: string }[]): ReadonlyMap<string, readonly NewCaseEvent[]> {
  const known = new Map<string, readonly NewCaseEvent[]>();
  for (const { item, number } of numbered) {
    if (item.parent === null) continue;
    known.set(item.parent.caseId, [...(known.get(item.parent.caseId) ?? []), ...convertedEvents(item.parent, item, number)]);
  }
  return known;
}

interface Run {
  readonly series: string;
  readonly year: number;
  readonly items: Identified[];
}

/** The runs of numbers: one per series and year, each in the order of receipt. */
function runsOf(items: readonly Identified[]): readonly Run[] {
  const runs = new Map<string, Run>();
  for (const item of items) {
    const series = seriesOf[item.row.kind];
    const year = Number(stockholmDate(item.row.receivedAt).slice(0, 4));
    const run = runs.get(`${series}-${year}`) ?? { series, year, items: [] };
    runs.set(`${series}-${year}`, run);
    run.items.push(item);
  }
  return [...runs.values()];
}
