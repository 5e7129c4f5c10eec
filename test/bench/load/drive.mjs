import { randomUUID } from 'node:crypto';
import { httpClient } from '../http.mjs';
import { now, sleep } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { wayOf } from './ways.mjs';

const { commandIdOf } = await ours('libs/case-service/src/case-service');
const TRIES = 40;
/** One call in this many is sent twice at the same time, like a double click. */
const TWICE = 10;

/**
 * Reports cases of all kinds and takes each through the first commands of its way, by so many clients at once.
 * @returns calls: ms by kind of call; ways: ms by kind of case; told: { kind, lawAreas, from } of each case by its id, those born of another too;
 *   acknowledged: { commandId, position, id, version, types, born } of every call that was answered
 */
export async function drive({ url, count, clients, people, units }) {
  const done = { calls: new Map(), ways: new Map(), told: new Map(), acknowledged: [], unanswered: 0, unlike: 0 };
  let next = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const pair = [httpClient(url), httpClient(url)];
      while (next < count) await oneCase(next++, { pair, people, units, done });
      for (const client of pair) client.close();
    }),
  );
  return done;
}

async function oneCase(n, { pair, people, units, done }) {
  const { name, by, report, steps } = wayOf(n, units, people);
  const send = (type, who, id, path, body) => call(n, { type, way: name }, { pair, who, id, path, body, done });
  const reported = await send('report', people.registrar, null, '/api/cases', report);
  if (reported === null) return;
  let { id } = reported;
  done.told.set(id, { ...report, from: null });
  for (const step of steps) {
    const answer = await send(step.type, people[by], id, `/api/cases/${id}/commands`, step);
    if (answer === null) return;
    for (const child of answer.born ?? []) {
      done.told.set(child.id, { kind: child.kind, lawAreas: ['HSL'], from: id });
      id = child.id;
    }
  }
}

/** Sent until it is answered, each time with the same key. Null where no answer came; throws on a refusal, which is a fault of this script. */
async function call(n, { type, way }, { pair: [client, other], who, id, path, body, done }) {
  const key = randomUUID();
  const began = now();
  const answers = await Promise.all([
    untilAnswered(client, { who, path, body, key }),
    ...(n % TWICE === 0 ? [untilAnswered(other, { who, path, body, key })] : []),
  ]);
  const [answer] = answers;
  if (answers.includes(null)) {
    done.unanswered += 1;
    return null;
  }
  if (answer.status >= 300)
    throw new Error(`${type} of ${way} was answered ${answer.status} ${answer.body.code ?? ''} ${answer.body.missing?.map(({ field }) => field) ?? ''}`);
  if (answers.some((one) => JSON.stringify(one.body) !== JSON.stringify(answer.body))) done.unlike += 1;
  const ms = now() - began;
  listOf(done.calls, type).push(ms);
  listOf(done.ways, way).push(ms);
  done.acknowledged.push({
    commandId: commandIdOf({ id: `person:${who.person}` }, key),
    position: answer.body.position ?? null,
    id: id ?? answer.body.id,
    version: answer.body.version,
    types: answer.body.events?.map((event) => event.type) ?? null,
    born: answer.body.born ?? [],
  });
  return answer.body;
}

function listOf(lists, name) {
  if (!lists.has(name)) lists.set(name, []);
  return lists.get(name);
}

async function untilAnswered(client, { who, path, body, key }) {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const answer = await client.post(path, body, { token: who.token, key }).catch(() => null);
    const again = answer === null || answer.status >= 500 || answer.status === 429 || answer.body?.code === 'busy';
    if (!again) return answer;
    await sleep(50 * (1 + tried));
  }
  return null;
}
