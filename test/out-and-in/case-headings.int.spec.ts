import { randomUUID } from 'node:crypto';
import { CaseReader } from '#case-service/case-reader';
import { noNews } from '#case-view/history-groups';
import { caseStream } from '#domain/ids';
import { withNews } from '#event-store/access-log';
import { CaseHeadings } from '../../apps/web/src/frame/case-headings.js';
import { freshCore } from '../support/core.js';
import { caughtUp, employ, execute, type Fresh, followStore, reportComplaint } from '../support/read-side.js';
import { people } from '../support/scenario.js';

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
let headings: CaseHeadings;
const TITLE = 'Maten var kall tre dagar i rad';
const CODES = 'Klagomål: bemötande';

beforeAll(async () => {
  core = await freshCore();
  await employ(core);
  feed = await followStore(core);
  headings = new CaseHeadings(core.database, core.store, core.register);
}, 60_000);
afterAll(async () => {
  expect(feed?.faults).toEqual([]);
  await feed?.stop();
  await core?.close();
}, 30_000);

async function titled(body: Record<string, unknown> = {}): Promise<string> {
  const { id } = await reportComplaint(core, { categories: ['treatment'], ...body });
  await execute(core, id, { type: 'TitleCase', title: 'Fel rubrik' });
  await execute(core, id, { type: 'TitleCase', title: TITLE });
  await caughtUp(core);
  return id;
}
const headed = async (id: string, who: keyof typeof people, route = 'GET /arenden') =>
  (await headings.of(people[who], [id], core.clock.now().toISOString(), route)).get(id);
const logged = (id: string) =>
  core.database.query<{ person: string; action: string; route: string }>('SELECT person, action, route FROM store.access_log WHERE stream = $1 ORDER BY id', [
    caseStream(id),
  ]);
const titleOf = async (id: string) => (await core.store.load(caseStream(id))).filter(({ type }) => type === 'CaseTitled').at(-1)?.position as number;

describe('R-021 What a case is called in a list', () => {
  test('R-307 is the title that was written last, for those who may read its words; each is logged as shown, once in ten minutes for each list', async () => {
    const id = await titled();
    expect([await headed(id, 'manager'), await headed(id, 'manager'), await headed(id, 'manager', 'GET /')]).toEqual([TITLE, TITLE, TITLE]);
    expect(await headed(id, 'controller')).toBe(CODES);
    const { person } = people.manager;
    expect(await logged(id)).toEqual(['GET /arenden', 'GET /'].map((route) => ({ person, action: 'list', route })));
  }, 60_000);

  test('is its codes where nobody has written, or the title was taken away; then nothing is logged', async () => {
    const { id } = await reportComplaint(core, { categories: ['treatment'] });
    await caughtUp(core);
    expect(await headed(id, 'manager')).toBe(CODES);
    const other = await titled();
    await execute(core, other, { type: 'TitleCase', title: '' });
    await caughtUp(core);
    expect(await headed(other, 'manager')).toBe(CODES);
    expect([...(await logged(id)), ...(await logged(other))]).toEqual([]);
  }, 60_000);

  test('is its codes again when the sealed part is removed, and when the key of the case is destroyed; no earlier title comes back', async () => {
    const id = await titled();
    const command = { id: randomUUID(), actor: 'system', bodyHash: Buffer.alloc(1) };
    await core.store.removeSealed({ stream: caseStream(id), position: await titleOf(id), ground: 'test', at: core.clock.now().toISOString(), command });
    await caughtUp(core);
    expect(await headed(id, 'manager')).toBe(CODES);
    const other = await titled();
    expect(await headed(other, 'manager')).toBe(TITLE);
    await core.store.destroyKey(caseStream(other));
    expect(await headed(other, 'manager')).toBe(CODES);
  }, 60_000);

  test('of a lex Sarah is the kind alone for one who may not read what happened', async () => {
    const { id } = await reportComplaint(
      core,
      { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'], lexSarahKinds: ['physicalAbuse'], immediateActions: 'Larm.' },
      people.carer,
    );
    await caughtUp(core);
    expect(await headed(id, 'sas')).toMatch(/^Lex Sarah: /);
    expect(await headed(id, 'controller')).toBe('Lex Sarah');
  }, 60_000);

  test('R-307 is no title where the row is behind its case: who may read it is then not known', async () => {
    const id = await titled();
    await feed.stop();
    await execute(core, id, { type: 'AnswerConflict', answer: 'conflict', person: people.manager.person }, people.divisionHead);
    expect(await headed(id, 'manager')).toBe(CODES);
    feed = await followStore(core);
    await caughtUp(core);
    expect(await headed(id, 'divisionHead')).toBe(TITLE);
    expect(await headed(id, 'manager')).toBe(CODES);
  }, 60_000);
});

describe('R-026 What is new in a case in a list', () => {
  const hasNews = async (id: string, who: keyof typeof people) =>
    (await withNews(core.database, people[who].person ?? '', [caseStream(id)], noNews)).has(caseStream(id));
  const open = async (id: string, who: keyof typeof people) =>
    new CaseReader(core.database, core.store, core.register, core.clock).open(people[who], id, 'GET /arende/{id}');

  test('is what another has done since the person last had it open; a case that was never opened has no news', async () => {
    const { id } = await reportComplaint(core);
    expect(await hasNews(id, 'manager')).toBe(false);
    await open(id, 'manager');
    await execute(core, id, { type: 'WriteNote', text: 'Ring efter fyra.' });
    expect([await hasNews(id, 'manager'), await hasNews(id, 'divisionHead')]).toEqual([false, false]);
    await execute(core, id, { type: 'WriteNote', text: 'Ringt.' }, people.registrar);
    expect(await hasNews(id, 'manager')).toBe(true);
    await open(id, 'manager');
    expect(await hasNews(id, 'manager')).toBe(false);
  }, 60_000);

  test('is no link to another case, which the person may not see', async () => {
    const [one, other] = [await reportComplaint(core), await reportComplaint(core, { unit: 'afs-sodra' })];
    await open(one.id, 'manager');
    await execute(core, one.id, { type: 'LinkCase', other: other.id, relation: 'sameEvent', reasons: 'Samma kväll.' }, people.registrar);
    expect(await hasNews(one.id, 'manager')).toBe(false);
  }, 60_000);
});
