import { cookieOf, httpClient, tokenOf } from '../http.mjs';
import { now, percentile } from '../measure.mjs';
import { crowd } from './crowd.mjs';

const sizes = { full: { times: 4, cases: 200, rounds: 3 }, quick: { times: 1, cases: 8, rounds: 1 } };
/** The readers: of the whole board, of a division, of units, of one kind; each sees other cases by other rules. */
const asking = ['karin', 'registrator', 'mas', 'sas', 'viktor', 'fatima', 'maria', 'goran', 'emil'];
const year = new Date().getFullYear() - 1;
const questions = [
  '',
  'stage=open',
  'overdue=true',
  'unit=afs',
  'unit=afs-hemtjanst-norra&stage=open',
  'kind=lexSarah',
  'kind=deviation&stage=investigating',
  'handler=none',
  `due=${new Date().toISOString().slice(0, 10)}`,
  'sort=-received',
  'page=3',
  'page=200',
  `q=AVV-${year}-0042`,
  'q=medicin',
  'q=norra&stage=open',
];

/** Work list, case page and first page over HTTP, one client, one question after the other. @throws where one is not answered */
export async function pages({ url, cases, quick }) {
  const size = quick ? sizes.quick : sizes.full;
  const client = httpClient(url);
  try {
    const people = [];
    for (const user of asking) people.push({ user, token: await tokenOf(client, user), cookie: await cookieOf(client, user) });
    const get = async (path, more) => {
      const began = now();
      const { status, body } = await client.get(path, more);
      if (status !== 200) throw new Error(`${path.split('?')[0]} answered ${status}`);
      return { ms: now() - began, body };
    };
    const lists = await asked(people, get, size.times);
    const ids = await someCases(people[0], get, size.cases);
    const page = async (path, more) => {
      const times = [];
      for (const id of ids) times.push((await get(path(id), more)).ms);
      return times;
    };
    const [{ token, cookie }] = people;
    const json = await page((id) => `/api/cases/${id}`, { token });
    const html = await page((id) => `/arende/${id}`, { cookie });
    const history = await page((id) => `/api/cases/${id}/history`, { token });
    const first = await each(people, size.rounds, (who) => get('/', { cookie: who.cookie }));
    const listPage = await each(people, size.rounds, (who) => get('/arenden', { cookie: who.cookie }));
    const row = (what, times, reach, also = '') => ({
      what,
      measure: 'p95',
      unit: 'ms',
      better: 'less',
      value: percentile(times, 0.95),
      reach,
      also: `p50 ${percentile(times, 0.5).toFixed(1)} ms, ${Math.max(...times).toFixed(0)} ms at most, ${times.length} asked${also}`,
    });
    return [
      row(
        `work list at ${cases} cases, JSON`,
        lists.flatMap(({ ms }) => ms),
        100,
        `: ${asking.length} people × ${questions.length} questions`,
      ),
      ...slowest(lists),
      row('work list, the page', listPage, 100),
      row('case page, JSON', json, 200),
      row('case page, HTML', html, 200),
      row('case’s history, JSON', history, 200),
      row('first page, HTML', first, undefined),
      ...(await crowd({ url, people, ids, quick })),
    ];
  } finally {
    client.close();
  }
}

async function asked(people, get, times) {
  const lists = [];
  for (const question of questions)
    for (const { user, token } of people) {
      const path = `/api/cases?${question}`;
      const { body } = await get(path, { token });
      const ms = [];
      for (let n = 0; n < times; n += 1) ms.push((await get(path, { token })).ms);
      lists.push({ user, question, total: body.total, ms });
    }
  return lists;
}

/** The slowest, so that a good mean hides none. */
const slowest = (lists) =>
  lists
    .map((list) => ({ ...list, p50: percentile(list.ms, 0.5) }))
    .sort((a, b) => b.p50 - a.p50)
    .slice(0, 3)
    .map(({ user, question, total, p50 }) => ({
      what: `· slowest: ${user} ?${question}`,
      measure: 'p50',
      unit: 'ms',
      better: 'less',
      value: p50,
      also: `${total} cases match`,
    }));

/** Half of them open: the nearest in time and others of all kinds and years. */
async function someCases({ token }, get, count) {
  const ids = new Set();
  const half = count / 2;
  const from = async (path, until) => {
    const { body } = await get(path, { token });
    for (const { id } of body.items) if (ids.size < until) ids.add(id);
  };
  await from('/api/cases?stage=open', half / 2);
  await from('/api/cases?stage=open&kind=lexSarah', half);
  for (const kind of ['complaint', 'deviation', 'lexSarah', 'lexMaria'])
    await from(`/api/cases?stage=closed&kind=${kind}&sort=received${count < 50 ? '' : '&page=2'}`, ids.size + half / 4);
  return [...ids];
}

async function each(people, times, work) {
  const took = [];
  for (let n = 0; n <= times; n += 1) for (const who of people) took.push({ n, ms: (await work(who)).ms });
  return took.filter(({ n }) => n > 0).map(({ ms }) => ms);
}
