import { jest } from '@jest/globals';
import { rebuild } from '#read-model/rebuild/rebuild';
import { runVerb } from '../acceptance/verbs.js';
import { type Api, freshApi } from '../support/api.js';
import { carry } from '../support/carry.js';
import { startConducting } from '../support/conducting.js';
import { waitFor } from '../support/processes.js';
import { people } from '../support/scenario.js';
import { freshNamespace } from '../support/services.js';
import { reported, stateOf } from '../support/walk.js';

// Real processes on a machine that others use too.
jest.setTimeout(180_000);

let api: Api;
let running: Awaited<ReturnType<typeof startConducting>>;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  const at = await freshNamespace();
  env = { TEMPORAL_ADDRESS: at.address, TEMPORAL_NAMESPACE: at.namespace };
  api = await freshApi(env as Record<string, string>);
  running = await startConducting(api.core, at);
}, 120_000);
afterAll(async () => {
  await running?.stop();
  await api?.close();
}, 60_000);

const armed = async (from: Api, id: string): Promise<unknown> => (await from.get(`/api/cases/${id}/agenda`, 'manager')).body.armed;
const verb = (name: string, more: NodeJS.ProcessEnv = {}) =>
  runVerb({ DATABASE_URL: api.core.appUrl, GENSVAR_MASTER_KEY: api.core.masterKey, ...env, ...more }, name);

describe('A workflow that was terminated by hand', () => {
  test('the agenda says that nothing is armed, reconcile names the case, and rehydrate mends both (AC-24)', async () => {
    const id = await reported(api.core);
    const other = await reported(api.core);
    const { number } = await stateOf(api.core, id);
    await waitFor(async () => (await armed(api, id)) === true && (await armed(api, other)) === true, 30_000, 'both to be armed');
    await rebuild(api.core);
    expect(await verb('reconcile')).toMatchObject({ status: 0, lines: [expect.stringMatching(/strömmar jämförda, 0 skillnader\.$/)] });

    await running.temporal.call((client) => client.workflow.getHandle(`case/${id}`).terminate('by hand'), 20_000);
    // Null while Temporal takes longer to answer than a page waits.
    const both = async () => JSON.stringify([await armed(api, id), await armed(api, other)]);
    await waitFor(async () => (await both()) === '[false,true]', 30_000, 'the one to be unarmed and the other armed');
    const { status, lines } = await verb('reconcile');
    expect([status, lines]).toEqual([
      1,
      [`case/${id}: ${number}: arbetsflödet kör inte (rehydrate ger det tillbaka)`, expect.stringMatching(/, 1 skillnader\.$/)],
    ]);

    expect((await verb('rehydrate')).status).toBe(0);
    await waitFor(async () => (await armed(api, id)) === true, 30_000, 'the case to be armed again');
    expect((await verb('reconcile')).status).toBe(0);
  });

  test('that of a notification to IVO, with its case’s own running: not armed, named by reconcile, and mended by rehydrate', async () => {
    const id = await reported(api.core, { kind: 'lexSarah', lawAreas: ['SoL'], immediateActions: 'Tillsyn.', source: 'staff' }, people.carer);
    await carry(api.core, id, 'feedback');
    const { number } = await stateOf(api.core, id);
    await waitFor(async () => (await armed(api, id)) === true, 30_000, 'both workflows to be armed');
    await rebuild(api.core);

    const stop = (name: string) => running.temporal.call((client) => client.workflow.getHandle(name).terminate('by hand'), 20_000);
    await stop(`ivo/${id}`);
    await waitFor(async () => (await armed(api, id)) === false, 30_000, 'the case to be unarmed');
    const { status, lines } = await verb('reconcile');
    expect([status, lines]).toEqual([
      1,
      [`case/${id}: ${number}: arbetsflödet för anmälan till IVO kör inte (rehydrate ger det tillbaka)`, expect.stringMatching(/, 1 skillnader\.$/)],
    ]);

    expect((await verb('rehydrate')).status).toBe(0);
    await waitFor(async () => (await armed(api, id)) === true, 30_000, 'the notification to be armed again');
    expect((await verb('reconcile')).status).toBe(0);
  });

  test('restart-workflows ends every one and starts those that wait again, beside what a notification to IVO has; mail goes on', async () => {
    const id = await reported(api.core);
    const sarah = await reported(api.core, { kind: 'lexSarah', lawAreas: ['SoL'], immediateActions: 'Tillsyn.', source: 'staff' }, people.carer);
    await carry(api.core, sarah, 'feedback');
    const runOf = (name: string): Promise<string | null> =>
      running.temporal
        .call((client) => client.workflow.getHandle(name).describe())
        .then(
          ({ runId, status }) => (status.name === 'RUNNING' ? runId : null),
          () => null,
        );
    const names = [`case/${id}`, `case/${sarah}`, `ivo/${sarah}`];
    const before = await waitFor(async () => {
      const runs = await Promise.all(names.map(runOf));
      return runs.includes(null) ? undefined : runs;
    }, 30_000);
    const position = await api.core.store.position();
    const { status, lines } = await verb('restart-workflows');
    expect([status, lines]).toEqual([0, [expect.stringMatching(/^\d+ arbetsflöden avslutade\.$/), expect.stringMatching(/, 0 kunde inte läsas\.$/)]]);
    await waitFor(async () => {
      const runs = await Promise.all(names.map(runOf));
      return runs.every((run, n) => run !== null && run !== before[n]);
    }, 30_000);
    await waitFor(async () => (await armed(api, id)) === true, 30_000, 'the case to be armed again');
    expect(await api.core.store.position()).toBe(position);
  });

  test('is found by the hour’s telling when its next item is late', async () => {
    const id = await reported(api.core);
    await waitFor(async () => (await armed(api, id)) === true, 30_000, 'the case to be armed');
    await running.temporal.call((client) => client.workflow.getHandle(`case/${id}`).terminate('by hand'), 20_000);
    await api.core.database.query(`UPDATE store.waiting SET next_at = now() - interval '16 minutes' WHERE case_id = $1`, [id]);
    await running.conductor.notifyLate();
    await waitFor(async () => (await armed(api, id)) === true, 30_000, 'the case to be armed again');
  });

  test('nobody claims to know when Temporal is away: armed is null, and reconcile says so with status 1', async () => {
    const id = await reported(api.core);
    await waitFor(async () => (await armed(api, id)) === true, 30_000, 'the case to be armed');
    const away = { TEMPORAL_ADDRESS: '127.0.0.1:1' };
    const { status, lines } = await verb('reconcile', away);
    expect([status, lines.at(-1)]).toEqual([1, expect.stringMatching(/om arbetsflödena kör: vet inte, Temporal svarar inte\.$/)]);
    const blind = await freshApi(away);
    expect(await armed(blind, await reported(blind.core))).toBeNull();
    await blind.close();
  });
});
