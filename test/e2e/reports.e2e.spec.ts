import { uuidOf } from '#domain/ids';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import { localCode } from '#organisation/local-entries';
import { casesBehindAnswer, reportListAnswer, reportTableAnswer } from '../../apps/api/src/answers.schema.js';
import { aYear, happened } from '../out-and-in/told-cases.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { sheetIn } from '../support/xlsx.js';

let api: Api;
let reports: readonly { readonly id: string; readonly title: string }[];
const year = 'from=2025-01-01&to=2026-01-01';
atServer(freshApi, async (fresh) => {
  api = fresh;
  await aYear(api.core, localCode('lexSarahKindOther', 'afs', 'Fördröjd remiss'));
  const [complaint] = await api.core.database.query<{ id: string }>(
    `SELECT split_part(stream, '/', 2) AS id FROM store.events WHERE open ->> 'kind' = 'complaint' AND version = 1 AND at >= '2025-01-01' ORDER BY position LIMIT 1`,
  );
  await happened(api.core, complaint?.id ?? '', ['CauseFound', '2025-06-02', { causeId: uuidOf('test', 'complaint’s cause'), area: 'routines', level: null }]);
  const today = stockholmDate(api.core.clock.now().toISOString());
  const risk = {
    unit: 'afs-norra',
    activity: 'x',
    description: 'x',
    probability: '4',
    consequence: '3',
    nextReview: addDuration(today, 'P90D'),
  };
  const review = { unit: 'afs-norra', by: 'ivo', kinds: ['national'], what: 'x', on: '2025-03' };
  const check = { unit: 'afs-norra', process: 'h6', what: 'x', way: 'other', months: [today.slice(5, 7)] };
  for (const [path, body] of [
    ['risks', risk],
    ['reviews', review],
    ['self-checks', check],
  ] as const)
    expect([path, (await api.post(`/api/${path}`, body, 'manager')).status]).toEqual([path, 201]);
  await api.caughtUp();
  reports = reportListAnswer.parse((await api.get('/api/reports', 'controller')).body);
});

