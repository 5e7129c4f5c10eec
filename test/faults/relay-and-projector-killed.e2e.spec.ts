import { randomUUID } from 'node:crypto';
import { reportCase } from '#domain/case/commands.schema';
import { atOnce } from '../support/at-once.js';
import { people } from '../support/scenario.js';
import { freshTopic } from '../support/services.js';
import { rowsAreTheFold, storeIsWhole } from './holds.js';
import { mixed } from './mixture.js';
import { CASES, type FaultSystem, faultSystem, LONGEST_MS, persistently, sleep } from './system.js';

let system: FaultSystem;
let topic: Awaited<ReturnType<typeof freshTopic>>;
beforeAll(async () => {
  topic = await freshTopic();
  system = await faultSystem({ kafka: topic });
  system.start('relay', 'projector');
}, LONGEST_MS);
afterAll(async () => {
  await system?.close();
  await topic?.drop();
}, LONGEST_MS);

const KILLS = 5;

describe('Relay and projector are killed at random', () => {
  const killed = async () => {
    const { cases } = system.core;
    let over = false;
    const killing = (async () => {
      for (let n = 0; n < 2 * KILLS; n += 1) {
        const name = n % 2 === 0 ? 'relay' : 'projector';
        await sleep(500 + Math.random() * 3_000);
        await system.kill(name);
        await sleep(Math.random() * 500);
        system.again(name);
      }
      over = true;
    })();
    const ids = await atOnce(4, CASES, async (n) => {
      const body = reportCase.parse({ ...mixed(n), receivedAt: '2026-01-02T10:00:00Z' });
      const commandId = randomUUID();
      const { id } = await persistently(() => cases.report(people.registrar, body, { commandId }));
      await sleep(100);
      return id;
    });
    // Commands are sent for as long as the killing lasts, so that no kill happens while nothing is going on.
    for (let n = 0; !over; n += 1) {
      const command =
        n < ids.length
          ? ({ type: 'MoveToUnit', unit: 'afs-sodra', why: 'wrongUnit', reasons: 'Fel enhet.', diaryNumber: null, withoutNumber: null } as const)
          : ({ type: 'AddToCase', by: 'complainant', text: 'Mer.' } as const);
      const commandId = randomUUID();
      await persistently(() => cases.execute(people.registrar, ids[n % ids.length] as string, command, { commandId }));
      await sleep(20);
    }
    await killing;
    await rowsAreTheFold(system.core);
    const [row] = await system.core.database.query<{ n: number }>('SELECT count(*) AS n FROM read.case_list');
    expect(row?.n).toBe(CASES);
  };

  const untouched = async () => {
    await storeIsWhole(system.core);
  };

  test(
    `AC-24 R-449 after ${KILLS} kills of each the rows of ${CASES} cases are the fold of the store, nothing counted twice, and the store was never touched by it`,
    async () => {
      await killed();
      await untouched();
    },
    2 * LONGEST_MS,
  );
});
