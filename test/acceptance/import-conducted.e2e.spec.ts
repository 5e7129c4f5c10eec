import { jest } from '@jest/globals';
import { importLines } from '#importing/importer';
import { startConducting } from '../support/conducting.js';
import { freshCore } from '../support/core.js';
import { waitFor } from '../support/processes.js';
import { freshNamespace } from '../support/services.js';

// Real services on a machine that others use too.
jest.setTimeout(120_000);

let core: Awaited<ReturnType<typeof freshCore>>;
let conducting: Awaited<ReturnType<typeof startConducting>>;
beforeAll(async () => {
  core = await freshCore();
  conducting = await startConducting(core, await freshNamespace());
}, 120_000);
afterAll(async () => {
  await conducting?.stop();
  await core?.close();
}, 60_000);

const row = (n: number, closedAt: string | null, receivedAt: string) => ({
  line: n,
  value: {
    externalId: `rad-${n}`,
    kind: 'complaint',
    unit: 'afs-norra',
    receivedAt,
    closedAt,
    source: 'relative',
    opinionType: 'complaint',
    categories: ['information'],
  },
});

describe('The workflows of an import (docs/engine.md#import)', () => {
  test('closed cases start none; open ones get theirs, and no reminder from before the import is sent', async () => {
    const yesterday = new Date(core.clock.now().getTime() - 86_400_000).toISOString();
    const rows = [
      ...Array.from({ length: 30 }, (_, n) => row(n, '2022-05-01', '2022-04-01')),
      row(30, null, yesterday),
      row(31, null, yesterday),
      row(32, null, '2022-04-01'),
    ];
    await importLines(core, rows);
    const last = await core.store.position();
    await waitFor(
      async () => {
        const [at] = await core.database.query<{ position: number }>("SELECT position FROM store.subscriptions WHERE name = 'conductor'");
        return (at?.position ?? 0) >= last;
      },
      60_000,
      'the conductor',
    );
    const count = () => conducting.temporal.call((client) => client.workflow.count("WorkflowId STARTS_WITH 'case/'")).then((found) => found.count);
    await waitFor(async () => (await count()) >= 3, 30_000, 'three workflows');
    expect(await count()).toBe(3);
    const said = await core.database.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM store.events WHERE type IN ('ReminderDue', 'Escalated', 'ReceiptDue')",
    );
    expect(said[0]?.n).toBe(0);
  });
});
