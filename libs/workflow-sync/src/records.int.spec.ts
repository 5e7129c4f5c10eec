import { randomUUID } from 'node:crypto';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import { riskType } from '#domain/risk/index';
import { parked } from '#event-store/parked';
import { MailSender } from '#notices/mail-sender';
import { NoticeWriter } from '#notices/notice-writer';
import { recordChanged } from '#workflows/messages';
import { enrol, startConducting } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { waitFor } from '../../../test/support/processes.js';
import { people } from '../../../test/support/scenario.js';
import { freshNamespace } from '../../../test/support/services.js';
import { rehydrate } from './rehydrate.js';
import { inTrouble, WORKFLOWS } from './trouble.js';

let core: Awaited<ReturnType<typeof freshCore>>;
let running: Awaited<ReturnType<typeof startConducting>>;
beforeAll(async () => {
  core = await freshCore();
  running = await startConducting(core, await freshNamespace(), { clockEveryMs: 50 });
  await enrol(core, [
    ['manager', 'enhetschef', 'afs-norra'],
    ['divisionHead', 'avdelningschef', 'afs'],
  ]);
  await core.register.refresh();
}, 90_000);
afterAll(async () => {
  await running?.stop();
  await core?.close();
}, 60_000);

const PATIENCE_MS = 20_000;
const DAY_MS = 86_400_000;
const inDays = (days: number) => addDuration(stockholmDate(core.clock.now().toISOString()), `P${days}D`);
const assessment = (nextReview: string) => ({ probability: '4', consequence: '3', nextReview });
async function risk(nextReview: string): Promise<string> {
  const words = { activity: 'Ta emot anmälan', description: 'Anmälan hanteras inte' };
  const command = { type: 'IdentifyRisk', unit: 'afs-norra', ...words, ...assessment(nextReview) } as const;
  return (await core.records.create(people.manager, riskType, command, { commandId: randomUUID() })).id;
}
const give = (id: string, command: { readonly type: string } & Record<string, unknown>) =>
  core.records.execute(people.manager, riskType, id, command, { commandId: randomUUID() });
const eventsOf = (id: string) => core.store.load(`risk/${id}`);
const stepsOf = async (id: string) => (await eventsOf(id)).filter(({ type }) => type === 'StepTaken').map(({ open }) => [open['do'], open['toRole']]);
const status = (id: string) => running.temporal.call(async (client) => (await client.workflow.getHandle(`risk/${id}`).describe()).status.name, PATIENCE_MS);
const takes = (id: string, steps: number) => waitFor(async () => (await stepsOf(id)).length >= steps, 40_000, `${steps} steps of ${id}`);

describe('The workflow of a record (product D10)', () => {
  test('R-238 reminds the chief on the day of the review, and the next chief a week later, once each; an assessment before it moves the day', async () => {
    const kept = await risk(inDays(20));
    const late = await risk(inDays(20));
    await waitFor(async () => (await status(kept).catch(() => '')) === 'RUNNING', PATIENCE_MS, 'the workflow to run');
    await give(kept, { type: 'AssessRisk', ...assessment(inDays(400)) });
    await core.clock.advance(22 * DAY_MS);
    await takes(late, 1);
    expect(await stepsOf(late)).toEqual([['remind', 'enhetschef']]);
    await core.clock.advance(9 * DAY_MS);
    await takes(late, 2);
    expect(await stepsOf(late)).toEqual([
      ['remind', 'enhetschef'],
      ['escalate', 'avdelningschef'],
    ]);
    expect(await stepsOf(kept)).toEqual([]);
    // Nothing is left to wait for: the workflow has ended, and a new assessment starts it again.
    await waitFor(async () => (await status(late)) === 'COMPLETED', PATIENCE_MS, 'the workflow to end');
    await give(late, { type: 'AssessRisk', ...assessment(inDays(30)) });
    await waitFor(async () => (await status(late)) === 'RUNNING', PATIENCE_MS, 'the workflow to run again');
  }, 120_000);

  test('the workflow ends when the record is closed', async () => {
    const id = await risk(inDays(50));
    await waitFor(async () => (await status(id).catch(() => '')) === 'RUNNING', PATIENCE_MS, 'the workflow to run');
    await give(id, { type: 'CloseRisk', reason: 'removed', reasons: 'Ny rutin.' });
    await waitFor(async () => (await status(id)) === 'COMPLETED', PATIENCE_MS, 'the workflow to end');
  }, 60_000);

  test('a message that is none of its own blocks nothing and is reported until a good one comes, and a workflow that was terminated is started again from the events', async () => {
    const id = await risk(inDays(60));
    await waitFor(async () => (await status(id).catch(() => '')) === 'RUNNING', PATIENCE_MS, 'the workflow to run');
    const handle = await running.temporal.call(async (client) => client.workflow.getHandle(`risk/${id}`), PATIENCE_MS);
    for (const bad of [
      null,
      'x',
      { family: 'risk', id: randomUUID(), version: 9, steps: [], clockOffset: 0 },
      { family: 'risk', id, version: 9, steps: [{}], clockOffset: 0 },
    ])
      await handle.signal(recordChanged, bad as never);
    const reported = async () => (await parked(core.database, WORKFLOWS)).find(({ stream }) => stream === `risk/${id}`);
    expect(await waitFor(reported, PATIENCE_MS)).toMatchObject({ errorCode: 'bad message' });
    // It is notified again with all records, not as a case.
    expect(await inTrouble(core.database)).not.toContain(id);
    await running.conductor.notifyRecords();
    await waitFor(async () => (await reported()) === undefined, PATIENCE_MS, 'the trouble to be over');
    await handle.terminate('by hand');
    expect(await status(id)).toBe('TERMINATED');
    expect((await rehydrate(core, running.notifier)).notifiedRecords).toBeGreaterThan(0);
    expect(await status(id)).toBe('RUNNING');
  }, 60_000);

  test('its step is a notice to whoever holds the role, and lapses when the record has been assessed before the mail is sent', async () => {
    const id = await risk(inDays(20));
    await core.clock.advance(21 * DAY_MS);
    await takes(id, 1);
    const events = (await eventsOf(id)).filter(({ type }) => type === 'StepTaken');
    const told = await new NoticeWriter(core).handle(events, { checkpointIn: async () => undefined });
    expect(told).toEqual({ written: 1, urgent: 0 });
    const notices = () => core.database.query('SELECT recipient, kind, case_kind, gave_up FROM store.notice WHERE case_id = $1', [id]);
    expect(await notices()).toEqual([{ recipient: people.manager.person, kind: 'record', case_kind: 'risk', gave_up: null }]);
    const mails: { readonly subject: string; readonly text: string }[] = [];
    const sender = new MailSender(
      core,
      { send: async (mail: { readonly subject: string; readonly text: string }) => void mails.push(mail), close: () => undefined } as never,
      'http://gensvar.example',
    );
    await sender.sendDigest(true);
    expect(mails.map(({ text }) => text)).toEqual([expect.stringContaining(`http://gensvar.example/${riskType.page}/${id}`)]);
    expect(mails[0]?.text).not.toContain('Anmälan');
    const second = await risk(inDays(20));
    await core.clock.advance(21 * DAY_MS);
    await takes(second, 1);
    await new NoticeWriter(core).handle(
      (await eventsOf(second)).filter(({ type }) => type === 'StepTaken'),
      { checkpointIn: async () => undefined },
    );
    await give(second, { type: 'AssessRisk', ...assessment(inDays(100)) });
    mails.length = 0;
    await sender.sendDigest(true);
    expect(mails.filter(({ text }) => text.includes(second))).toEqual([]);
  }, 120_000);
});
