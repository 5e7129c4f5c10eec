import { readable } from '#domain/case/readable';
import { visible } from '#domain/case/visible';
import { recordTypes } from '#domain/record-types';
import type { Asking } from '#domain/records/record-command';
import { recordSightOf } from '#domain/records/sight';
import { wordsAsked } from '#event-store/stems';
import type { WordIndex } from '#event-store/word-index';
import type { Tx } from '#platform/database';
import { numberTyped } from './number-typed.js';
import { STILL } from './read-core.js';
import type { NamedRecord } from './record-list.js';
import { recordItemSql, recordSeenSql } from './record-seen.js';
import { type Bind, binding, readableSql, visibleSql } from './visible.js';
import { type CaseItem, caseItemSql, unitsNamed, wordSql } from './work-list.js';

/** How a hit was found: by what everybody who sees it reads of it, by the person's own words, or by what others have said. */
const [CODED, OWN, OTHERS] = [0, 1, 2];
export const FOUND = 20;

/** A text as it is searched for: each word with the hashes of the forms that its pieces have. */
interface Sought {
  readonly text: string;
  /** Pieces of a word that is no word by itself (070-1740610) must all be there. */
  readonly pieces: readonly (readonly string[])[];
}

export interface CaseHit extends CaseItem {
  /** Found by words, so that it is shown to one who may read them alone. */
  readonly byWords: boolean;
}
export interface RecordHit extends NamedRecord {
  readonly unit: string;
  readonly byWords: boolean;
}
export interface Found<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** What is looked for; null where the text has no word that finds anything. */
export async function soughtIn(text: string, index: WordIndex): Promise<readonly Sought[] | null> {
  const words = text.split(/\s+/).map((word) => ({ text: word, pieces: wordsAsked(word) }));
  const telling = words.filter(({ pieces }) => pieces.length > 0);
  if (telling.length === 0) return null;
  return Promise.all(telling.map(async (word) => ({ text: word.text, pieces: await index.hashesOf(word.pieces) })));
}

/** The cases in which every word is found, the one with the number first and then the latest. @throws DatabaseFault */
export async function casesFound(database: Tx, asking: Asking, text: string, sought: readonly Sought[], page: number): Promise<Found<CaseHit>> {
  const { actor, organisation, today } = asking;
  const { params, bind } = binding();
  const coded = (word: string) => `SELECT l.case_id AS id, ${CODED} AS level FROM read.case_list l WHERE ${wordSql(word, organisation, today, bind)}`;
  const number = numberTyped(text);
  const named = number === null ? 'false' : `upper(l.number) = ${bind(number)}`;
  const hits = hitsSql(sought, coded, (hashes) => [others(hashes, bind), ...(actor.person === null ? [] : [own(hashes, actor.id, actor.person, bind)])]);
  const [sees, reads] = [visibleSql(visible(actor, organisation, today), bind), readableSql(readable(actor, organisation, today), bind)];
  const ownOnes =
    actor.person === null ? 'false' : `(l.reporter = ${bind(actor.person)}::uuid AND ${sees} AND NOT l.excepted @> ARRAY[${bind(actor.person)}::uuid])`;
  const rows = await database.query<{ id: string; byWords: boolean; total: number }>(
    `WITH hit AS MATERIALIZED (${hits} UNION ALL SELECT l.case_id, ${CODED} FROM read.case_list l WHERE ${named})
     SELECT l.case_id AS id, min(h.level) > ${CODED} AS "byWords", count(*) OVER ()::int AS total FROM hit h JOIN read.case_list l ON l.case_id = h.id
     WHERE CASE h.level WHEN ${CODED} THEN ${sees} WHEN ${OWN} THEN ${reads} OR ${ownOnes} ELSE ${reads} END
     GROUP BY l.case_id, l.received_at, l.number ORDER BY (${named})::int DESC, l.received_at DESC, l.case_id LIMIT ${FOUND} OFFSET ${(page - 1) * FOUND}`,
    params,
  );
  const items = await database.query<CaseItem>(`SELECT ${caseItemSql('$1::timestamptz')} FROM read.case_list l WHERE l.case_id = ANY($2)`, [
    `${today}T00:00:00Z`,
    rows.map(({ id }) => id),
  ]);
  return inOrder(rows, items);
}

