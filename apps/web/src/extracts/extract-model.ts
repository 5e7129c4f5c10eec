import type { OpenedRecord } from '#case-service/record-reader';
import { isMirror } from '#domain/case/conditions';
import { labelOfEvent } from '#domain/case/events.schema';
import { counted, isSameHit } from '#domain/extract/extract';
import { type Extract, extractType, type HitId, type JudgedHit } from '#domain/extract/index';
import { caseStream } from '#domain/ids';
import { recordStream, recordTypes } from '#domain/record-types';
import { eventNamed } from '#domain/records/fold';
import { codedHeading } from '#domain/records/heading';
import type { AnyRecordType } from '#domain/records/record-type';
import type { Excerpt } from '#event-store/excerpt';
import { isIndexFilled } from '#event-store/word-index-of-all';
import { barredFrom, casesFound, FOUND, recordsFound, soughtIn, type Wanted } from '#read-model/search';
import { caseHeading } from '#text/case-heading';
import { extractTexts as said } from '#text/extract';
import { wordNames } from '#text/words';
import { type CasePassage, passagesOf } from '../disclosure/passages.js';
import { placeIn, type Read, type SearchCore } from '../search/search-model.js';
import { judgedOf } from './judgement.js';

/** A case, as the first part of its stream. */
const CASE = 'case';
/** So many pages of one search are gone through. */
const MOST_PAGES = 10;
export const MOST_HITS = MOST_PAGES * FOUND;

/** A case or a record that was found for the one who asks. */
export interface Hit extends HitId {
  readonly stream: string;
  readonly number: string;
  readonly what: string;
  readonly secrecy: boolean;
  readonly href: string;
  readonly excerpt: Excerpt | null;
  readonly passages: readonly CasePassage[];
  readonly judged: JudgedHit | undefined;
  /** Lines that nobody has judged. */
  readonly left: number;
}

export interface Hits {
  readonly hits: readonly Hit[];
  /** One of the searches has more hits than can be gone through. */
  readonly more: boolean;
  /** Cases that were found, and that this person may not read because of a conflict of interest. */
  readonly barred: number;
  readonly filled: boolean;
}

/** Each thing that is searched for by itself: the personnummer, and each line of words. */
const searchesOf = ({ personalNumber, sought }: OpenedRecord['standing']): readonly string[] =>
  [personalNumber ?? '', ...(sought ?? '').split('\n')].map((line) => line.trim()).filter((line) => line !== '');

/** Everything that is found for a request as it stands: cases, then other records, each once; what this person may not read is absent. @throws DatabaseFault */
export async function hitsOf(core: SearchCore, opened: OpenedRecord): Promise<Hits> {
  const found = new Map<string, Hit>();
  let more = false;
  const barred = new Set<string>();
  for (const text of searchesOf(opened.standing)) {
    const sought = await soughtIn(text, core.store.index);
    if (sought === null) continue;
    for (const id of await barredFrom(core.database, opened, { text, sought, page: 1, onlyWords: true })) barred.add(id);
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const hits = await pageOf(core, opened, { text, sought, page, onlyWords: true });
      for (const hit of hits.shown) if (!found.has(hit.stream)) found.set(hit.stream, hit);
      if (hits.read < FOUND) break;
      if (page === MOST_PAGES) more = true;
    }
  }
  const hits = [...found.values()].toSorted((one, other) => Number(one.family !== CASE) - Number(other.family !== CASE));
  return { hits, more, barred: barred.size, filled: await isIndexFilled(core.database) };
}

async function pageOf(core: SearchCore, opened: OpenedRecord, wanted: Wanted): Promise<{ readonly shown: readonly Hit[]; readonly read: number }> {
  const { text } = wanted;
  const [cases, others] = await Promise.all([casesFound(core.database, opened, wanted), recordsFound(core.database, opened, wanted)]);
  const [read, texts] = await Promise.all([
    core.cases.searched(
      opened.actor,
      cases.items.map(({ id }) => id),
    ),
    core.records.searched(others.items.map(({ family, id }) => `${family}/${id}`)),
  ]);
  const ofCases = cases.items.flatMap((item): readonly Hit[] => {
    const one = read.get(item.id);
    if (one === undefined) return [];
    const shown = { number: item.number, what: caseHeading({ ...one.state.desc, isMirror: isMirror(one.state) }), secrecy: item.secrecy };
    return [hitOf({ family: CASE, of: item.id }, shown, one, text, opened)];
  });
  const ofRecords = others.items.flatMap((item): readonly Hit[] => {
    const type = recordTypes.find(({ family }) => family === item.family);
    // A request is no hit, neither this one nor another: what it holds is what the person has sent (docs/decisions/0034).
    if (type === undefined || type === extractType) return [];
    const shown = { number: item.number, what: codedHeading(type, item.facts) ?? type.words.one, secrecy: false };
    return [hitOf({ family: type.family, of: item.id }, shown, texts.get(`${item.family}/${item.id}`) ?? { events: [], words: new Map() }, text, opened)];
  });
  return { shown: [...ofCases, ...ofRecords], read: Math.max(cases.items.length, others.items.length) };
}

function hitOf(id: HitId, shown: Pick<Hit, 'number' | 'what' | 'secrecy'>, read: Read, text: string, { state }: OpenedRecord): Hit {
  const type = typeOf(id);
  const passages = passagesIn(type, read);
  const judged = (state as Extract).judged.find((one) => isSameHit(one, id));
  return {
    ...id,
    ...shown,
    stream: type === null ? caseStream(id.of) : recordStream(type, id.of),
    href: type === null ? `/arende/${id.of}` : `/${type.page}/${id.of}`,
    excerpt: placeIn(read, text, type === null ? labelOfEvent : namesOf(type).event),
    passages,
    judged,
    left: passages.filter((passage) => judgedOf(judged, passage) === undefined).length,
  };
}

/** The record type of a hit; null for a case. */
const typeOf = ({ family }: Pick<HitId, 'family'>): AnyRecordType | null => recordTypes.find((type) => type.family === family) ?? null;

const namesOf = (type: AnyRecordType) => ({
  event: (name: string) => eventNamed(type, name)?.label ?? name,
  words: (name: string) => type.standing[name] ?? wordNames[name] ?? '',
});

/** Every line of words of a hit. */
const passagesIn = (type: AnyRecordType | null, read: Read): readonly CasePassage[] => passagesOf(read, type === null ? undefined : namesOf(type));

/** How far the review of a hit has come, in words. */
export function reviewText({ judged, left, passages }: Pick<Hit, 'judged' | 'left' | 'passages'>): string {
  if (judged === undefined) return said.notReviewed(passages.length);
  if (left > 0) return said.changed(left);
  if (judged.passages.every(({ choice }) => choice === 'other')) return said.allOther;
  const { given, leftOut } = counted([judged]);
  return said.reviewed(given, leftOut);
}

/** The board that answers for the data. */
export const boardOf = ({ organisation, today, state }: Pick<OpenedRecord, 'organisation' | 'today' | 'state'>): string =>
  organisation.rootOf(state.unit, today)?.name ?? said.authority;
