import { readable } from '#domain/case/readable';
import { visible } from '#domain/case/visible';
import { recordTypes } from '#domain/record-types';
import type { Asking } from '#domain/records/record-command';
import { recordSightOf } from '#domain/records/sight';
import { type Asked, askedOf } from '#event-store/stems';
import type { WordIndex } from '#event-store/word-index';
import type { Database, Tx } from '#platform/database';
import { numberTyped } from './number-typed.js';
import { STILL } from './read-core.js';
import type { NamedRecord } from './record-list.js';
import { recordItemSql, recordSeenSql } from './record-seen.js';
import { type Bind, binding, readableSql, visibleSql } from './visible.js';
import { type CaseItem, caseItemSql, unitsNamed, wordSql } from './work-list.js';

export const FOUND = 20;
/** So many hits are counted and can be paged through: beyond them the answer is that there are more. */
const COUNTED = 1_000;
/** To read a row of a word and the case behind it takes so many times as long as to ask the next case whether it has the words. */
const READ = 1.5;

/** How much is counted, and what a row is taken to cost: a spec sets its own, and so chooses the way. */
interface Limits {
  readonly counted: number;
  readonly read: number;
}
const limitsOfSearch: Limits = { counted: COUNTED, read: READ };

/** A word that is searched for, with the hashes of the forms that its pieces have. */
type Sought = Asked;

/** What is searched for, as it was typed and as hashes, and which page of it. */
export interface Wanted {
  readonly text: string;
  readonly sought: readonly Sought[];
  readonly page: number;
  /** Only what people have written, no numbers, units or codes. */
  readonly onlyWords?: boolean;
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
  /** How many there are, up to COUNTED. */
  readonly total: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
}

/** What is looked for; null where the text has no word that finds anything. */
export async function soughtIn(text: string, index: WordIndex): Promise<readonly Sought[] | null> {
  const asked = askedOf(text);
  return asked.length === 0 ? null : index.hashed(asked);
}

/** The cases in which every word is found, the one with the number first and then the latest. @throws DatabaseFault */
export async function casesFound(database: Database, asking: Asking, wanted: Wanted, limits: Limits = limitsOfSearch): Promise<Found<CaseHit>> {
  const { counted } = limits;
  // Each way of this search goes by an index. The planner reads a whole table for a common word, and compares every word of it.
  const ids = await database.transaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off');
    const named = await caseNamed(tx, asking, wanted);
    const found = await wordedCases(tx, asking, wanted, limits);
    return [...named, ...found.filter(({ id }) => named.every((one) => one.id !== id))];
  });
  const shown = ids.slice(0, counted).slice((wanted.page - 1) * FOUND, wanted.page * FOUND);
  const items = await database.query<CaseItem>(`SELECT ${caseItemSql('$1::timestamptz')} FROM read.case_list l WHERE l.case_id = ANY($2)`, [
    `${asking.today}T00:00:00Z`,
    shown.map(({ id }) => id),
  ]);
  return { items: inOrder(shown, items), total: Math.min(ids.length, counted), more: ids.length > counted };
}

interface FoundId {
  readonly id: string;
  readonly byWords: boolean;
}

/** The case whose number the whole text is, where the person sees it. */
async function caseNamed(tx: Tx, { actor, organisation, today }: Asking, { text, onlyWords }: Wanted): Promise<readonly FoundId[]> {
  const number = onlyWords === true ? null : numberTyped(text);
  if (number === null) return [];
  const { params, bind } = binding();
  return tx.query(
    `SELECT l.case_id AS id, false AS "byWords" FROM read.case_list l WHERE upper(l.number) = ${bind(number)} AND ${visibleSql(visible(actor, organisation, today), bind)}`,
    params,
  );
}

