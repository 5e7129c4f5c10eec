import type { CaseReader } from '#case-service/case-reader';
import type { OpenedRecord, RecordReader } from '#case-service/record-reader';
import { isMirror } from '#domain/case/conditions';
import { labelOfEvent } from '#domain/case/events.schema';
import { labelOf } from '#domain/codes/code';
import { stages } from '#domain/codes/stages';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { recordTypes } from '#domain/record-types';
import { codedHeading } from '#domain/records/heading';
import type { Asking } from '#domain/records/record-command';
import type { EventStore } from '#event-store/event-store';
import { type Excerpt, excerptOf } from '#event-store/excerpt';
import { textsIn } from '#event-store/stems';
import { isIndexFilled } from '#event-store/word-index-of-all';
import type { Database } from '#platform/database';
import { type CaseHit, casesFound, FOUND, type RecordHit, recordsFound, soughtIn } from '#read-model/search';
import { headingFor } from '#text/case-heading';
import { unitName } from '../frame/unit-name.js';
import type { HitRow, SearchProps } from './search.page.js';

export interface SearchCore {
  readonly database: Database;
  readonly store: EventStore;
  readonly cases: CaseReader;
  readonly records: RecordReader;
}

/** What a search shows, and the streams that it shows for their words. */
export interface Searched {
  readonly props: SearchProps;
  readonly byWords: readonly string[];
}

/** A page of hits for one person; null where the text has no word that finds anything. @throws DatabaseFault */
export async function searched({ database, store, cases, records }: SearchCore, asking: Asking, text: string, page: number): Promise<Searched | null> {
  const sought = await soughtIn(text, store.index);
  if (sought === null) return null;
  const [found, others, filled] = await Promise.all([
    casesFound(database, asking, { text, sought, page }),
    recordsFound(database, asking, { text, sought, page }),
    isIndexFilled(database),
  ]);
  const [read, texts] = await Promise.all([
    cases.searched(
      asking.actor,
      found.items.map(({ id }) => id),
    ),
    records.searched(others.items.map(streamOf)),
  ]);
  const rows = found.items.flatMap((hit) => {
    const one = read.get(hit.id);
    const place = one === undefined ? null : placeIn(one, text);
    // The rows may be a moment old: a word that is not in what the person may read now is no hit.
    if (one === undefined || (hit.byWords && place === null)) return [];
    const row = caseRow(hit, one.title ?? headingFor({ ...one.state.desc, isMirror: isMirror(one.state) }, one.reads), asking);
    return [{ ...row, excerpt: place, isWorded: place !== null || one.title !== null, stream: caseStream(hit.id) }];
  });
  const further = others.items.map((hit) => {
    const excerpt = excerptOf(textsOf(texts.get(streamOf(hit))), text);
    return { ...recordRow(hit, asking), excerpt, isWorded: excerpt !== null, stream: streamOf(hit) };
  });
  return {
    props: {
      asked: text,
      fault: null,
      filled,
      page,
      pages: Math.max(1, Math.ceil(Math.max(found.total, others.total) / FOUND)),
      cases: { rows, total: found.total, more: found.more },
      records: { rows: further, total: others.total, more: others.more },
    },
    byWords: [...rows, ...further].flatMap(({ stream, isWorded }) => (isWorded ? [stream] : [])),
  };
}

const streamOf = ({ family, id }: RecordHit): string => `${family}/${id}`;

/** What was read of a case or a record. */
export type Read = Pick<OpenedRecord, 'events' | 'words'>;

const textsOf = (read: Read | undefined): readonly string[] => (read?.events ?? []).flatMap(({ eventId }) => textsIn(read?.words.get(eventId)));

/** Where in a case the first of the words stands; null where none does. */
export function placeIn(
  { events, words }: Read,
  asked: string,
  labelOf: (type: string) => string = labelOfEvent,
): (Excerpt & { readonly where: string }) | null {
  for (const { type, eventId } of events) {
    const place = excerptOf(textsIn(words.get(eventId)), asked);
    if (place !== null) return { ...place, where: labelOf(type) };
  }
  return null;
}

const caseRow = (hit: CaseHit, what: string, { organisation, today }: Asking): Omit<HitRow, 'excerpt'> => ({
  href: `/arende/${hit.id}`,
  number: hit.number,
  secrecy: hit.secrecy,
  what,
  unit: unitName(organisation, hit.unit, today),
  stage: labelOf(stages, hit.stage),
  day: stockholmDate(hit.receivedAt),
});

function recordRow(hit: RecordHit, { organisation, today }: Asking): Omit<HitRow, 'excerpt'> {
  const type = recordTypes.find(({ family }) => family === hit.family);
  if (type === undefined) throw new Error(`no record type ${hit.family}`);
  const heading = codedHeading(type, hit.facts);
  return {
    href: `/${type.page}/${hit.id}`,
    number: hit.number,
    secrecy: false,
    what: heading ?? type.words.one,
    unit: unitName(organisation, hit.unit, today),
    stage: labelOf(type.statuses, hit.status),
    day: hit.due,
  };
}
