import { localCode } from '#organisation/organisation-register';
import { casesBehindAnswer, reportListAnswer, reportTableAnswer } from '../../apps/api/src/answers.schema.js';
import { aYear } from '../out-and-in/told-cases.js';
import { type Api, freshApi } from '../support/api.js';

let api: Api;
let reports: readonly { readonly id: string; readonly title: string }[];
const year = 'from=2025-01-01&to=2026-01-01';
beforeAll(async () => {
  api = await freshApi();
  await aYear(api.core, localCode('lexSarahKindOther', 'afs', 'Fördröjd remiss'));
  await api.caughtUp();
  reports = reportListAnswer.parse((await api.get('/api/reports', 'controller')).body);
}, 60_000);
afterAll(async () => {
  await api?.close();
}, 30_000);

describe('Every report through its doors', () => {
  test('answers in the shape that is published, and so do the cases behind each of its rows', async () => {
    for (const { id } of reports) {
      const table = reportTableAnswer.parse((await api.get(`/api/reports/${id}?${year}`, 'controller')).body);
      expect(Object.keys(table.columnTotals)).toEqual(table.columns.map((column) => column.id));
      for (const { cases } of table.rows) casesBehindAnswer.parse((await api.get(cases, 'controller')).body);
    }
  }, 60_000);

  test('stands on the page by itself, and each of its figures leads to its cases', async () => {
    const page = (await api.get(`/statistik?${year}`, 'controller')).body as string;
    for (const { id, title } of reports) {
      expect(page).toContain(title);
      const links = [...page.matchAll(new RegExp(`href="(/statistik/${id}/arenden[^"]*)"`, 'g'))].map(([, link]) => (link as string).replaceAll('&amp;', '&'));
      for (const link of links.slice(0, 5)) expect([link, (await api.get(link, 'controller')).status]).toEqual([link, 200]);
      // Nothing is attested here: only what is more than nothing is a figure.
      expect([id, links.length > 0]).toEqual([id, true]);
    }
  }, 60_000);

  test('only what the municipality runs itself, or only what others do for it: asked for in the address', async () => {
    const of = async (query: string) => reportTableAnswer.parse((await api.get(`/api/reports/deviations-by-type?${year}${query}`, 'controller')).body);
    expect((await of('&provider=private')).totals.cases).toBe(1);
    expect((await of('&provider=own')).totals.cases).toBe(1);
    expect((await api.get(`/api/reports/deviations-by-type?${year}&provider=annan`, 'controller')).status).toBe(400);
  }, 30_000);
});
