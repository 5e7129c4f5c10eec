import { httpClient } from '../http.mjs';
import { now, percentile, sleep } from '../measure.mjs';

/** `reads`: how long a person reads between two pages, in ms, from the shortest to the longest: shorter than in reality. */
const sizes = { full: { crowd: 20, pagesEach: 15, reads: [1_500, 4_500] }, quick: { crowd: 20, pagesEach: 2, reads: [0, 50] } };
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

/**
 * Twenty people at once, each reading a page before the next. A time is what they wait: from when the request is sent to the
 * last byte, with all queues on the way. Beside it is the server's own, from when it has read the request to when it begins to
 * answer (its Server-Timing), which includes its queues but not the client's. @throws where a page is not answered
 */
export async function crowd({ url, people, ids, quick }) {
  const { crowd: count, pagesEach, reads } = quick ? sizes.quick : sizes.full;
  const took = new Map();
  const one = async (n) => {
    const client = httpClient(url);
    try {
      for (let turn = 0; turn < pagesEach; turn += 1) {
        await sleep(reads[0] + ((n * 7 + turn * 13) % 30) * ((reads[1] - reads[0]) / 30));
        const who = people[n % people.length];
        const page = opens[(n + turn) % opens.length]({ id: ids[(n * pagesEach + turn) % ids.length] });
        const began = now();
        const { status, headers } = await client.get(page, { cookie: who.cookie });
        const waited = now() - began;
        // A case that this person may not see is refused in the same time.
        if (![200, 403, 404].includes(status)) throw new Error(`${page.split('?')[0]} answered ${status}`);
        const kind = page.split('?')[0].replace(/[0-9a-f-]{36}/, '<id>');
        took.set(kind, [...(took.get(kind) ?? []), { waited, served: Number(/app;dur=([\d.]+)/.exec(headers['server-timing'])?.[1]) }]);
      }
    } finally {
      client.close();
    }
  };
  await Promise.all(Array.from({ length: count }, (_, n) => one(n)));
  const row = (what, pages, reach) => {
    const [times, served] = [pages.map((page) => page.waited), pages.map((page) => page.served)];
    return {
      what,
      measure: 'p95',
      unit: 'ms',
      better: 'less',
      value: percentile(times, 0.95),
      ...(reach === undefined ? {} : { reach }),
      also: `p50 ${percentile(times, 0.5).toFixed(0)} ms, ${Math.max(...times).toFixed(0)} ms at most, ${times.length} pages; by the server itself p95 ${percentile(served, 0.95).toFixed(0)} ms, p50 ${percentile(served, 0.5).toFixed(0)} ms`,
    };
  };
  return [
    row(`${count} people at once, all pages`, [...took.values()].flat(), 200),
    ...[...took].map(([kind, times]) => row(`· ${kind}`, times, kind.endsWith('/arenden') && kind !== '/arenden' ? 300 : undefined)),
  ];
}
