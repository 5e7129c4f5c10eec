import { randomUUID } from 'node:crypto';
import { httpClient } from '../http.mjs';
import { now, sleep } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { reportOf, wholeWay } from '../story.mjs';

const { commandIdOf } = await ours('libs/case-service/src/case-service');
const STEPS = 8;
const TRIES = 40;
/** One call in so many is sent twice at the same time, as by a double click. */
const TWICE = 10;

/**
 * Reports the cases and takes each through the first commands of its way, by so many clients at once.
 * @returns calls: ms by kind of call; acknowledged: { commandId, types, position } of every call that was answered
 */
export async function drive({ url, count, clients, people, units }) {
  const done = { calls: new Map(), acknowledged: [], unanswered: 0, unlike: 0 };
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
  const send = (kind, who, path, body) => call(n, kind, { pair, who, path, body, done });
  const reported = await send('report', people.registrar, '/api/cases', reportOf(n * 11 + 1, units[n % units.length]));
  if (reported === null) return;
  for (const step of wholeWay(people.director.person, new Date().toISOString()).slice(0, STEPS)) {
    if ((await send(step.type, people.director, `/api/cases/${reported.id}/commands`, step)) === null) return;
  }
}

/** Sent until it is answered, each time with the same key. Null where no answer came; throws on a refusal, which is a fault of this script's. */
async function call(n, kind, { pair: [client, other], who, path, body, done }) {
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
  if (answer.status >= 300) throw new Error(`${kind} was answered ${answer.status} ${answer.body.code ?? ''}`);
  if (answers.some((one) => JSON.stringify(one.body) !== JSON.stringify(answer.body))) done.unlike += 1;
  if (!done.calls.has(kind)) done.calls.set(kind, []);
  done.calls.get(kind).push(now() - began);
  done.acknowledged.push({
    commandId: commandIdOf({ id: `person:${who.person}` }, key),
    position: answer.body.position ?? null,
    types: answer.body.events?.map(({ type }) => type) ?? null,
  });
  return answer.body;
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
