import { createHash, randomUUID } from 'node:crypto';
import { type ReportDocument, reportDocumentType } from '#domain/reportdocument/index';
import { type Api, freshApi, type Who } from '../support/api.js';
import { reported } from '../support/complaint-over-http.js';
import { fillWithCases } from '../support/many-cases.js';

/* A report's document and the page where a heading is written, over HTTP without script. */

let api: Api;
beforeAll(async () => {
  api = await freshApi();
}, 120_000);
afterAll(async () => {
  await api?.close();
}, 30_000);

async function sent(path: string, who: Who, body?: Readonly<Record<string, string>>) {
  const answer = await fetch(`${api.base}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: { authorization: `Bearer ${api.tokenOf(who)}`, accept: 'text/html', ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(body && { body: new URLSearchParams({ _key: randomUUID(), ...body }) }),
  });
  return { status: answer.status, at: answer.headers.get('location'), text: await answer.text() };
}

test('R-318 R-343 INC-02 a heading is written, shown with its live figure and its contradiction, and never written over unread', async () => {
  const year = new Date(api.core.clock.now()).getFullYear();
  await reported(api);
  await api.caughtUp();
  const { body } = await api.post('/api/report-documents', { unit: 'afs-norra', kind: 'quality', year, due: `${year + 1}-01-31` }, 'manager');
  const document = `/berattelser/${body.id}/text`;
  const heading = `${document}/3.3.1`;
  const text = 'Det kom 7 klagomål, i tabellen {siffra:complaints-by-source}. <b>Inget</b>';

  const preview = await sent(heading, 'manager', { _do: 'preview', _base: '0', text });
  expect([preview.status, preview.text.includes('Så här blir det (inte sparat)')]).toEqual([200, true]);
  expect((await sent(document, 'manager')).text).toContain('Inte skrivet än. Krävs enligt SOSFS 2011:9, 5 kap. 3–6 §§.');

  expect((await sent(heading, 'manager', { _do: 'save', _base: '0', text })).at).toBe(`${document}?klart=3.3.1#a-3-3-1`);
  const shown = (await sent(document, 'manager')).text;
  expect(shown).toMatch(/<a class="chip" href="\/statistik\/complaints-by-source\/arenden\?[^"]*unit=afs-norra[^"]*">1<\/a>/);
  expect(shown).toMatch(new RegExp(`<caption[^>]*>[^<]*(<[^>]*>)*[^<]*: [^<]+, ${year}`));
  expect(shown).toContain('3.3.1: 7 i texten, 1 i tabellen');
  expect(shown).toContain('&lt;b>Inget&lt;/b>');

  await api.post(
    `/api/report-documents/${body.id}/commands`,
    { type: 'WriteSection', heading: '3.4.1', base: 0, text: 'Alla risker har en åtgärd.' },
    'manager',
  );
  const risk = {
    unit: 'afs-norra',
    activity: 'Ta emot',
    description: 'Anmälan blir liggande',
    probability: '4',
    consequence: '3',
    nextReview: `${year + 1}-01-31`,
  };
  await api.post('/api/risks', risk, 'manager');
  await api.caughtUp();
  expect((await sent(document, 'manager')).text).toMatch(/3\.4\.1: ”Alla risker” står i texten, men tabellen ”[^”]+” har 1 i kolumnen ”Kritisk utan åtgärd”/);
  expect((await sent(`${document}/3.4.1`, 'manager')).text).toMatch(/<a href="\/statistik\/risks\/arenden\?[^"]*column=unanswered[^"]*">Visa vilka<\/a>/);

  const late = await sent(heading, 'divisionHead', { _do: 'save', _base: '0', text: 'Skrivet samtidigt.' });
  expect([late.status, late.text.includes('Det kom 7 klagomål'), late.text.includes('Skrivet samtidigt.')]).toEqual([409, true, true]);
  expect((await sent(document, 'manager')).text).not.toContain('Skrivet samtidigt.');
  const base = /name="_base" value="(\d+)"/.exec(late.text)?.[1] ?? '';
  expect((await sent(heading, 'divisionHead', { _do: 'save', _base: base, text: 'Bådas text.' })).status).toBe(303);

  expect((await sent(heading, 'manager', { _do: 'save', _base: '9', text: ' ' })).text).toContain('Skriv något här, eller välj Inget att redovisa');
  expect([(await sent(document, 'carer')).status, (await sent(heading, 'mas')).status, (await sent(`${document}/9.9`, 'manager')).status]).toEqual([
    404, 403, 404,
  ]);
});

