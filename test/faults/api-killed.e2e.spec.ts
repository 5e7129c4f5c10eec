import { atOnce } from '../support/at-once.js';
import { waitFor } from '../support/processes.js';
import { Client, weeksAgo } from './acknowledged.js';
import { eachOnce, nothingMore, rowsAreTheFold, storeIsWhole } from './holds.js';
import { CASES, type FaultSystem, faultSystem, LONGEST_MS, sleep } from './system.js';

let system: FaultSystem;
beforeAll(async () => {
  system = await faultSystem();
  system.start('server', 'projector');
  await system.answers();
}, LONGEST_MS);
afterAll(async () => {
  await system?.close();
}, LONGEST_MS);

const CLIENTS = 8;

describe('The API is killed around the append', () => {
  const clients: Client[] = [];
  let kills = 0;

  const worked = async () => {
    // Killed at the moment of the commit: the client has not been answered yet.
    // (Appends that meet share a commit, so there are fewer commits than commands.)
    let commits = 0;
    let nextKill = Math.ceil(CASES / 4);
    let dying = false;
    const unlisten = await system.core.database.listen('events', () => {
      commits += 1;
      if (commits < nextKill || dying) return;
      dying = true;
      void (async () => {
        await system.kill('server');
        kills += 1;
        system.again('server');
        await system.answers();
        await sleep(300);
        nextKill = commits + Math.ceil(CASES / 2);
        dying = false;
      })();
    });
    clients.push(...Array.from({ length: CLIENTS }, () => new Client(system)));
    await atOnce(CLIENTS, CASES, async (n) => {
      const client = clients[n % CLIENTS] as Client;
      const { body } = await client.report(weeksAgo());
      await client.command(body.id, { type: 'ClassifyCase', categories: ['serviceDelivery'] });
      await client.command(body.id, { type: 'AddToCase', by: 'complainant', text: 'Det hände igen.' });
      await client.command(body.id, { type: 'GiveFeedback', what: 'confirmation', method: 'phone' });
    });
    await unlisten();
    await waitFor(() => !dying, 60_000, 'the last start');
    expect(kills).toBeGreaterThanOrEqual(3);
  };

  const acknowledged = () => clients.flatMap((client) => client.acknowledged);

  const eachThere = async () => {
    expect(acknowledged()).toHaveLength(4 * CASES);
    expect(acknowledged().filter(({ sent }) => sent > 1).length).toBeGreaterThan(0);
    await eachOnce(system.core, acknowledged());
  };

  const numbered = async () => {
    await nothingMore(system.core, acknowledged());
    const numbers = await system.core.database.query<{ number: string }>(
      `SELECT open ->> 'number' AS number FROM store.events WHERE type = 'CaseReceived' ORDER BY 1`,
    );
    expect(numbers).toHaveLength(CASES);
    for (const series of new Set(numbers.map(({ number }) => number.slice(0, -4)))) {
      const own = numbers.filter(({ number }) => number.startsWith(series)).map(({ number }) => Number(number.slice(-4)));
      expect([series, own]).toEqual([series, own.map((_, n) => n + 1)]);
    }
  };

  const whole = async () => {
    await storeIsWhole(system.core);
    await rowsAreTheFold(system.core);
  };

  test(
    `AC-24 R-073 R-449 ${CASES} cases are reported and worked on while the server dies again and again: some had to ask again, every acknowledged command is there once, none twice or without an answer, the numbers run without a gap, the chain holds from first to last, and the rows are the fold of the store`,
    async () => {
      await worked();
      await eachThere();
      await numbered();
      await whole();
    },
    2 * LONGEST_MS,
  );
});
