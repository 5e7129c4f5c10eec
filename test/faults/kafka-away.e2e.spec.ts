import { randomUUID } from 'node:crypto';
import { reportCase } from '#domain/case/commands.schema';
import { ensureTopic } from '#kafka/topic';
import { atOnce } from '../support/at-once.js';
import { ownHome, ownKafka, waitFor } from '../support/processes.js';
import { people } from '../support/scenario.js';
import { rowsAreTheFold, storeIsWhole } from './holds.js';
import { mixed } from './mixture.js';
import { CASES, type FaultSystem, faultSystem, LONGEST_MS, persistently } from './system.js';

const TOPIC = 'gensvar.case-events.v1';
const home = ownHome();
let kafka: Awaited<ReturnType<typeof ownKafka>>;
let system: FaultSystem;
beforeAll(async () => {
  kafka = await ownKafka(home);
  await ensureTopic({ kafka: { brokers: [kafka.brokers], topic: TOPIC } });
  system = await faultSystem({ kafka: { brokers: kafka.brokers, topic: TOPIC } });
  system.start('relay', 'projector');
}, LONGEST_MS);
afterAll(async () => {
  await system?.close();
  await home.remove();
}, LONGEST_MS);

const take = (count: number) =>
  atOnce(4, count, (n) => {
    const body = reportCase.parse({ ...mixed(n), receivedAt: '2026-01-02T10:00:00Z' });
    const commandId = randomUUID();
    return persistently(() => system.core.cases.report(people.registrar, body, { commandId }));
  });
const rows = async () => (await system.core.database.query<{ n: number }>('SELECT count(*) AS n FROM read.case_list'))[0]?.n;

describe('Kafka is stopped and started', () => {
  const away = async () => {
    const third = Math.ceil(CASES / 3);
    await take(third);
    await waitFor(async () => (await rows()) === third, 60_000, 'the first rows');
    await kafka.stop();
    await take(third);
    expect(await rows()).toBe(third);
  };

  const back = async () => {
    kafka = await ownKafka(home);
    await take(CASES - 2 * Math.ceil(CASES / 3));
    await kafka.kill();
    kafka = await ownKafka(home);
    await rowsAreTheFold(system.core);
    expect(await rows()).toBe(CASES);
    await storeIsWhole(system.core);
  };

  test(
    'AC-24 R-449 reports are taken while it is away, and the rows tell what they had; when it is back, and killed, and back again, the rows catch up by themselves and are the fold of the store',
    async () => {
      await away();
      await back();
    },
    2 * LONGEST_MS,
  );
});
