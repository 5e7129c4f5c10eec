import { randomUUID } from 'node:crypto';
import { director, ourDatabase, registrar, units } from '../database.mjs';
import { httpClient } from '../http.mjs';
import { each, now, percentile } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { startServer } from '../processes.mjs';
import { seed } from '../seed.mjs';
import { reportOf } from '../story.mjs';

const { rebuild, runReport, reportCase, Tokens } = await ours(
  'libs/read-model/src/rebuild/rebuild',
  'libs/read-model/src/reports/run',
  'libs/domain/src/case/commands.schema',
  'libs/organisation/src/tokens',
);
const YEARS = 4;
const TABLES = ['complaints-by-source', 'complaints-by-category'];

/** What takes long when there are many cases: rebuild, a year's table, lists and pages. One database for all of them. */
export async function manyCases({ cases: count, asks }) {
  const database = await ourDatabase('many');
  try {
    await seed(database, { count, days: YEARS * 365, stories: Math.min(count, 1_920) });
    const built = await rebuilt(database.core);
    await database.core.database.query(`INSERT INTO read.active_feed (feed) VALUES ('store') ON CONFLICT (single) DO UPDATE SET feed = 'store'`);
    return [built, ...(await tables(database.core, count)), ...(await pages(database, count, asks))];
  } finally {
    await database.drop();
  }
}

async function rebuilt(core) {
  const began = now();
  let read = 0;
  for await (const batch of core.store.readByStream('', await core.store.position())) read += batch.length;
  const raw = read / ((now() - began) / 1_000);
  const { events, seconds } = await rebuild(core);
  if (events !== read) throw new Error(`rebuild folded ${events} of ${read} events`);
  return {
    what: 'rebuild of all projections',
    measure: 'rate',
    unit: 'events/s',
    value: events / seconds,
    better: 'more',
    reach: 30_000,
    also: `${events} events, indexes included, ${seconds.toFixed(1)} s`,
    peers: [{ name: 'raw read of the same events', value: raw }],
  };
}

async function tables(core, count) {
  const year = new Date().getFullYear() - 1;
  const asked = { from: `${year}-01-01`, to: `${year + 1}-01-01` };
  const today = new Date().toISOString();
  const run = (more) => async (n) => {
    const table = await runReport(core, TABLES[n % TABLES.length], { ...asked, ...more }, today);
    if (table.totals.cases === 0) throw new Error('an empty table proves nothing');
  };
  const ask = await each(20, 2, run({}));
  const asOf = await each(20, 2, run({ asOf: `${year}-09-15` }));
  const [{ n: received }] = await core.database.query(
    'SELECT count(*)::int AS n FROM read.fact_case WHERE received_on >= $1 AND received_on < $2 AND to_position = 9223372036854775807',
    [asked.from, asked.to],
  );
  const grouped = await each(20, 2, () =>
    core.database.query('SELECT source, count(*) FROM read.fact_case WHERE to_position = 9223372036854775807 GROUP BY source'),
  );
  const row = { measure: 'p50', unit: 'ms', better: 'less', also: `${received} received in the year, two tables in turn` };
  const peers = [{ name: 'one group-by over all cases', value: percentile(grouped, 0.5) }];
  return [
    { ...row, what: `one year's table among ${count} cases, today`, value: percentile(ask, 0.5), reach: 300, peers },
    { ...row, what: `one year's table among ${count} cases, as of a day`, value: percentile(asOf, 0.5), reach: 500, peers: [] },
  ];
}

/** Over HTTP, one client, as the director of the whole board, who sees them all. */
async function pages(database, count, asks) {
  const { core } = database;
  const worded = [];
  for (let n = 0; n < 30; n += 1)
    worded.push((await core.cases.report(registrar, reportCase.parse(reportOf(n, units[n % units.length])), { commandId: randomUUID() })).id);
  const seeded = (await core.database.query(`SELECT case_id AS id FROM read.case_list ORDER BY md5(case_id::text) LIMIT 100`)).map(({ id }) => id);
  const server = await startServer(database);
  const client = httpClient(server.url);
  try {
    const token = new Tokens(core.seal, core.clock, server.url).issue(director.person);
    const get = async (path) => {
      const { status, body } = await client.get(path, { token });
      if (status !== 200) throw new Error(`${path.split('?')[0]} answered ${status}`);
      return body;
    };
    const questions = [
      '',
      '?stage=open',
      '?unit=afs',
      '?unit=iof-barn&stage=open',
      '?overdue=true',
      '?page=3',
      '?q=KLA-1000-0000',
      '?stage=followUp&unit=smf',
      '?sort=-received',
    ];
    const lists = await each(asks, 9, (n) => get(`/api/cases${questions[n % questions.length]}`));
    const shown = await each(asks, 5, (n) => get(`/api/cases/${n % 2 === 0 ? worded[n % worded.length] : seeded[n % seeded.length]}`));
    const row = { measure: 'p95', unit: 'ms', better: 'less' };
    return [
      {
        ...row,
        what: `work list at ${count} cases, over HTTP`,
        value: percentile(lists, 0.95),
        reach: 100,
        also: `${questions.length} questions in turn, p50 ${percentile(lists, 0.5).toFixed(1)} ms`,
        peers: [],
      },
      {
        ...row,
        what: `case page at ${count} cases, over HTTP`,
        value: percentile(shown, 0.95),
        reach: 200,
        also: `p50 ${percentile(shown, 0.5).toFixed(1)} ms`,
        peers: [],
      },
    ];
  } finally {
    client.close();
    await server.stop();
  }
}