/** The latest cases that have every word: by what everybody who sees them reads of them, by what others have said, or by the person's own words. */
async function wordedCases(tx: Tx, asking: Asking, wanted: Wanted, limits: Limits): Promise<readonly FoundId[]> {
  const { actor, organisation, today } = asking;
  const sizes = await sizesOf(tx, asking, wanted);
  const { params, bind } = binding();
  // What no case has as a code is not asked of each: to compare its number with the word takes longer than all else.
  const words = wanted.sought.map((word, n) => ({
    coded: sizes[n]?.coded === 0 ? 'false' : wordSql(word.text, organisation, today, bind),
    pieces: piecesSql(word.pieces, bind),
  }));
  const coded = words.map((word) => word.coded).join(' AND ');
  const [sees, reads] = [visibleSql(visible(actor, organisation, today), bind), readableSql(readable(actor, organisation, today), bind)];
  const ownOnes =
    actor.person === null
      ? 'false'
      : `(l.reporter = ${bind(actor.person)}::uuid AND ${sees} AND NOT l.excepted @> ARRAY[${bind(actor.person)}::uuid]
          AND ${words.map((word) => `(${word.coded} OR ${own(word.pieces, actor.id, bind)})`).join(' AND ')})`;
  // Who may is asked of a case before its words are: it takes a tenth of the time.
  return tx.query(
    `SELECT l.case_id AS id, NOT (${coded}) AS "byWords" FROM ${candidates(words, sizes, await estimated(tx), limits)}
     WHERE CASE WHEN ${reads} OR (${sees} AND ${coded}) THEN ${words.map((word) => `(${word.coded} OR ${worded(word.pieces, CASE_STREAM)})`).join(' AND ')}
       ELSE ${ownOnes} END
     ORDER BY l.received_at DESC, l.case_id LIMIT ${limits.counted + 1}`,
    params,
  );
}

/**
 * The cases that are asked whether they have the words, as `l`: those of the word that the fewest have, or all, latest first, where it takes less to go
 * through them until enough have the words, as far as can be told from how many texts have each. @param texts all there are
 */
function candidates(words: readonly WordSql[], sizes: readonly Sizes[], texts: number, { counted, read }: Limits): string {
  const ways = words.flatMap(({ coded, pieces: each }, n) =>
    each.map((piece, m) => ({ coded, piece, size: (sizes[n]?.coded ?? 0) + (sizes[n]?.pieces[m] ?? 0) })),
  );
  const least = ways.reduce((one, other) => (other.size < one.size ? other : one));
  const share = ways.reduce((all, { size }) => all * Math.min(1, size / Math.max(1, texts)), 1);
  const goneThrough = Math.min(texts, counted / share);
  if (goneThrough < least.size * read) return 'read.case_list l';
  // OFFSET 0: each is fetched by its id. The planner, which takes the words for rarer than they are, would compare all cases with all of these.
  return `(SELECT i.id FROM store.word_index i WHERE i.stems && ${least.piece} UNION SELECT l.case_id FROM read.case_list l WHERE ${least.coded}) few
    CROSS JOIN LATERAL (SELECT l.* FROM read.case_list l WHERE l.case_id = few.id OFFSET 0) l`;
}

/** How many cases have a word as a code or number, counted to just above COUNTED, and about how many texts have each of its pieces. */
interface Sizes {
  readonly coded: number;
  readonly pieces: readonly number[];
}

async function sizesOf(tx: Tx, { organisation, today }: Asking, { sought, onlyWords }: Wanted): Promise<readonly Sizes[]> {
  const sizes: Sizes[] = [];
  for (const { text, pieces } of sought) {
    const { params, bind } = binding();
    const coded = `SELECT count(*)::int AS n FROM (SELECT FROM read.case_list l WHERE ${wordSql(text, organisation, today, bind)} LIMIT ${COUNTED + 1}) some_cases`;
    const [row] = onlyWords === true ? [] : await tx.query<{ n: number }>(coded, params);
    const n = row?.n ?? 0;
    sizes.push({ coded: n > COUNTED ? Number.POSITIVE_INFINITY : n, pieces: await Promise.all(pieces.map((forms) => estimated(tx, forms))) });
  }
  return sizes;
}

