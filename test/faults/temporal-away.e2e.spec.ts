import { atOnce } from '../support/at-once.js';
import { ownHome, ownTemporal } from '../support/processes.js';
import { Client, weeksAgo } from './acknowledged.js';
import { eachOnce, nothingMore, oneEventPerItem, rowsAreTheFold, storeIsWhole } from './holds.js';
import { CASES, type FaultSystem, faultSystem, LONGEST_MS, sleep } from './system.js';

const AWAY_MS = 30_000;
const CLIENTS = 4;
const home = ownHome();
let temporal: Awaited<ReturnType<typeof ownTemporal>>;
let system: FaultSystem;
beforeAll(async () => {
  temporal = await ownTemporal(home);
  system = await faultSystem({ temporal: { address: temporal.address, namespace: 'default' } });
  system.start('server', 'projector', 'conductor', 'worker');
  await system.answers();
}, LONGEST_MS);
afterAll(async () => {
  await system?.close();
  await home.remove();
}, LONGEST_MS);

describe('Temporal is stopped under load', () => {
  const clients: Client[] = [];
  const acknowledged = () => clients.flatMap((client) => client.acknowledged);

  const away = async () => {
    clients.push(...Array.from({ length: CLIENTS }, () => new Client(system)));
    const work = async (n: number) => {
      const client = clients[n % CLIENTS] as Client;
      const { body } = await client.report(weeksAgo());
      await client.command(body.id, { type: 'AddToCase', by: 'complainant', text: 'Det hände igen.' });
    };
    const before = Math.ceil(CASES / 4);
    await atOnce(CLIENTS, before, work);
    await temporal.kill();
    const gone = Date.now();
    await atOnce(CLIENTS, CASES - before, work);
    await sleep(Math.max(0, AWAY_MS - (Date.now() - gone)));
    expect(acknowledged()).toHaveLength(2 * CASES);
    expect(acknowledged().filter(({ sent }) => sent > 1)).toEqual([]);
    temporal = await ownTemporal(home);
  };

  const back = async () => {
    await oneEventPerItem(system.core, 2 * CASES);
  };

  const whole = async () => {
    await eachOnce(system.core, acknowledged());
    await nothingMore(system.core, acknowledged());
    await storeIsWhole(system.core);
    await rowsAreTheFold(system.core);
  };

  test(
    `AC-24 R-073 R-449 people report and work on ${CASES} cases while it is away for ${AWAY_MS / 1_000} s, and none has to wait for it; when it is back each receipt and reminder comes, once, for the cases from before and from meanwhile; no command is lost or doubled, the chain holds, the rows are the fold`,
    async () => {
      await away();
      await back();
      await whole();
    },
    3 * LONGEST_MS,
  );
});