describe('Every report over the API and on pages', () => {
  test('answers in the shape that is published, and so do the cases behind each of its rows', async () => {
    for (const { id } of reports) {
      const table = reportTableAnswer.parse((await api.get(`/api/reports/${id}?${year}`, 'controller')).body);
      expect(Object.keys(table.columnTotals)).toEqual(table.columns.map((column) => column.id));
      for (const { cases } of table.rows) casesBehindAnswer.parse((await api.get(cases, 'controller')).body);
    }
  }, 60_000);

  test('is found by what it answers, and is a page of its own on which each figure leads to its cases', async () => {
    const index = (await api.get(`/statistik?${year}`, 'controller')).body as string;
    for (const { id, title } of reports) {
      const address = `/statistik/${id}?${year}`;
      expect(index).toContain(`href="${address.replaceAll('&', '&amp;')}"`);
      // A risk stands in the register from the day it was noted, and a self-check is of the month in which it is to be made.
      const isOfNow = id === 'risks' || id === 'self-inspections';
      const page = (await api.get(isOfNow ? `/statistik/${id}` : address, 'controller')).body as string;
      expect(page).toContain(title);
      const links = [...page.matchAll(new RegExp(`href="(/statistik/${id}/arenden[^"]*)"`, 'g'))].map(([, link]) => (link as string).replaceAll('&amp;', '&'));
      for (const link of links.slice(0, 5)) expect([link, (await api.get(link, 'controller')).status]).toEqual([link, 200]);
      // Nothing is attested here, so only numbers above zero are figures.
      expect([id, links.length > 0]).toEqual([id, true]);
    }
    expect((await api.get('/statistik/finns-inte', 'controller')).status).toBe(404);
  }, 60_000);

  test('behind a figure each case is shown with the event that put it there, its place in the log and the way to it', async () => {
    const page = (await api.get(`/statistik/causes/arenden?${year}&unit=namnd&row=routines&column=unit`, 'controller')).body as string;
    const [, id, position] = /href="\/arende\/([0-9a-f-]{36})#h-(\d+)"/.exec(page) ?? [];
    const found = (await api.core.store.load(`case/${id}`)).find((event) => event.position === Number(position));
    expect(found).toMatchObject({ type: 'CauseFound', open: { area: 'routines', level: 'unit' } });
    expect(page).toContain(`En orsak fastställdes: Procedurer, rutiner och riktlinjer (händelse ${position})`);
    const duties = (await api.get(`/statistik/deadlines-kept/arenden?${year}&unit=namnd&row=RAPPORTER-UTRED:1`, 'controller')).body as string;
    // A paragraph that nobody has read is not cited.
    expect(duties).toMatch(/Enligt">Utreda rapporter, klagomål och avvikelser</);
  }, 30_000);

  test('cases that the reader may not see are neither counted nor mentioned, except to the controller', async () => {
    const ask = `/statistik/complaints-by-source/arenden?${year}&unit=namnd`;
    const [all, few] = [(await api.get(ask, 'controller')).body as string, (await api.get(ask, 'mas')).body as string];
    expect(all).toContain('3 ärenden.');
    expect(few).toContain('0 ärenden.');
    expect(few).not.toContain('får du inte se');
    expect(few).not.toContain('KLA-');
  }, 30_000);

  test('is compared with the period before or the year before at the same position, and says where that cannot be', async () => {
    const page = (await api.get('/statistik/complaints-by-source?period=2025-2&compare=previous', 'controller')).body as string;
    expect(page).toContain('>T1 2025</th>');
    expect(page).toMatch(/from=2025-01-01&amp;to=2025-05-01[^"]*row=relative[^"]*">3<\/a>/);
    const before = (await api.get('/statistik/complaints-by-source?period=2010&compare=year&unit=afs-privat&organisation=then', 'controller')).body as string;
    expect(before).toContain('Perioden går inte att jämföra med');
  }, 30_000);

  test('as CSV it is what the page shows, says what it counts and stands on, and no cell of it is a formula', async () => {
    await api.core.database.query('UPDATE store.org_unit SET name = $1 WHERE code = $2', ['=HYPERLINK("http://x")', 'afs-privat']);
    await api.core.register.refresh();
    const { status, headers, body } = await api.get(`/statistik/deviations-by-type.csv?${year}&unit=afs`, 'controller');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/csv/);
    expect(headers.get('content-disposition')).toBe('attachment; filename=deviations-by-type-afs-2025-01-01.csv');
    // fetch removes the byte order mark when it reads text.
    const lines = (body as string).split('\r\n');
    const table = reportTableAnswer.parse((await api.get(`/api/reports/deviations-by-type?${year}&unit=afs`, 'controller')).body);
    expect(lines[0]).toBe('Rapport;Avvikelser efter typ;deviations-by-type');
    expect(lines).toEqual(
      expect.arrayContaining([
        `Definition;${table.definition}`,
        'Mottagna;2025-01-01;2025-12-31',
        `Läge (händelse);${table.scope.position}`,
        expect.stringMatching(/^Hash \(händelseloggens kedja vid läget\);[0-9a-f]{64}$/),
        expect.stringMatching(/^fall;Fall;1;/),
        expect.stringMatching(/;ej rapporterat/),
      ]),
    );
    expect(lines.find((line) => line.startsWith('Kod;Rad;'))).toContain(`'=HYPERLINK`);
    expect(lines.join('\n')).not.toMatch(/(^|;)"?[=+@-]/m);
  }, 30_000);

  test('R-367 as CSV it has the columns of comparison that the page has', async () => {
    const lines = async (query: string) =>
      ((await api.get(`/statistik/deviations-by-type.csv?${year}&unit=afs${query}`, 'controller')).body as string).split('\r\n');
    const compared = await lines('&compare=year');
    expect(compared).toContain('Jämförs med;2024-01-01;2024-12-31');
    expect(compared.find((line) => line.startsWith('Kod;Rad;'))).toMatch(/^Kod;Rad;[^;]+;2024;Skillnad/);
    expect(compared.find((line) => line.startsWith('fall;'))).toMatch(/^fall;Fall;1;ej rapporterat;går inte att jämföra/);
    expect((await lines('')).join('\n')).not.toMatch(/Skillnad|Jämförs/);
    const page = (await api.get(`/statistik/deviations-by-type?${year}&unit=afs&compare=year`, 'controller')).body as string;
    expect(page).toMatch(/\.csv\?[^"]*compare=year/);
  }, 30_000);

  test('R-367 as XLSX it has the cells of the CSV: numbers as numbers, days as days, a dash with one note where nothing was reported, and no formula', async () => {
    const address = (kind: string) => `/statistik/deviations-by-type.${kind}?${year}&unit=afs&compare=year`;
    const response = await fetch(api.base + address('xlsx'), { headers: { authorization: `Bearer ${api.tokenOf('controller')}` } });
    expect([response.status, response.headers.get('content-disposition')]).toEqual([200, 'attachment; filename=deviations-by-type-afs-2025-01-01.xlsx']);
    const { rows, xml } = sheetIn(Buffer.from(await response.arrayBuffer()));
    const csv = ((await api.get(address('csv'), 'controller')).body as string).split('\r\n').map((line) => line.split(';'));
    const dashed = rows.filter(([first, second]) => first !== 'Anmärkning' || !String(second).startsWith('–'));
    expect([rows.length - dashed.length, xml.includes('<f>')]).toEqual([1, false]);
    const at = (table: readonly (readonly unknown[])[]) => table.findIndex(([first]) => first === 'Kod');
    const cellsOf = (line: readonly string[]) => line.map((cell) => (cell === 'ej rapporterat' ? '–' : /^-?\d+$/.test(cell) ? Number(cell) : cell));
    expect(dashed.slice(at(dashed) + 1).filter(({ length }) => length > 0)).toEqual(
      csv
        .slice(at(csv) + 1)
        .map(cellsOf)
        .filter((line) => line.some((cell) => cell !== '')),
    );
    // 2025-01-01 and 2025-12-31, in days since 1900.
    expect(rows.find(([first]) => first === 'Mottagna')).toEqual(['Mottagna', 45_658, 46_022]);
    const page = (await api.get(`/statistik/deviations-by-type?${year}&unit=afs&compare=year`, 'controller')).body as string;
    expect(page).toMatch(/\.xlsx\?[^"]*compare=year/);
  }, 30_000);

  test('only what the municipality runs itself, or only what others do for it: asked for in the address', async () => {
    const of = async (query: string) => reportTableAnswer.parse((await api.get(`/api/reports/deviations-by-type?${year}${query}`, 'controller')).body);
    expect((await of('&provider=private')).totals.cases).toBe(1);
    expect((await of('&provider=own')).totals.cases).toBe(1);
    expect((await api.get(`/api/reports/deviations-by-type?${year}&provider=annan`, 'controller')).status).toBe(400);
  }, 30_000);
});