/** The other records in which every word is found. Whoever sees one reads its words. @throws DatabaseFault */
export async function recordsFound(database: Tx, asking: Asking, text: string, sought: readonly Sought[], page: number): Promise<Found<RecordHit>> {
  const { params, bind } = binding();
  const sight = recordSightOf(asking);
  const still = `r.to_position = ${STILL}`;
  const number = numberTyped(text);
  const named = number === null ? 'false' : `upper(r.number) = ${bind(number)}`;
  const coded = (word: string) =>
    `SELECT split_part(r.stream, '/', 2)::uuid AS id, ${CODED} AS level FROM read.fact_record r WHERE ${still} AND (upper(r.number) = ${bind(word.toUpperCase())}
     OR r.unit = ANY(${bind(unitsNamed(word, asking.organisation, asking.today))}::text[]))`;
  const hits = hitsSql(sought, coded, (hashes) => [others(hashes, bind)]);
  const seen = recordTypes.map(({ family }) => `(r.family = ${bind(family)} AND ${recordSeenSql(family, sight, bind)})`).join(' OR ');
  const rows = await database.query<RecordHit & { readonly total: number }>(
    `WITH hit AS MATERIALIZED (${hits} UNION ALL SELECT split_part(r.stream, '/', 2)::uuid, ${CODED} FROM read.fact_record r WHERE ${still} AND ${named}),
       one AS (SELECT id, min(level) AS level FROM hit GROUP BY id)
     SELECT ${recordItemSql}, r.family, h.level > ${CODED} AS "byWords", count(*) OVER ()::int AS total
     FROM one h JOIN read.fact_record r ON split_part(r.stream, '/', 2)::uuid = h.id AND ${still}
     WHERE ${seen} ORDER BY (${named})::int DESC, r.closed, r.due NULLS LAST, r.number LIMIT ${FOUND} OFFSET ${(page - 1) * FOUND}`,
    params,
  );
  return { items: rows, total: rows[0]?.total ?? 0 };
}

/** What has every word, with the highest level that one of them needed. */
function hitsSql(sought: readonly Sought[], coded: (word: string) => string, worded: (hashes: readonly string[]) => readonly string[]): string {
  const each = sought.map(({ text, pieces }) => {
    const inWords = pieces.map((hashes) => `SELECT id, min(level) AS level FROM (${worded(hashes).join(' UNION ALL ')}) w GROUP BY id`);
    return `SELECT id, min(level) AS level FROM (${coded(text)} UNION ALL ${joined(inWords)}) any_of GROUP BY id`;
  });
  return joined(each);
}

/** What is in all of them, with the highest level of any. */
const joined = (parts: readonly string[]): string =>
  parts.length === 1
    ? (parts[0] as string)
    : `SELECT id, greatest(${parts.map((_, n) => `p${n}.level`).join(', ')}) AS level FROM ${parts
        .map((part, n) => `(${part}) p${n}`)
        .reduce((before, part) => `${before} JOIN ${part} USING (id)`)}`;

const others = (hashes: readonly string[], bind: Bind): string =>
  `SELECT i.id, ${OTHERS} AS level FROM store.word_index i WHERE i.stems && ${bind(hashes)}::uuid[]`;

/** What the person has said in cases that they have reported. */
const own = (hashes: readonly string[], actor: string, person: string, bind: Bind): string =>
  `SELECT i.id, ${OWN} AS level FROM store.word_index i JOIN store.events e USING (position) WHERE i.stems && ${bind(hashes)}::uuid[] AND e.actor = ${bind(actor)}
   AND i.id = ANY(ARRAY(SELECT c.case_id FROM read.case_list c WHERE c.reporter = ${bind(person)}::uuid))`;

function inOrder(rows: readonly { readonly id: string; readonly byWords: boolean; readonly total: number }[], items: readonly CaseItem[]): Found<CaseHit> {
  const of = new Map(items.map((item) => [item.id, item]));
  return {
    items: rows.flatMap(({ id, byWords }) => {
      const item = of.get(id);
      return item === undefined ? [] : [{ ...item, byWords }];
    }),
    total: rows[0]?.total ?? 0,
  };
}
