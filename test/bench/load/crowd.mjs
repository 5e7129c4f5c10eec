import { httpClient } from '../http.mjs';
import { now, percentile, sleep } from '../measure.mjs';

const PEOPLE = 20;
const PAGES_EACH = 15;
/** Between one page and the next a person reads so long, in ms: shorter than anybody does. */
const READS = [1_500, 4_500];
const year = new Date().getFullYear() - 1;

/** What they open in turn; `id` is a case that the first of them may see. */
const opens = [
  () => '/arenden',
  ({ id }) => `/arende/${id}`,
  () => '/arenden?stage=open&overdue=true',
  () => '/min-enhet',
  ({ id }) => `/arende/${id}`,
  () => `/statistik/complaints-by-source?from=${year}-01-01&to=${year + 1}-01-01`,
  () => `/statistik/complaints-by-source/arenden?from=${year}-01-01&to=${year + 1}-01-01&column=count`,
  () => '/rapportera',
];

/** Twenty people at once, each reading what they open before they open the next. @throws where a page is not answered */
export async function crowd({ url, people, ids }) {
  const took = new Map();
  const one = async (n) => {
    const client = httpClient(url);
    try {
      for (let turn = 0; turn < PAGES_EACH; turn += 1) {
        await sleep(READS[0] + ((n * 7 + turn * 13) % 30) * ((READS[1] - READS[0]) / 30));
        const who = people[n % people.length];
        const page = opens[(n + turn) % opens.length]({ id: ids[(n * PAGES_EACH + turn) % ids.length] });
        const began = now();
        const { status } = await client.get(page, { cookie: who.cookie });
        // What this one may not see is refused, as fast or as slowly as it is shown to others.
        if (![200, 403, 404].includes(status)) throw new Error(`${page.split('?')[0]} answered ${status}`);
        const kind = page.split('?')[0].replace(/[0-9a-f-]{36}/, '<id>');
        took.set(kind, [...(took.get(kind) ?? []), now() - began]);
      }
    } finally {
      client.close();
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, n) => one(n)));
  const row = (what, times, reach) => ({
    what,
    measure: 'p95',
    unit: 'ms',
    better: 'less',
    value: percentile(times, 0.95),
    ...(reach === undefined ? {} : { reach }),
    also: `p50 ${percentile(times, 0.5).toFixed(0)} ms, ${Math.max(...times).toFixed(0)} ms at most, ${times.length} pages`,
  });
  return [
    row(`${PEOPLE} people at once, all pages`, [...took.values()].flat(), 200),
    ...[...took].map(([kind, times]) => row(`· ${kind}`, times, kind.endsWith('/arenden') && kind !== '/arenden' ? 300 : undefined)),
  ];
}
