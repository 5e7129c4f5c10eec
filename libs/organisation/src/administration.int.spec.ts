import type { Refusal } from '#domain/errors';
import { uuidOf } from '#domain/ids';
import { personActor } from '#domain/org/actor';
import { freshCore } from '../../../test/support/core.js';
import { people } from '../../../test/support/scenario.js';
import { Administration } from './administration.js';
import { type OrganisationChanges, organisationChanges } from './change.schema.js';
import { STREAM } from './changes.js';
import { settingsAt } from './organisation-at.js';
import { personByLogin } from './people.js';
import { reorganise } from './reorganise.js';

let core: Awaited<ReturnType<typeof freshCore>>;
let administration: Administration;
const now = '2026-04-01T08:00:00.000Z';
const { administrator, otherAdministrator, director, manager } = people;
const asked = (change: Record<string, unknown>): OrganisationChanges => organisationChanges.parse({ changes: [change] }).changes;
const post = { do: 'givePost', login: 'bo', role: 'enhetschef', unit: 'afs-norra', from: '2026-04-01' };
const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    (error: Refusal) => error.code,
  );
const lacksOf = (run: Promise<unknown>): Promise<readonly string[]> =>
  run.then(
    () => [],
    (error: Refusal) => error.missing.map(({ field, text }) => `${field}: ${text}`),
  );
const posts = async (login: string) => (await personByLogin(core.database, login, '2026-04-02'))?.posts.map(({ role }) => role) ?? [];
const openProposals = async () =>
  (await administration.history()).flatMap(({ type, proposal }) => (type === 'OrganisationChangeProposed' && proposal?.state === 'open' ? [proposal.id] : []));

