import type { Refusal } from '#domain/errors';
import type { Municipality } from '#domain/org/municipality';
import { freshCore } from '../../../test/support/core.js';
import { people } from '../../../test/support/scenario.js';
import { Administration } from './administration.js';
import { STREAM } from './changes.js';
import { crestOf, keepCrest } from './crests.js';

let core: Awaited<ReturnType<typeof freshCore>>;
let administration: Administration;
const said: Municipality = {
  name: 'Påhittade kommun',
  phone: '010-123 45 67',
  email: null,
  address: null,
  dataProtection: null,
  statement: null,
  colour: '#14506f',
  crest: null,
};
const change = (more: Partial<Municipality> = {}) => [{ do: 'set', name: 'municipality', value: { ...said, ...more }, from: '2026-04-01' } as const];
const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    (error: Refusal) => error.code,
  );

beforeAll(async () => {
  core = await freshCore();
  administration = new Administration(core, { now: () => new Date('2026-04-01T08:00:00.000Z') });
}, 60_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

describe('Name, contact, crest and colour of the municipality', () => {
  test('are changed by one systemförvaltare: one event with who and why, whose words are sealed; the same request again changes nothing', async () => {
    expect(await administration.change(people.administrator, change(), 'Nytt namn från april.', 'm1')).toBe('done');
    expect(core.register.organisation.settings.municipality).toEqual(said);
    const events = await core.store.load(STREAM);
    await administration.change(people.administrator, change(), 'Nytt namn från april.', 'm1');
    expect(await core.store.load(STREAM)).toHaveLength(events.length);
    const [last] = await administration.history();
    expect(last).toMatchObject({ type: 'OrganisationChanged', actor: people.administrator.id, why: 'Nytt namn från april.', changes: change() });
    expect(JSON.stringify(events.map(({ open }) => open))).not.toContain('Påhittade');
  });

  test('are not changed by others, and other settings are not changed in this way', async () => {
    for (const who of [people.director, people.manager, people.registrar])
      expect(await codeOf(administration.change(who, change(), 'x', 'm2'))).toBe('notYours');
    const least = [{ do: 'set', name: 'leastShown', value: 0, from: '2026-04-01' } as const];
    expect(await codeOf(administration.change(people.administrator, least, 'x', 'm3'))).toBe('notYours');
  });

  test('a crest is stored once under its hash; one that is not stored is not named', async () => {
    const picture = { type: 'svg', bytes: Buffer.from('<svg/>') } as const;
    const crest = await keepCrest(core.database, picture);
    expect(await keepCrest(core.database, picture)).toEqual(crest);
    expect(await crestOf(core.database, crest.sha256)).toEqual(picture);
    const unknown = { sha256: '0'.repeat(64), type: 'svg' } as const;
    expect(await codeOf(administration.change(people.administrator, change({ crest: unknown }), 'x', 'm4'))).toBe('incomplete');
    expect(await codeOf(administration.change(people.administrator, change({ crest: { ...crest, type: 'png' } }), 'x', 'm5'))).toBe('incomplete');
    expect(await administration.change(people.administrator, change({ crest }), 'Nytt vapen.', 'm6')).toBe('done');
    expect(core.register.organisation.settings.municipality?.crest).toEqual(crest);
  });
});
