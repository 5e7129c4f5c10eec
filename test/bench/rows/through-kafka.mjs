import { randomUUID } from 'node:crypto';
import { ourDatabase, registrar, unique } from '../database.mjs';
import { now, percentile, sleep, until } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { peer } from '../peers/install.mjs';
import { kafkaRoundTrip } from '../peers/kafka.mjs';
import { startProcess } from '../processes.mjs';
import { reportOf } from '../story.mjs';

const { reportCase, CHANGES, rebuild } = await ours('libs/domain/src/case/commands.schema', 'libs/read-model/src/live', 'libs/read-model/src/rebuild/rebuild');
const WARM = 20;
const PATIENCE_MS = 60_000;

/** From a command's answer to its rows, by relay, Kafka and projector as processes of their own; one command at a time. */
export async function throughKafka({ events: count }) {
  if (!process.env.KAFKA_BROKERS) throw new Error('no Kafka was given (KAFKA_BROKERS)');
  const database = await ourDatabase('kafka');
  const env = {
    DATABASE_URL: database.appUrl,
    GENSVAR_MASTER_KEY: database.masterKey,
    KAFKA_TOPIC: `gensvar.${unique('events')}.v1`,
    GENSVAR_FEED: 'kafka',
    GENSVAR_LOG_LEVEL: 'info',
    NODE_ENV: 'development',
  };
  await rebuild(database.core); // otherwise the projector begins with the first rows from the store
  const processes = ['relay', 'projector'].map((name) => startProcess(name, env));
  try {
    for (const [n, said] of ['relaying', 'projecting'].entries())
      await until(async () => processes[n].output().includes(`"${said}"`), PATIENCE_MS, `the process that is ${said}`);
    const times = await fromCommitToRow(database.core, count);
    const row = { what: 'event → row through Kafka', unit: 'ms', better: 'less' };
    return [
      {
        ...row,
        measure: 'p50',
        value: percentile(times, 0.5),
        reach: 15,
        also: `${count} reports, from the answer to the committed row`,
        peers: [await peer('bare kafkajs, send → receive', () => kafkaRoundTrip({ count: Math.min(count, 200) }))],
      },
      { ...row, measure: 'p99', value: percentile(times, 0.99), reach: 50, peers: [] },
    ];
  } catch (cause) {
    throw new Error(`${cause.message}\n${processes.map((one) => `${one.name}: ${one.output().slice(-400)}`).join('\n')}`, { cause });
  } finally {
    await Promise.all(processes.map((one) => one.stop()));
    await database.drop();
  }
}

async function fromCommitToRow({ database, cases }, count) {
  const waiting = new Map();
  const seen = new Map();
  const unlisten = await database.listen(CHANGES, (payload) => {
    const at = now();
    for (const stream of payload === '' ? [] : JSON.parse(payload)) {
      seen.set(stream, at);
      waiting.get(stream)?.(at);
    }
  });
  const times = [];
  for (let n = 0; n < WARM + count; n += 1) {
    const { id } = await cases.report(registrar, reportCase.parse(reportOf(n, 'afs-norra')), { commandId: randomUUID() });
    const answered = now();
    const stream = `case/${id}`;
    const at = seen.get(stream) ?? (await Promise.race([new Promise((resolve) => waiting.set(stream, resolve)), sleep(PATIENCE_MS).then(() => undefined)]));
    if (at === undefined) throw new Error(`row ${n} did not come within a minute`);
    if (n >= WARM) times.push(Math.max(0, at - answered));
    await sleep(n % 7);
  }
  await unlisten();
  return times;
}
