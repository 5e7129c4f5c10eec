import { foldStored } from '#case-service/case-service';
import type { Core } from '#case-service/core';
import type { ExistingCase } from '#domain/case/case';
import { caseIdOf, caseStream, uuidOf } from '#domain/ids';
import { contentHashOf, externalKey, type Identified, importedCaseId } from './imported-case.js';
import type { Accepted, Refused } from './judge.js';
import { type Parent, parentOfRow, parentOfState } from './parent.js';
import { placeOf } from './read-file.js';

type Parts = Pick<Core, 'store' | 'seal'>;
type Item = Omit<Identified, 'parent' | 'incidentId'>;

/**
 * Gives every line its case id, and its parent where it names one: a case of the same file or one that is stored already.
 * A line that repeats another line is a twin; one with other content under the same id is refused.
 */
export async function identify(
  parts: Parts,
  accepted: readonly Accepted[],
): Promise<{ items: readonly Identified[]; twins: number; refused: readonly Refused[] }> {
  const { unique, twins, refused } = distinct(parts, accepted);
  const stored = await storedParents(parts, unique);
  /** `seen` are the lines below it: a line that is its own ancestor has no parent. */
  const parentOf = (item: Item, seen: readonly string[]): Parent | null => {
    const key = externalKey(parts.seal, item.row.parentExternalId as string).toString('hex');
    const known = stored.get(key);
    if (known !== undefined) return known;
    const inFile = unique.get(key);
    return inFile === undefined ? null : asParent(inFile, seen);
  };
  const asParent = (item: Item, seen: readonly string[]): Parent | null => {
    if (seen.includes(item.caseId)) return null;
    if (item.row.parentExternalId === null) return parentOfRow(item, item.caseId, ownIncident(item), null);
    const above = parentOf(item, [...seen, item.caseId]);
    return above === null ? null : parentOfRow(item, item.caseId, above.incidentId, above);
  };
  const items: Identified[] = [];
  for (const item of unique.values()) {
    const parent = item.row.parentExternalId === null ? null : parentOf(item, [item.caseId]);
    if (item.row.parentExternalId !== null && parent === null)
      refused.push({ ...placeOf(item), reasons: ['parentExternalId: ärendet finns varken här eller i filen'] });
    else items.push({ ...item, parent, incidentId: parent?.incidentId ?? ownIncident(item) });
  }
  return { items: parentsFirst(items), twins, refused };
}

const ownIncident = (item: Item): string => uuidOf('import', 'incident', item.caseId);

/** In the order they were received, but no case before its parent. */
function parentsFirst(items: readonly Identified[]): readonly Identified[] {
  const byId = new Map(items.map((item) => [item.caseId, item]));
  const placed = new Set<Identified>();
  const place = (item: Identified): void => {
    if (placed.has(item)) return;
    const parent = item.parent === null ? undefined : byId.get(item.parent.caseId);
    if (parent !== undefined) place(parent);
    placed.add(item);
  };
  for (const item of items.toSorted((a, b) => a.row.receivedAt.localeCompare(b.row.receivedAt) || a.line - b.line)) place(item);
  return [...placed];
}

function distinct({ seal }: Parts, accepted: readonly Accepted[]): { unique: Map<string, Item>; twins: number; refused: Refused[] } {
  const unique = new Map<string, Item>();
  const refused: Refused[] = [];
  let twins = 0;
  for (const line of accepted) {
    const key = externalKey(seal, line.row.externalId);
    const item = { ...line, key, contentHash: contentHashOf(seal, line.row), caseId: importedCaseId(key) };
    const earlier = unique.get(key.toString('hex'));
    if (earlier === undefined) unique.set(key.toString('hex'), item);
    else if (earlier.contentHash.equals(item.contentHash)) twins += 1;
    else refused.push({ ...placeOf(line), reasons: [`externalId: samma som på rad ${earlier.line}, men med annat innehåll`] });
  }
  return { unique, twins, refused };
}

/** Parents that were imported before, as they stand now. */
async function storedParents({ store, seal }: Parts, unique: ReadonlyMap<string, Item>): Promise<Map<string, Parent>> {
  const keys = [...unique.values()].filter((item) => item.row.parentExternalId !== null).map((item) => externalKey(seal, item.row.parentExternalId as string));
  if (keys.length === 0) return new Map();
  const found = [...(await store.findMany('externalId', keys))].map(([key, { stream }]) => ({ key, caseId: caseIdOf(stream) as string }));
  const streams = await store.loadMany(found.map(({ caseId }) => caseStream(caseId)));
  return new Map(found.map(({ key, caseId }) => [key, parentOfState(foldStored(caseId, streams.get(caseStream(caseId)) ?? []) as ExistingCase)]));
}
