import { httpClient, tokenOf } from '../http.mjs';
import { now, percentile } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { drive } from './drive.mjs';
import { watchLag } from './lag.mjs';
import { findSystem } from './system.mjs';
import { verified } from './verified.mjs';

const { uuidOf } = await ours('libs/domain/src/ids');

/**
 * Each case is reported and taken through several commands; some calls are sent twice, what fails is sent again with its key.
 * @param {{ count: number, clients: number, url?: string }} asked
 * @returns {Promise<boolean>} whether all was answered, once, and the store holds it
 */
export async function run({ count, clients, url }) {
  const system = await findSystem(url);
  try {
    const { people, units } = await municipalityOf(system.url);
    console.log(`${count} cases, ${clients} clients, ${system.said}`);
    const lag = watchLag(system.url);
    const began = now();
    const { calls, acknowledged, unanswered, unlike } = await drive({ url: system.url, count, clients, people, units });
    const seconds = (now() - began) / 1_000;
    const behind = await lag.caughtUp();
    print(calls, seconds);
    console.log(
      `projection lag: ${behind.mostEvents} events and ${behind.mostSeconds.toFixed(1)} s at most, caught up ${behind.after.toFixed(1)} s after the last answer`,
    );
    console.log(`never answered: ${unanswered}; a repeat answered otherwise than the first: ${unlike}`);
    const found = await verified(system, acknowledged);
    for (const line of found.lines) console.log(line);
    return unanswered === 0 && unlike === 0 && found.good;
  } finally {
    await system.stop();
  }
}

async function municipalityOf(url) {
  const first = httpClient(url);
  const users = (await first.get('/demo/users')).body;
  const who = async (role) => {
    const found = users.find(({ roles, units }) => roles.includes(role) && units.includes('namnd'));
    if (found === undefined) throw new Error(`nobody is ${role} of the whole board`);
    return { user: found.user, person: uuidOf('demo', 'person', found.user), token: await tokenOf(first, found.user) };
  };
  const people = { registrar: await who('registrator'), director: await who('socialchef') };
  const organisation = (await first.get('/api/organisation', { token: people.director.token })).body;
  first.close();
  return { people, units: organisation.filter(({ level }) => level === 'unit').map(({ code }) => code) };
}

function print(calls, seconds) {
  const all = [...calls.values()].flat();
  console.log(
    `${all.length} calls in ${seconds.toFixed(1)} s, ${(all.length / seconds).toFixed(0)} a second\n\n| call | n | p50 ms | p95 ms |\n|---|---|---|---|`,
  );
  for (const [kind, times] of calls)
    console.log(`| ${kind} | ${times.length} | ${percentile(times, 0.5).toFixed(1)} | ${percentile(times, 0.95).toFixed(1)} |`);
  console.log('');
}