beforeAll(async () => {
  core = await freshCore();
  administration = new Administration(core, { now: () => new Date(now) });
  const given = { changes: [{ do: 'addPerson', login: 'bo', name: 'Bo Uppdiktad', email: 'bo@example.org' }] };
  await reorganise(core, organisationChanges.parse(given).changes, 'operator', now);
}, 60_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

describe('The organisation changed by people', () => {
  test('a unit is changed by one person: one event, with who, what and why, and once however often it is sent', async () => {
    const renamed = asked({ do: 'renameUnit', unit: 'afs-norra', name: 'Hemtjänst Norra', from: '2026-04-01' });
    expect(await administration.change(administrator, renamed, 'Nytt namn beslutat av nämnden.', 'k1')).toBe('done');
    expect(core.register.organisation.unit('afs-norra', '2026-04-01')?.name).toBe('Hemtjänst Norra');
    const before = await core.store.load(STREAM);
    await administration.change(administrator, renamed, 'Nytt namn beslutat av nämnden.', 'k1');
    expect(await core.store.load(STREAM)).toHaveLength(before.length);
    const [last] = await administration.history();
    expect(last).toMatchObject({
      type: 'OrganisationChanged',
      actor: administrator.id,
      why: 'Nytt namn beslutat av nämnden.',
      changes: renamed,
      proposal: null,
    });
  });

  test('what a person types stays sealed: no name, login or reason is in an open part', async () => {
    await administration.change(
      administrator,
      asked({ do: 'addPerson', login: 'cia', name: 'Cia Påhittad', email: 'cia@example.org' }),
      'Börjar i april.',
      'k2',
    );
    const open = JSON.stringify((await core.store.load(STREAM)).map((event) => event.open));
    for (const word of ['Cia', 'cia', 'Påhittad', 'april', 'Hemtjänst']) expect(open).not.toContain(word);
  });

  test('a post takes two persons: nothing holds until another has confirmed, and both stand in the history', async () => {
    expect(await administration.change(administrator, asked(post), 'Ny chef.', 'k3')).toBe('proposed');
    expect(await posts('bo')).toEqual([]);
    const [id] = await openProposals();
    expect(await codeOf(administration.confirm(administrator, id as string))).toBe('notYours');
    expect(await codeOf(administration.confirm(manager, id as string))).toBe('notFound');
    await administration.confirm(otherAdministrator, id as string);
    expect(await posts('bo')).toEqual(['enhetschef']);
    const [done] = await administration.history();
    expect(done).toMatchObject({ actor: otherAdministrator.id, changes: asked(post), proposal: { by: administrator.id, state: 'confirmed' } });
    expect(await codeOf(administration.confirm(otherAdministrator, id as string))).toBe('alreadyMet');
    expect(await openProposals()).toEqual([]);
  });

  test('two who confirm at the same time change it once', async () => {
    await administration.change(administrator, asked({ ...post, unit: 'afs-sodra' }), 'Också Södra.', 'k4');
    const [id] = await openProposals();
    const before = (await core.store.load(STREAM)).length;
    await Promise.allSettled([otherAdministrator, director].map((actor) => administration.confirm(actor, id as string)));
    expect(await core.store.load(STREAM)).toHaveLength(before + 1);
    expect(await posts('bo')).toEqual(['enhetschef', 'enhetschef']);
  });

  test('what is turned down is not done, and can’t be confirmed after', async () => {
    await administration
      .change(administrator, asked({ do: 'endPost', login: 'bo', role: 'enhetschef', unit: 'afs-norra', to: '2026-04-01' }), 'Slutar.', 'k5')
      .catch(() => undefined);
    await administration.change(administrator, asked({ do: 'endPost', login: 'bo', role: 'enhetschef', unit: 'afs-norra', to: '2026-04-02' }), 'Slutar.', 'k6');
    const [id] = await openProposals();
    await administration.reject(director, id as string, 'Stannar till juni.');
    expect(await posts('bo')).toEqual(['enhetschef', 'enhetschef']);
    expect(await codeOf(administration.confirm(otherAdministrator, id as string))).toBe('alreadyMet');
    expect((await administration.history())[0]).toMatchObject({ type: 'OrganisationChangeRejected', actor: director.id, why: 'Stannar till juni.' });
  });

  test('what can no longer be done is refused when it is confirmed, and said before it is proposed', async () => {
    const given = asked({ ...post, unit: 'iof-fritid', from: '2026-06-01' });
    const unit = { code: 'iof-fritid', name: 'Fritid', level: 'unit', parent: 'iof', validFrom: '2026-04-01' };
    expect(await codeOf(administration.change(administrator, given, 'Ny enhet.', 'k7'))).toMatch(/incomplete|notYours/);
    await administration.change(administrator, asked({ do: 'addUnit', unit }), 'Ny enhet.', 'k8');
    await administration.change(administrator, given, 'Ny enhet.', 'k9');
    await administration.change(administrator, asked({ do: 'endUnit', unit: 'iof-fritid', successor: null, from: '2026-05-01' }), 'Ändrat beslut.', 'k10');
    const [id] = await openProposals();
    expect(await codeOf(administration.confirm(otherAdministrator, id as string))).toBe('incomplete');
    expect(await openProposals()).toEqual([id]);
  });

  test('a post that nobody holds can’t be ended, and a login that is another’s can’t be given again', async () => {
    expect(await codeOf(administration.check(administrator, asked({ do: 'endPost', login: 'cia', role: 'sas', unit: 'namnd', to: '2026-05-01' })))).toBe(
      'incomplete',
    );
    expect(await codeOf(administration.check(administrator, asked({ do: 'addPerson', login: 'bo', name: 'Bo Annan', email: 'annan@example.org' })))).toBe(
      'incomplete',
    );
  });

  test('nobody without the role changes anything, and a board is added by the operator alone', async () => {
    for (const actor of [director, manager]) expect(await codeOf(administration.change(actor, asked(post), 'x', 'k11'))).toBe('notYours');
    const board = { code: 'annan', name: 'Annan nämnd', level: 'board', parent: null, validFrom: '2026-04-01' };
    expect(await codeOf(administration.change(administrator, asked({ do: 'addUnit', unit: board }), 'x', 'k12'))).toBe('notYours');
  });

  test('R-168 a deadline of the municipality’s own takes two persons, holds from today at the earliest, and both words and persons stay sealed', async () => {
    const change = { do: 'setDeadline', rule: 'LOK-KLAG-SVAR', period: 'P15BD', from: '2026-05-01' };
    expect(await lacksOf(administration.change(administrator, asked({ ...change, from: '2026-03-31' }), 'Beslut.', 'd0'))).toEqual([
      'from: Dagen har passerat. En frist ändras tidigast från och med i dag',
    ]);
    expect(await administration.change(administrator, asked(change), 'Nämndens beslut i april.', 'd1')).toBe('proposed');
    const [id] = await openProposals();
    expect(core.register.organisation.settings.deadlines).toEqual({});
    expect(await codeOf(administration.confirm(administrator, id as string))).toBe('notYours');
    await administration.confirm(director, id as string);
    expect(core.register.organisation.settings.deadlines).toEqual({ 'LOK-KLAG-SVAR': [{ from: '2026-05-01', period: 'P15BD' }] });
    expect(JSON.stringify((await core.store.load(STREAM)).map(({ open }) => open))).not.toMatch(/april|P15BD|LOK-/);
    const local = { ...administrator, posts: [{ role: 'systemforvaltare' as const, unit: 'afs' }] };
    expect(await codeOf(administration.change(local, asked(change), 'x', 'd2'))).toBe('notYours');
  });

  test('R-168 one period for an earlier day leaves the one for a later day as it is; a day given again replaces its own', async () => {
    const set = (rule: string, period: string, from: string) =>
      reorganise(core, asked({ do: 'setDeadline', rule, period, from }), 'operator', now, { key: `${rule}${period}${from}` });
    await set('LOK-KLAG-SVAR', 'P12BD', '2026-04-10');
    await set('LOK-AVV-KLAR', 'P60D', '2026-04-20');
    await set('LOK-KLAG-SVAR', 'P20BD', '2026-05-01');
    expect(core.register.organisation.settings.deadlines).toEqual({
      'LOK-AVV-KLAR': [{ from: '2026-04-20', period: 'P60D' }],
      'LOK-KLAG-SVAR': [
        { from: '2026-04-10', period: 'P12BD' },
        { from: '2026-05-01', period: 'P20BD' },
      ],
    });
  });

  test('R-168 a deadline of law is refused with the law named, from the operator’s file too', async () => {
    const change = asked({ do: 'setDeadline', rule: 'LS-ANMALAN-SOL', period: 'P60D', from: '2026-05-01' });
    expect(await lacksOf(administration.change(administrator, change, 'x', 'd3'))).toEqual([expect.stringMatching(/^rule: .*SoL \(2025:400\)/)]);
    expect(await lacksOf(reorganise(core, change, 'operator', now))).toEqual([expect.stringMatching(/^rule: .*SoL \(2025:400\)/)]);
  });

  test('R-126 a delegation takes two persons, neither of them the one to whom it is given; decisions of its days cite its point', async () => {
    const change = { do: 'delegate', kind: 'lexSarah', role: 'socialchef', point: 'S4.7', decision: 'SN 2026/77', from: '2026-01-01' };
    await reorganise(core, asked({ do: 'givePost', login: 'bo', role: 'socialchef', unit: 'namnd', from: '2026-01-01' }), 'operator', now);
    const bo = personActor(uuidOf('person', 'bo'), [{ role: 'socialchef', unit: 'namnd' }]);
    expect(await administration.change(administrator, asked(change), 'Beslut i mars.', 'g1')).toBe('proposed');
    const [id] = await openProposals();
    expect(await codeOf(administration.confirm(bo, id as string))).toBe('notYours');
    expect(core.register.organisation.settings.delegationPoint.lexSarah).toEqual({});
    await administration.confirm(otherAdministrator, id as string);
    expect(core.register.organisation.settings.delegationPoint.lexSarah).toEqual({ socialchef: 'S4.7' });
    expect(JSON.stringify((await core.store.load(STREAM)).map(({ open }) => open))).not.toMatch(/S4\.7|2026\/77|mars/);
    const ended = asked({ do: 'endDelegation', kind: 'lexSarah', role: 'socialchef', to: '2026-04-02' });
    await reorganise(core, ended, 'operator', now);
    expect((await settingsAt(core.database, null, '2026-04-01')).delegationPoint.lexSarah).toEqual({ socialchef: 'S4.7' });
    expect((await settingsAt(core.database, null, '2026-04-02')).delegationPoint.lexSarah).toEqual({});
  });

  test('R-126 a delegation to a role that does not decide, and the end of one that there is not, are refused at the role', async () => {
    const lacks = async (change: Record<string, unknown>) => lacksOf(reorganise(core, asked(change), 'operator', now));
    expect(await lacks({ do: 'delegate', kind: 'lexSarah', role: 'mas', point: 'S1', decision: 'SN 2026/1', from: '2026-05-01' })).toEqual([
      expect.stringMatching(/^role: .*beslutar inte om anmälan/),
    ]);
    expect(await lacks({ do: 'endDelegation', kind: 'lexMaria', role: 'mas', to: '2026-05-01' })).toEqual([
      expect.stringMatching(/^role: .*ingen registrerad/),
    ]);
  });
});
