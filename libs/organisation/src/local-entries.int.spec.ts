import type { Refusal } from '#domain/errors';
import { freshCore } from '../../../test/support/core.js';
import { people } from '../../../test/support/scenario.js';
import { Administration } from './administration.js';
import { type OrganisationChanges, organisationChanges } from './change.schema.js';
import { addToOrganisation, STREAM } from './changes.js';
import { entriesAt, localCode } from './local-entries.js';

let core: Awaited<ReturnType<typeof freshCore>>;
let administration: Administration;
const { administrator } = people;
const ofList = { list: 'sourceName', division: 'afs' } as const;
const asked = (change: Record<string, unknown>): OrganisationChanges => organisationChanges.parse({ changes: [{ ...ofList, ...change }] }).changes;
let n = 0;
const change = (what: Record<string, unknown>, who = administrator) => administration.change(who, asked(what), 'Beslut i ledningsgruppen.', `k${(n += 1)}`);
const lackOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    (error: Refusal) => error.missing[0]?.field ?? error.code,
  );
const labels = (day: string) => core.register.entriesOn('sourceName', day).map(({ label }) => label);
const codeNamed = (label: string): string => core.register.entries().find((entry) => entry.label === label)?.code ?? '';

beforeAll(async () => {
  core = await freshCore();
  administration = new Administration(core, { now: () => new Date('2026-04-01T08:00:00.000Z') });
}, 60_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

describe('A division’s own list, changed by the systemförvaltare (R-035)', () => {
  test('an entry is offered from its day until the day it ends, and cases of those days may have it still', async () => {
    expect(await change({ do: 'addEntry', label: 'Hyresvärd', from: '2026-04-01' })).toBe('done');
    const code = codeNamed('Hyresvärd');
    expect([labels('2026-03-31'), labels('2026-04-01')]).toEqual([[], ['Hyresvärd']]);
    await change({ do: 'endEntry', code, from: '2026-06-01' });
    expect([labels('2026-05-31'), labels('2026-06-01')]).toEqual([['Hyresvärd'], []]);
    const has = (day: string) => core.register.hasLocalEntry('sourceName', 'afs-norra', code, { today: '2026-07-01', day });
    expect(['2026-03-31', '2026-04-01', '2026-05-31', '2026-06-01'].map(has)).toEqual([false, true, true, false]);
    expect(core.register.entriesOn('sourceName', '2026-06-01', code).map(({ label }) => label)).toEqual(['Hyresvärd']);
  });

  test('a renamed entry keeps its code, so that cases and imports have the same entry; the old name can be another entry', async () => {
    await change({ do: 'addEntry', label: 'Granne', from: '2026-04-01' });
    const code = codeNamed('Granne');
    await change({ do: 'renameEntry', code, label: 'Grannar och hyresgäster' });
    expect(core.register.labelOf('sourceName', code)).toBe('Grannar och hyresgäster');
    expect(core.register.codeOf('sourceName', 'afs', 'grannar och Hyresgäster')).toBe(code);
    await change({ do: 'addEntry', label: 'Granne', from: '2026-04-01' });
    expect(codeNamed('Granne')).not.toBe(code);
    expect(code).toBe(localCode('sourceName', 'afs', 'Granne'));
  });

  test('as it was known at a position it is what it was then', async () => {
    const [, before] = await core.store.load(STREAM).then((events) => [events, events.at(-1)?.position ?? 0] as const);
    await change({ do: 'renameEntry', code: codeNamed('Granne'), label: 'Grannen intill' });
    expect((await entriesAt(core.database, before)).map(({ label }) => label)).toContain('Granne');
    expect((await entriesAt(core.database, null)).map(({ label }) => label)).not.toContain('Granne');
  });

  test('what can’t be is refused at its field: the same name twice, what names a person, an unknown entry, days in the wrong order', async () => {
    expect(await lackOf(change({ do: 'addEntry', label: 'hyresvärd', from: '2026-04-01' }))).toBe('label');
    expect(await lackOf(change({ do: 'addEntry', label: 'Ring 070-123 45 67', from: '2026-04-01' }))).toBe('label');
    expect(await lackOf(change({ do: 'addEntry', division: 'afs-norra', label: 'Vaktmästare', from: '2026-04-01' }))).toBe('division');
    expect(await lackOf(change({ do: 'renameEntry', code: 'local-00000000', label: 'Vaktmästare' }))).toBe('code');
    expect(await lackOf(change({ do: 'endEntry', code: codeNamed('Hyresvärd'), from: '2026-07-01' }))).toBe('from');
    expect(await lackOf(change({ do: 'endEntry', code: codeNamed('Grannen intill'), from: '2026-04-01' }))).toBe('from');
    expect(await lackOf(change({ do: 'addEntry', label: 'Vaktmästare', from: '2026-04-01' }, people.manager))).toBe('notYours');
  });

  test('one event each, whose words are sealed; an import leaves an entry that is there as it is', async () => {
    const events = await core.store.load(STREAM);
    expect(JSON.stringify(events.map(({ open }) => open))).not.toMatch(/Hyresvärd|Granne/);
    const [last] = await administration.history();
    expect(last).toMatchObject({ actor: administrator.id, why: 'Beslut i ledningsgruppen.' });
    const before = core.register.entries();
    const again = before.map(({ list, division, code, label }) => ({ list, division, code, label }));
    await addToOrganisation(core, { units: [], entries: again }, 'importer', '2026-04-02T08:00:00.000Z');
    expect(core.register.entries()).toEqual(before);
  });
});