/** The planner's estimate of how many texts have one of these forms, or of all texts: to count them takes longer than the search itself. */
async function estimated(tx: Tx, forms?: readonly string[]): Promise<number> {
  const [row] = await tx.query<{ 'QUERY PLAN': readonly [{ readonly Plan: { readonly 'Plan Rows': number } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT FROM store.word_index${forms === undefined ? '' : ' WHERE stems && $1::uuid[]'}`,
    forms === undefined ? [] : [forms],
  );
  return row?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
}

/**
 * The cases with every word that this person would read but for a conflict of interest: whoever must find everything has to know that there are some.
 * @throws DatabaseFault
 */
export async function barredFrom(database: Tx, asking: Asking, wanted: Wanted): Promise<readonly string[]> {
  const { actor, organisation, today } = asking;
  if (actor.person === null) return [];
  const { params, bind } = binding();
  const person = bind(actor.person);
  const rows = await database.query<{ id: string }>(
    `SELECT l.case_id AS id FROM read.case_list l WHERE (l.barred @> ARRAY[${person}::uuid] OR l.excepted @> ARRAY[${person}::uuid])
     AND ${readableSql({ ...readable(actor, organisation, today), notBarred: null }, bind)} AND ${wanted.sought.map(({ pieces }) => worded(piecesSql(pieces, bind), CASE_STREAM)).join(' AND ')}`,
    params,
  );
  return rows.map(({ id }) => id);
}

/** The other records in which every word is found. Whoever sees one reads its words. @throws DatabaseFault */
export async function recordsFound(database: Tx, asking: Asking, { text, sought, page, onlyWords }: Wanted): Promise<Found<RecordHit>> {
  const { params, bind } = binding();
  const sight = recordSightOf(asking);
  const number = onlyWords === true ? null : numberTyped(text);
  const named = number === null ? 'false' : `upper(r.number) = ${bind(number)}`;
  const words = sought.map((word) => ({
    coded:
      onlyWords === true
        ? 'false'
        : `(upper(r.number) = ${bind(word.text.toUpperCase())} OR r.unit = ANY(${bind(unitsNamed(word.text, asking.organisation, asking.today))}::text[]))`,
    pieces: piecesSql(word.pieces, bind),
  }));
  const coded = `(${named} OR (${words.map((word) => word.coded).join(' AND ')}))`;
  const seen = recordTypes.map(({ family }) => `(r.family = ${bind(family)} AND ${recordSeenSql(family, sight, bind)})`).join(' OR ');
  const rows = await database.query<RecordHit & { readonly total: number }>(
    `SELECT ${recordItemSql}, r.family, NOT ${coded} AS "byWords", count(*) OVER ()::int AS total FROM read.fact_record r
     WHERE r.to_position = ${STILL} AND (${seen})
       AND (${named} OR (${words.map((word) => `(${word.coded} OR ${worded(word.pieces, 'r.stream')})`).join(' AND ')}))
     ORDER BY (${named})::int DESC, r.closed, r.due NULLS LAST, r.number LIMIT ${FOUND} OFFSET ${(page - 1) * FOUND}`,
    params,
  );
  return { items: rows, total: rows[0]?.total ?? 0, more: false };
}

interface WordSql {
  /** Whether what everybody who sees the case reads of it has the word. */
  readonly coded: string;
  /** The hashes of each piece. */
  readonly pieces: readonly string[];
}

const piecesSql = (pieces: Sought['pieces'], bind: Bind): readonly string[] => pieces.map((forms) => `${bind(forms)}::uuid[]`);

/** The stream of the case `l`. */
const CASE_STREAM = "'case/' || l.case_id";

/** Whether the stream has all pieces, in any of its texts. Asked of one stream at a time by its index: OFFSET keeps the planner from reading all rows of a word. */
const worded = (pieces: readonly string[], stream: string): string =>
  `(${pieces.map((piece) => `EXISTS (SELECT FROM store.word_index i WHERE i.stream = ${stream} AND i.stems && ${piece} OFFSET 0)`).join(' AND ')})`;

/** The same of what the person has written. */
const own = (pieces: readonly string[], actor: string, bind: Bind): string =>
  `(${pieces
    .map(
      (piece) => `EXISTS (SELECT FROM store.word_index i JOIN store.events e USING (position)
     WHERE i.stream = ${CASE_STREAM} AND i.stems && ${piece} AND e.actor = ${bind(actor)} OFFSET 0)`,
    )
    .join(' AND ')})`;

function inOrder(shown: readonly FoundId[], items: readonly CaseItem[]): readonly CaseHit[] {
  const of = new Map(items.map((item) => [item.id, item]));
  return shown.flatMap(({ id, byWords }) => {
    const item = of.get(id);
    return item === undefined ? [] : [{ ...item, byWords }];
  });
}
