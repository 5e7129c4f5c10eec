import { httpClient, tokenOf } from '../http.mjs';
import { now, percentile } from '../measure.mjs';

const TIMES = { full: 8, quick: 1 };

/** One year's table of each report over HTTP, for the whole board: today, and as of a position in the middle of the log; and the cases behind its greatest figure. */
export async function tables({ url, core, quick }) {
  const timed = timer(quick ? TIMES.quick : TIMES.full);
  const client = httpClient(url);
  try {
    const token = await tokenOf(client, 'karin');
    const get = async (path) => {
      const { status, body } = await client.get(path, { token, timeout: 60_000 });
      if (status !== 200) throw new Error(`${path.split('?')[0]} answered ${status}`);
      return body;
    };
    const last = await core.store.position();
    const middle = Math.floor(last / 2);
    const [{ year }] = await core.database.query(
      'SELECT extract(year FROM received_on)::int AS year FROM read.fact_case WHERE from_position >= $1 ORDER BY from_position LIMIT 1',
      [middle],
    );
    const [{ received }] = await core.database.query(
      'SELECT count(*)::int AS received FROM read.fact_case WHERE received_on >= $1 AND received_on < $2 AND to_position = 9223372036854775807',
      [`${year}-01-01`, `${year + 1}-01-01`],
    );
    const reports = [];
    for (const { id } of await get('/api/reports')) reports.push(await report(id, [year, new Date().getFullYear()], { middle, last }, { get, timed }));
    return { reports, results: worst(reports, year, received) };
  } finally {
    client.close();
  }
}

/** For the first of the years with anything to count: an import brings no duties of closed cases, and no actions at all. */
async function report(id, years, { middle, last }, { get, timed }) {
  const found = [];
  for (const year of years) {
    const path = `/api/reports/${id}?from=${year}-01-01&to=${year + 1}-01-01`;
    found.push({ year, path, table: await get(path) });
  }
  const { year, path, table } = found.find((one) => one.table.totals.count !== null) ?? found[0];
  const asOf = (position) => `${path}&asOf=position:${position}`;
  const [greatestRow] = [...table.rows].sort((a, b) => (b.values.count ?? 0) - (a.values.count ?? 0));
  return {
    id,
    year,
    counted: table.totals.count,
    countedThen: (await get(asOf(middle))).totals.count,
    // A table is cached at its position: each request uses another position, so that it is computed each time.
    today: await timed((n) => get(asOf(last - n))),
    asOf: await timed((n) => get(asOf(middle - n))),
    behind:
      greatestRow === undefined
        ? { p50: null, p95: null }
        : await timed((n) => get(greatestRow.cases.replace(/position%3A\d+|position:\d+/, `position:${last - n}`))),
  };
}

const timer = (count) => async (work) => {
  await work(0);
  const times = [];
  for (let n = 1; n <= count; n += 1) {
    const began = now();
    await work(n);
    times.push(now() - began);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
};

/** The goal is for every table: the slowest of them decides. */
function worst(reports, year, received) {
  const row = (what, of, reach) => {
    const [slowest] = reports.filter((report) => report[of].p50 !== null).sort((a, b) => b[of].p50 - a[of].p50);
    return {
      what,
      measure: 'p50',
      unit: 'ms',
      better: 'less',
      value: slowest[of].p50,
      reach,
      also: `slowest of ${reports.length}: ${slowest.id}, p95 ${slowest[of].p95.toFixed(0)} ms`,
    };
  };
  return [
    row(`a year’s table, today (${received} received in ${year})`, 'today', 300),
    row('a year’s table, as of the middle of the log', 'asOf', 500),
    row('the cases behind a figure', 'behind', undefined),
  ];
}
