import { randomUUID } from 'node:crypto';
import { reportCase } from '#domain/case/commands.schema';
import { atOnce } from '../support/at-once.js';
import { people } from '../support/scenario.js';
import { freshNamespace } from '../support/services.js';
import { weeksAgo } from './acknowledged.js';
import { oneEventPerItem, rowsAreTheFold, storeIsWhole } from './holds.js';
import { complaintsAmong, mixed } from './mixture.js';
import { CASES, type FaultSystem, faultSystem, LONGEST_MS, persistently, sleep } from './system.js';

let system: FaultSystem;
beforeAll(async () => {
  system = await faultSystem({ temporal: await freshNamespace() });
  system.start('projector', 'conductor', 'worker');
}, LONGEST_MS);
afterAll(async () => {
  await system?.close();
}, LONGEST_MS);

const KILLS = 4;

describe('The worker is killed between activity and task completion', () => {
  const killed = async () => {
    const { cases, store, database } = system.core;
    let kills = 0;
    let dying = false;
    // Killed at the moment of the commit: the activity has not reported to Temporal yet.
    const unlisten = await database.listen('events', (position) => {
      if (dying || kills >= KILLS) return;
      dying = true;
      void (async () => {
        const [last] = await store.readAfter(Number(position) - 1, 1);
        if (last?.actor === 'system') {
          await system.kill('worker');
          kills += 1;
          system.again('worker');
          await sleep(4_000);
        }
        dying = false;
      })();
    });
    await atOnce(4, CASES, (n) => {
      const body = reportCase.parse({ ...mixed(n), ...weeksAgo() });
      const commandId = randomUUID();
      return persistently(() => cases.report(people.registrar, body, { commandId }));
    });
    await oneEventPerItem(system.core, 2 * CASES);
    await unlisten();
    expect(kills).toBe(KILLS);
  };

  const whole = async () => {
    const [row] = await system.core.database.query<{ receipts: number; cases: number }>(
      `SELECT count(*) AS receipts, count(DISTINCT stream) AS cases FROM store.events WHERE type = 'ReceiptDue'`,
    );
    expect(row).toEqual({ receipts: complaintsAmong(CASES), cases: complaintsAmong(CASES) });
    await storeIsWhole(system.core);
    await rowsAreTheFold(system.core);
  };

  test(
    `AC-24 R-073 R-449 ${CASES} cases get each receipt and reminder once, and one notice a recipient for each event, though the worker dies having done and not said so; the chain holds and the rows are the fold`,
    async () => {
      await killed();
      await whole();
    },
    2 * LONGEST_MS,
  );
});
