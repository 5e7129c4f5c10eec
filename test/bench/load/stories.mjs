import { httpClient, tokenOf } from '../http.mjs';
import { now, percentile } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { aligned } from '../table.mjs';
import { drive } from './drive.mjs';
import { watchLag } from './lag.mjs';
import { findSystem } from './system.mjs';
import { verified } from './verified.mjs';

const { uuidOf } = await ours('libs/domain/src/ids');
const BOARD = 'namnd';

/**
 * Cases of all kinds: each is reported and taken through several commands; some calls are sent twice, what fails is sent again with its key.
 * @param {{ count: number, clients: number, url?: string }} asked
 * @returns {Promise<boolean>} whether every call was answered, once, and the store holds it
 */
export async function run({ count, clients, url }) {
  const system = await findSystem(url);
  try {
    const { people, units } = await municipalityOf(system.url);
    console.log(`${count} cases, ${clients} clients, ${system.said}`);
    const lag = watchLag(system.url);
    const began = now();
    const { calls, ways, told, acknowledged, unanswered, unlike } = await drive({ url: system.url, count, clients, people, units });
    const seconds = (now() - began) / 1_000;
    const behind = await lag.caughtUp();
    const all = [...calls.values()].flat();
    console.log(`${all.length} calls in ${seconds.toFixed(1)} s, ${(all.length / seconds).toFixed(0)} a second\n`);
    print('call', calls);
    print('calls of a', ways);
    console.log(
      `projection lag: ${behind.mostEvents} events and ${behind.mostSeconds.toFixed(1)} s at most, caught up ${behind.after.toFixed(1)} s after the last answer`,
    );
    console.log(`never answered: ${unanswered}; a repeat answered otherwise than the first: ${unlike}`);
    const found = await verified(system, { acknowledged, told });
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
    const found = users.find(({ roles, units }) => roles.includes(role) && units.includes(BOARD));
    if (found === undefined) throw new Error(`nobody is ${role} of the whole board`);
    return { user: found.user, person: uuidOf('demo', 'person', found.user), token: await tokenOf(first, found.user) };
  };
  const people = { registrar: await who('registrator'), director: await who('socialchef'), sas: await who('sas'), mas: await who('mas') };
  const organisation = (await first.get('/api/organisation', { token: people.director.token })).body;
  first.close();
  return { people, units: organisation.filter(({ level, parent }) => level === 'unit' && divisions(organisation).has(parent)).map(({ code }) => code) };
}

/** The board of the people in the run: a private provider's own board is not visible to them. */
const divisions = (organisation) => new Set(organisation.filter(({ parent }) => parent === BOARD).map(({ code }) => code));

function print(what, times) {
  const rows = [...times].map(([of, ms]) => [of, String(ms.length), percentile(ms, 0.5).toFixed(1), percentile(ms, 0.95).toFixed(1)]);
  console.log(`${aligned([[what, 'n', 'p50 ms', 'p95 ms'], ...rows])}\n`);
}
