import { now, sleep, until } from '../measure.mjs';
import { ours } from '../ours.mjs';

const { allWaiting } = await ours('libs/workflow-sync/src/waiting');
const PATIENCE_MS = 900_000;
const REST_MS = 5_000;

/**
 * Starts every process on the existing data: the relay sends every event, the projector gets them all again, the conductor notifies every
 * open case once more. Waits until they are idle.
 */
export async function followed({ ground, core, withWorkflows }) {
  const last = await core.store.position();
  const began = now();
  // The worker is running already, where there is anything for it to do.
  for (const name of ground.processes.filter((one) => one !== 'worker' && (withWorkflows || one !== 'conductor'))) ground.begin(name);
  const reached = {};
  const follow = async (name) => {
    await until(async () => (await positionOf(core, name)) >= last, PATIENCE_MS, `the ${name} to come to ${last}`);
    reached[name] = (now() - began) / 1_000;
  };
  const byKafka = ground.processes.includes('relay');
  await Promise.all([...(byKafka ? [follow('relay').then(() => met(core))] : []), ...(withWorkflows ? [follow('conductor')] : []), ground.isUp(PATIENCE_MS)]);
  const seconds = (now() - began) / 1_000;
  await sleep(REST_MS);
  return [
    {
      what: 'every process from nothing to caught up',
      measure: 'time',
      unit: 's',
      value: seconds,
      better: 'less',
      also: [
        ...(reached.relay === undefined ? [] : [`${last} events sent to Kafka in ${reached.relay.toFixed(1)} s`]),
        ...(withWorkflows
          ? [
              `${(await allWaiting(core.database)).length} that wait told again, and the other open ones, by the conductor in ${reached.conductor.toFixed(1)} s, all at once`,
            ]
          : ['without conductor and worker']),
      ].join('; '),
    },
  ];
}

/** The projector has had every event that the relay sent. */
async function met({ database }) {
  const ask = async () => {
    const [row] = await database.query(
      `SELECT bool_and(coalesce(f.position, 0) >= r.position) AS met
       FROM store.relay_partition r LEFT JOIN read.feed f ON f.feed = 'kafka' AND f.partition = r.partition`,
    );
    return row?.met === true;
  };
  await until(ask, PATIENCE_MS, 'the projector to meet every event');
}

const positionOf = async ({ database }, name) => (await database.query('SELECT position FROM store.subscriptions WHERE name = $1', [name]))[0]?.position ?? 0;
