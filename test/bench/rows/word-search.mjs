import { randomUUID } from 'node:crypto';
import { director, ourDatabase } from '../database.mjs';
import { httpClient } from '../http.mjs';
import { each, now, percentile } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { startServer } from '../processes.mjs';
import { seed } from '../seed.mjs';
import { reportOf } from '../story.mjs';

const { rebuild, indexAllWords, Tokens, Database, reportCase } = await ours(
  'libs/read-model/src/rebuild/rebuild',
  'libs/event-store/src/word-index-of-all',
  'libs/organisation/src/tokens',
  'libs/platform/src/database',
  'libs/domain/src/case/commands.schema',
);
const YEARS = 4;
const BATCH = 1_000;
const WORDS = 60;
const KNOWN = 30_000;
const [TURNS, PER_TURN] = [10, 30];
/** Words that many texts have, beside invented ones that are the rarer the higher their number. */
const common = ['brukaren', 'personalen', 'hemtjänsten', 'larmet', 'duschen', 'medicinen', 'fallit', 'trappan', 'golvet', 'besöket'];
const questions = ['larm', 'ord12000', 'dusch golv', 'brukare', 'medicin ord40', 'ord300', 'ord2500 personal', 'ord29000'];

/** Search by words over HTTP, as the director of the whole board: cases with a text of some sixty words each, in the way that words are used. */
export async function wordSearch({ cases: count, asks }) {
  const database = await ourDatabase('words');
  try {
    await seed(database, { count, days: YEARS * 365, stories: Math.min(count, 1_920), endedAt: 0 });
    await told(database);
    await rebuild(database.core);
    await database.core.database.query(`INSERT INTO read.active_feed (feed) VALUES ('store') ON CONFLICT (single) DO UPDATE SET feed = 'store'`);
    const began = now();
    const { database: rows, seal, store } = database.core;
    const indexed = await indexAllWords(rows, seal, store.index);
    const seconds = (now() - began) / 1_000;
    return [...(await searched(database, count, asks)), filled(indexed, seconds), await appended(database)];
  } finally {
    await database.drop();
  }
}

const filled = (indexed, seconds) => ({
  what: 'filling of the word index',
  measure: 'rate',
  unit: 'texts/s',
  value: indexed / seconds,
  better: 'more',
  also: `${indexed} texts of ${WORDS} words`,
  peers: [],
});

/** What the index costs a command with words: by turns with it and without, in one process on the same store, each on a case of its own. */
async function appended({ core: { cases, store } }) {
  const [with_, without] = [[], []];
  const stemsOf = store.index.stemsOf.bind(store.index);
  for (let turn = 0; turn < TURNS * 2; turn += 1) {
    store.index.stemsOf = turn % 2 === 0 ? stemsOf : async () => null;
    const { id } = await cases.report(director, reportCase.parse(reportOf(turn, 'afs-norra')), { commandId: randomUUID() });
    const one = (n) => cases.execute(director, id, { type: 'AddToCase', by: 'complainant', text: text(n + turn * PER_TURN) }, { commandId: randomUUID() });
    (turn % 2 === 0 ? with_ : without).push(...(await each(PER_TURN, 5, one)));
  }
  store.index.stemsOf = stemsOf;
  const [median, bare] = [percentile(with_, 0.5), percentile(without, 0.5)];
  return {
    what: 'a command with words, against one that indexes none',
    measure: 'p50',
    unit: '×',
    value: median / bare,
    better: 'less',
    also: `${median.toFixed(2)} ms and ${bare.toFixed(2)} ms, one client, in process, ${TURNS * PER_TURN} each by turns; texts of ${WORDS} words`,
    peers: [],
  };
}

/** A text as people write: a few words very often, most of them seldom (Zipf). */
function text(n) {
  let at = n * 2_654_435_761;
  const roll = () => (at = (at * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const word = () => (roll() < 0.12 ? common[Math.floor(roll() ** 2 * common.length)] : `ord${Math.floor(KNOWN ** roll())}`);
  return Array.from({ length: WORDS }, word).join(' ');
}

/** Seals a text in the first event of each case. */
async function told({ core, adminUrl }) {
  const owner = await Database.connect(adminUrl, { poolSize: 1 });
  try {
    await owner.query('SET statement_timeout = 0');
    const firsts = await owner.query('SELECT stream, event_id AS id FROM store.events WHERE version = 1 ORDER BY position');
    for (let from = 0; from < firsts.length; from += BATCH) {
      const batch = firsts.slice(from, from + BATCH).map(({ stream, id }, n) => {
        const key = core.seal.newKey();
        return { stream, wrapped: core.seal.wrap(stream, key), sealed: core.seal.seal(key, stream, id, { what: text(from + n) }) };
      });
      const columns = [batch.map(({ stream }) => stream), batch.map(({ wrapped }) => wrapped)];
      await owner.query('INSERT INTO store.case_keys (stream, wrapped) SELECT * FROM unnest($1::text[], $2::bytea[])', columns);
      await owner.query(
        `UPDATE store.events e SET sealed = t.sealed FROM unnest($1::text[], $2::bytea[]) AS t(stream, sealed) WHERE e.stream = t.stream AND e.version = 1`,
        [columns[0], batch.map(({ sealed }) => sealed)],
      );
    }
    await owner.query('VACUUM ANALYZE store.events');
    await owner.query('ANALYZE store.case_keys');
  } finally {
    await owner.close();
  }
}

async function searched(database, count, asks) {
  const owner = await Database.connect(database.adminUrl, { poolSize: 1 });
  await owner.query('SET statement_timeout = 0');
  await owner.query('VACUUM ANALYZE store.word_index').finally(() => owner.close());
  const server = await startServer(database);
  const client = httpClient(server.url);
  try {
    const token = new Tokens(database.core.seal, database.core.clock, server.url).issue(director.person);
    const hits = new Map();
    const byQuestion = new Map(questions.map((q) => [q, []]));
    const times = await each(asks, questions.length, async (n) => {
      const q = questions[n % questions.length];
      const began = now();
      const { status, body } = await client.post('/sok', { q }, { token });
      byQuestion.get(q).push(now() - began);
      if (status !== 200) throw new Error(`the search answered ${status}`);
      hits.set(q, Number(/<h2>(?:Fler än )?([\d\s]+) ärenden?</.exec(body)?.[1]?.replace(/\s/g, '') ?? 0));
    });
    if ([...hits.values()].every((n) => n === 0)) throw new Error('a search that finds nothing proves nothing');
    const [slowest] = [...byQuestion].map(([q, all]) => ({ q, ms: percentile(all, 0.5) })).toSorted((one, other) => other.ms - one.ms);
    return [
      {
        what: `search by words at ${count} cases, over HTTP`,
        measure: 'p95',
        unit: 'ms',
        value: percentile(times, 0.95),
        better: 'less',
        reach: 300,
        also: `p50 ${percentile(times, 0.5).toFixed(1)} ms; from ${Math.min(...hits.values())} to ${Math.max(...hits.values())} hits; slowest of ${questions.length} questions: ${slowest.q}, p50 ${slowest.ms.toFixed(1)} ms`,
        peers: [],
      },
    ];
  } finally {
    client.close();
    await server.stop();
  }
}
