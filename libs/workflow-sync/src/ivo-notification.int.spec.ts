import type { CaseSnapshot } from '#domain/case/snapshot';
import { parked } from '#event-store/parked';
import { snapshotQuery } from '#workflows/messages';
import { carry } from '../../../test/support/carry.js';
import { eventually, startConducting } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { waitFor } from '../../../test/support/processes.js';
import { people } from '../../../test/support/scenario.js';
import { freshNamespace } from '../../../test/support/services.js';
import { does, reported } from '../../../test/support/walk.js';
import { WORKFLOWS } from './trouble.js';

let core: Awaited<ReturnType<typeof freshCore>>;
let running: Awaited<ReturnType<typeof startConducting>>;
beforeAll(async () => {
  core = await freshCore();
  running = await startConducting(core, await freshNamespace(), { clockEveryMs: 50 });
}, 90_000);
afterAll(async () => {
  await running?.stop();
  await core?.close();
}, 60_000);

const handle = (name: string) => running.temporal.call(async (client) => client.workflow.getHandle(name));
const status = async (name: string) =>
  (await handle(name)).describe().then(
    ({ status: { name: is } }) => is,
    () => 'NONE',
  );
const known = async (name: string): Promise<CaseSnapshot | null> => (await handle(name)).query(snapshotQuery).catch(() => null);
const statusIs = (name: string, wanted: string) => waitFor(async () => (await status(name)) === wanted, 30_000, `${name} ${wanted}`);
const stepIs = (id: string, step: string) => waitFor(async () => (await known(`ivo/${id}`))?.ivo === step, 30_000, step);
const lexSarah = () => reported(core, { kind: 'lexSarah', lawAreas: ['SoL'], immediateActions: 'Tillsyn.', source: 'staff' }, people.carer);

describe('The notification to IVO', () => {
  test('has a workflow of its own beside the stages: sent, numbered, supplemented by the day of IVO’s letter, decided, closed', async () => {
    const id = await lexSarah();
    await waitFor(() => known(`case/${id}`));
    expect(await status(`ivo/${id}`)).toBe('NONE');
    await carry(core, id, 'feedback');
    await stepIs(id, 'sent');
    await does(core, id, { type: 'RecordIvoNumber', ivoNumber: '3.1-1-2026' }, people.registrar);
    await stepIs(id, 'acknowledged');
    const dueOn = new Date(core.clock.now().getTime() + 14 * 86_400_000).toISOString().slice(0, 10);
    await does(core, id, { type: 'RecordIvoRequest', dueOn, text: 'Mer behövs.' }, people.registrar);
    await waitFor(async () => (await known(`ivo/${id}`))?.duties.some(({ rule }) => rule === 'IVO-KOMPLETTERING'), 30_000, 'the supplement to be watched');
    await core.clock.advance(12 * 86_400_000);
    await eventually(core, id, 'ReminderDue');
    const reminded = await Promise.all([`case/${id}`, `ivo/${id}`].map(async (name) => JSON.stringify((await (await handle(name)).fetchHistory()).events)));
    const summary = Buffer.from('"remind IVO-KOMPLETTERING').toString('base64').slice(0, 30);
    expect(reminded.map((history) => history.includes(summary))).toEqual([false, true]);
    await does(core, id, { type: 'SendToIvo', what: 'supplement' }, people.registrar);
    await carry(core, id, 'closed');
    await statusIs(`case/${id}`, 'COMPLETED');
    await statusIs(`ivo/${id}`, 'COMPLETED');
  }, 120_000);

  test('that was ended by hand is started again at the next message, and ends with the case', async () => {
    const id = await lexSarah();
    await carry(core, id, 'feedback');
    await stepIs(id, 'sent');
    await (await handle(`ivo/${id}`)).terminate('by hand');
    await statusIs(`ivo/${id}`, 'TERMINATED');
    await running.conductor.notifyAgain([id]);
    await stepIs(id, 'sent');
    // And where its parent is ended by hand, the next one finds it.
    await (await handle(`case/${id}`)).terminate('by hand');
    await running.conductor.notifyAgain([id]);
    await does(core, id, { type: 'RecordIvoNumber', ivoNumber: '3.1-2-2026' }, people.registrar);
    await stepIs(id, 'acknowledged');
    await carry(core, id, 'closed');
    await statusIs(`ivo/${id}`, 'COMPLETED');
  }, 120_000);

  test('is in trouble and out of it for itself, whatever its case’s workflow is', async () => {
    const id = await lexSarah();
    await carry(core, id, 'feedback');
    await stepIs(id, 'sent');
    const names = [`case/${id}`, `ivo/${id}`];
    const inTrouble = async () => (await parked(core.database, WORKFLOWS)).map(({ stream }) => stream).filter((stream) => names.includes(stream));
    const are = (wanted: readonly string[]) => waitFor(async () => `${(await inTrouble()).sort()}` === `${wanted}`, 30_000, `in trouble: ${wanted}`);
    // A good message that is still on its way would end the trouble at once.
    const { version } = await core.cases.load(id);
    await waitFor(async () => (await Promise.all(names.map(known))).every((snapshot) => snapshot?.version === version), 30_000, 'both to know the newest');
    for (const name of names) await (await handle(name)).signal('caseChanged', null);
    await are(names);
    // A good message to the notification alone.
    await (await handle(`ivo/${id}`)).signal('caseChanged', await known(`ivo/${id}`));
    await are([`case/${id}`]);
    await (await handle(`ivo/${id}`)).signal('caseChanged', null);
    await are(names);
    // Each hour those that are in trouble are sent their case again: the notification too, by its case's workflow.
    await running.conductor.notifyLate();
    await are([]);
  }, 120_000);

  test('is never of a complaint', async () => {
    const id = await reported(core);
    await waitFor(() => known(`case/${id}`));
    await core.clock.advance(40 * 86_400_000);
    await eventually(core, id, 'Escalated');
    expect(await status(`ivo/${id}`)).toBe('NONE');
  }, 60_000);
});
