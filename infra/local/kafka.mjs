import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.mjs';
import { kafkaJars } from './kafka-jars.mjs';
import { answers, portsFor } from './ports.mjs';
import { readRun } from './runfile.mjs';
import { ensureService } from './service.mjs';

/**
 * Kafka as one node that is broker and controller (KRaft), with its data in the home.
 * @param {object} home
 * @param {{ java: string }} with
 * @returns {Promise<object>} the handle, with `brokers`
 */
export async function startKafka(home, { java }) {
  const jars = await kafkaJars(home);
  const folder = join(home.data, 'kafka');
  const logging = join(home.data, 'kafka-logging.properties');
  const settings = join(home.data, 'kafka.properties');
  const match = `-Dgensvar.data=${folder}`;
  const classes = ['-cp', join(jars, '*'), `-Dlog4j2.configurationFile=${logging}`];
  let ports = readRun(home).ports;
  const handle = await ensureService(home, {
    name: 'kafka',
    match,
    ready: () => answers(ports.kafka),
    prepare: async () => {
      ports = await portsFor(home, ['kafka', 'kafkaController']);
      writeFileSync(logging, loggingText);
      writeFileSync(settings, settingsText(folder, ports));
      if (!existsSync(folder)) await format({ home, java, classes, folder, ports });
    },
    command: async () => ({
      command: java,
      args: ['-Xms128m', '-Xmx320m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', match, ...classes, 'kafka.Kafka', settings],
    }),
  });
  return { ...handle, brokers: `127.0.0.1:${ports.kafka}` };
}

/** Formatted in another folder and renamed: a folder that a kill left half formatted is made again. */
async function format({ home, java, classes, folder, ports }) {
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const settings = join(home.data, 'kafka-format.properties');
  writeFileSync(settings, settingsText(half, ports));
  const id = randomBytes(16).toString('base64url');
  const args = ['-XX:TieredStopAtLevel=1', ...classes, 'kafka.tools.StorageTool', 'format', `--cluster-id=${id}`, '-c', settings];
  const done = await run(home, 'kafka-format', java, args, { match: settings });
  if (done.code !== 0 || readdirSync(half).length === 0) throw new Error(`Kafka's storage could not be formatted:\n${done.output}`);
  renameSync(half, folder);
}

const settingsText = (folder, ports) =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${ports.kafkaController}`,
    listeners: `PLAINTEXT://127.0.0.1:${ports.kafka},CONTROLLER://127.0.0.1:${ports.kafkaController}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${ports.kafka}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': folder,
    'auto.create.topics.enable': false,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 3,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    // a broker that was killed can register again only when its last session has expired
    'broker.session.timeout.ms': 4000,
    'broker.heartbeat.interval.ms': 1000,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');

const loggingText = `rootLogger.level = WARN
rootLogger.appenderRef.out.ref = OUT
appender.out.type = Console
appender.out.name = OUT
appender.out.layout.type = PatternLayout
appender.out.layout.pattern = %d{ISO8601} %p %c %m%n
logger.server.name = kafka.server.KafkaRaftServer
logger.server.level = INFO
`;
