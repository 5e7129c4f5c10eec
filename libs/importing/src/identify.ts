import type { Core } from '#case-service/core';
import { caseIdOf, caseStream, uuidOf } from '#domain/ids';
import { contentHashOf, externalKey, type Identified, importedCaseId } from './imported-case.js';
import type { Accepted, Refused } from './judge.js';

type Parts = Pick<Core, 'store' | 'seal'>;
type Item = Omit<Identified, 'parent' | 'incidentId'>;
type Parent = { readonly caseId: string; readonly incidentId: string };

/**
 * Gives every line its case id, and its parent where it names one: a case of the same file or one that is there already.
 * A line that says again what another line says is a twin; one that says something else under the same id is refused.
 */
export async function identify(
  parts: Parts,
  accepted: readonly Accepted[],
): Promise<{ items: readonly Identified[]; twins: number; refused: readonly Refused[] }> {
  const { unique, twins, refused } = distinct(parts, accepted);
  const stored = await storedParents(parts, unique);
  const incidentOf = (item: Item, seen: readonly string[]): string | null => {
    if (seen.includes(item.caseId)) return null;
    if (item.row.parentExternalId === null) return uuidOf('import', 'incident', item.caseId);
    return parentOf(item, [...seen, item.caseId])?.incidentId ?? null;
  };
  const parentOf = (item: Item, seen: readonly string[]): Parent | null => {
    const key = externalKey(parts.seal, item.row.parentExternalId as string).toString('hex');
    const inFile = unique.get(key);
    const incidentId = stored.get(key)?.incidentId ?? (inFile === undefined ? null : incidentOf(inFile, seen));
    return incidentId === null ? null : { caseId: stored.get(key)?.caseId ?? (inFile as Item).caseId, incidentId };
  };
  const items: Identified[] = [];
  for (const item of unique.values()) {
    const parent = item.row.parentExternalId === null ? null : parentOf(item, [item.caseId]);
    if (item.row.parentExternalId !== null && parent === null)
      refused.push({ line: item.line, reasons: ['parentExternalId: ärendet finns varken här eller i filen'] });
    else items.push({ ...item, parent, incidentId: parent?.incidentId ?? uuidOf('import', 'incident', item.caseId) });
  }
  return { items, twins, refused };
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
    else refused.push({ line: line.line, reasons: [`externalId: samma som på rad ${earlier.line}, men med annat innehåll`] });
  }
  return { unique, twins, refused };
}

/** Parents that were imported before, with the incident they share with their children. */
async function storedParents({ store, seal }: Parts, unique: ReadonlyMap<string, Item>): Promise<Map<string, Parent>> {
  const keys = [...unique.values()].filter((item) => item.row.parentExternalId !== null).map((item) => externalKey(seal, item.row.parentExternalId as string));
  if (keys.length === 0) return new Map();
  const found = [...(await store.findMany('externalId', keys))].map(([key, { stream }]) => ({ key, caseId: caseIdOf(stream) as string }));
  const streams = await store.loadMany(found.map(({ caseId }) => caseStream(caseId)));
  return new Map(found.map(({ key, caseId }) => [key, { caseId, incidentId: String(streams.get(caseStream(caseId))?.[0]?.open['incidentId']) }]));
}
