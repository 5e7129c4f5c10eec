import { parseArgs } from 'node:util';
import { ensureTopic } from '#kafka/topic';
import { config, say, VerbFault } from '../parts/verb.js';

/** Makes the topic where it is missing. */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const settings = config();
  if (settings.kafka.brokers.length === 0) throw new VerbFault('KAFKA_BROKERS saknas: ange adressen till Kafka.');
  await ensureTopic(settings);
  say(`Ämnet ${settings.kafka.topic} finns.`);
  return 0;
}
