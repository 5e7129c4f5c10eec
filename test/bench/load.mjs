import { parseArgs } from 'node:util';
import { httpClient, tokenOf } from './http.mjs';
import { drive } from './load/drive.mjs';
import { watchLag } from './load/lag.mjs';
import { findSystem } from './load/system.mjs';
import { verified } from './load/verified.mjs';
import { now, percentile } from './measure.mjs';
import { ours } from './ours.mjs';

/*
 * `npm run load -- --cases 2000 --clients 20 [--url http://127.0.0.1:3000]`: the real system over HTTP, the one that runs or one of its
 * own. Each case is reported and taken through several commands; some calls are sent twice, what fails is sent again with its key.
 * Afterwards the store is asked what it holds.
 */
const { uuidOf } = await ours('libs/domain/src/ids');
const { values } = parseArgs({ options: { cases: { type: 'string', default: '2000' }, clients: { type: 'string', default: '20' }, url: { type: 'string' } } });
const count = bounded('cases', values.cases, 50_000);
const clients = bounded('clients', values.clients, 200);

const system = await findSystem(values.url);
let good = false;
try {
  const first = httpClient(system.url);
  const users = (await first.get('/demo/users')).body;
  const who = async (role) => {
    const { user } = users.find(({ roles, units }) => roles.includes(role) && units.includes('namnd')) ?? fail(`nobody is ${role} of the whole board`);
    return { user, person: uuidOf('demo', 'person', user), token: await tokenOf(first, user) };
  };
  const people = { registrar: await who('registrator'), director: await who('socialchef') };
  const organisation = (await first.get('/api/organisation', { token: people.director.token })).body;
  const units = organisation.filter(({ level }) => level === 'unit').map(({ code }) => code);
  first.close();

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
  good = unanswered === 0 && unlike === 0 && found.good;
} finally {
  await system.stop();
}
process.exit(good ? 0 : 1);

function print(calls, seconds) {
  const all = [...calls.values()].flat();
  console.log(
    `${all.length} calls in ${seconds.toFixed(1)} s, ${(all.length / seconds).toFixed(0)} a second\n\n| call | n | p50 ms | p95 ms |\n|---|---|---|---|`,
  );
  for (const [kind, times] of calls)
    console.log(`| ${kind} | ${times.length} | ${percentile(times, 0.5).toFixed(1)} | ${percentile(times, 0.95).toFixed(1)} |`);
  console.log('');
}

function bounded(name, given, most) {
  const value = Number(given);
  return Number.isInteger(value) && value >= 1 && value <= most ? value : fail(`--${name} is a whole number from 1 to ${most}`);
}

function fail(why) {
  console.error(why);
  process.exit(2);
}