test('R-318 what a unit has handed in and its division taken in stands in the division’s report with its source; before that it does not', async () => {
  const year = new Date(api.core.clock.now()).getFullYear();
  const open = async (unit: string, who: Who) =>
    (await api.post('/api/report-documents', { unit, kind: 'quality', year, due: `${year + 1}-01-31` }, who)).body as { id: string; number: string };
  const unit = await open('afs-sodra', 'divisionHead');
  const division = await open('afs', 'divisionHead');
  const give = (command: object, who: Who) => api.post(`/api/report-documents/${unit.id}/commands`, command, who);
  for (const heading of ['3.3.1', '3.3.2', '3.4.1', '3.5.1', '4', '4.1'])
    await give({ type: 'WriteSection', heading, base: 0, text: `Enhetens ord om ${heading}.` }, 'divisionHead');
  await give({ type: 'SubmitReport' }, 'divisionHead');
  const page = async () => {
    await api.caughtUp();
    return (await sent(`/berattelser/${division.id}/text`, 'divisionHead')).text;
  };
  expect(await page()).not.toContain('Enhetens ord om 3.4.1.');
  expect((await give({ type: 'TakeIn' }, 'controller')).status).toBe(200);
  const after = await page();
  expect(after).toContain('Enhetens ord om 3.4.1.');
  expect(after).toMatch(new RegExp(`<a href="/berattelser/${unit.id}/text">Ur [^<]*berättelse \\(${unit.number}\\)</a>`));
});

test('R-343 R-344 a board’s report is frozen when the contradiction is explained; a year and ten thousand events later it is read back the same to the byte, made again it is equal, and what changed is listed', async () => {
  const year = new Date(api.core.clock.now()).getFullYear();
  const body = { unit: 'namnd', kind: 'quality', year, due: `${year + 1}-01-31` };
  const { id } = (await api.post('/api/report-documents', body, 'controller')).body;
  const at = `/berattelser/${id}`;
  for (const heading of ['3.3.2', '3.4.1', '3.5.1', '4', '4.1'])
    await api.post(`/api/report-documents/${id}/commands`, { type: 'LeaveEmpty', heading, base: 0 }, 'controller');
  expect((await sent(`${at}/frys`, 'controller', {})).text).toContain('3.3.1 Klagomål och synpunkter är inte skrivet');
  await api.post(`/api/report-documents/${id}/commands`, { type: 'WriteSection', heading: '3.3.1', base: 0, text: 'Det kom 7 klagomål.' }, 'controller');
  expect((await sent(`${at}/frys`, 'controller', {})).text).toContain('skriv varför text och tabell säger olika');
  expect((await sent(`${at}/frys`, 'controller', { explanation: 'Sex kom muntligt.' })).at).toBe(`${at}/text`);

  const { frozen } = (await api.core.records.load(reportDocumentType, id)) as ReportDocument;
  const fetched = async () =>
    Buffer.from(
      await (await fetch(`${api.base}${at}/bilaga/${frozen?.document}`, { headers: { authorization: `Bearer ${api.tokenOf('controller')}` } })).arrayBuffer(),
    );
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const first = await fetched();
  expect([first.subarray(0, 5).toString(), hash(first)]).toEqual(['%PDF-', frozen?.sha256]);

  // A year later, with ten thousand events more, some of them of cases that were received in the year of the report.
  await api.core.clock.advance(366 * 86_400_000);
  const before = await api.core.store.position();
  expect((await fillWithCases(api.core.adminUrl, 1_700, [3, 2, 2, 3], `${year}-01-01`)) - before).toBeGreaterThan(10_000);
  await reported(api);
  await api.caughtUp();
  expect(hash(await fetched())).toBe(frozen?.sha256);
  expect((await sent(`${at}/gor-om`, 'controller')).text).toContain('Filen som gjordes på nytt är densamma, byte för byte.');
  expect((await sent(`${at}/text`, 'controller')).text).toMatch(/Totalt: \d+ när den frystes, \d+ nu\./);
}, 120_000);
