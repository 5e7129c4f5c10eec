import { startProjector } from '../../apps/projector/src/start.js';
import { startRelay } from '../../apps/relay/src/relay.js';
import { runReport } from '#read-model/reports/run';
import { freshCore } from '../support/core.js';
import { caughtUp, type Fresh, reportComplaint } from '../support/read-side.js';
import { freshTopic } from '../support/services.js';

let core: Fresh;
const ends: (() => Promise<unknown>)[] = [];
const faults: unknown[] = [];
beforeAll(async () => {
  core = await freshCore();
  const { brokers, topic, drop } = await freshTopic();
  const config = { kafka: { brokers: brokers.split(','), topic }, organisation: 'test', feed: 'kafka' as const };
  const onError = (error: unknown) => void faults.push(error);
  const relay = await startRelay(core, { config, onError });
  const feed = await startProjector(core, { config, onError, onParked: (_stream, error) => void faults.push(error), onUnreadable: () => void faults.push('unreadable') });
  ends.push(drop, () => core.close(), () => relay.stop(), () => feed.stop());
}, 60_000);
afterAll(async () => { for (const end of ends.reverse()) await end(); }, 30_000);

describe('From the log over Kafka to the table', () => {
  test('R-007 a complaint that is reported is counted where it came from, and the figure names its case', async () => {
    const { number } = await reportComplaint(core);
    await caughtUp(core);
    const now = core.clock.now().toISOString();
    const table = await runReport(core, 'complaints-by-source', {}, now);
    expect(table.rows.find((row) => row.code === 'relative')?.values).toMatchObject({ count: 1, afs: 1 });
    expect(table.totals).toEqual({ count: 1, cases: 1 });
    expect(number).toMatch(/^KLA/);
  }, 40_000);
});
