import { randomUUID } from 'node:crypto';
import { ourDatabase, registrar } from '../database.mjs';
import { httpClient } from '../http.mjs';
import { each, percentile } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { dbosOneStep } from '../peers/dbos.mjs';
import { peer } from '../peers/install.mjs';
import { rawInsert } from '../peers/raw.mjs';
import { temporalUpdate } from '../peers/temporal-update.mjs';
import { startServer } from '../processes.mjs';
import { reportOf } from '../story.mjs';

const { Tokens } = await ours('libs/organisation/src/tokens');

/** Command → durable answer over HTTP, one client. */
export async function httpCommand({ httpCommands: count, peerCommands }) {
  const times = await overHttp(count);
  return [
    {
      what: 'command → durable answer over HTTP, 1 client',
      measure: 'p50',
      unit: 'ms',
      value: percentile(times, 0.5),
      better: 'less',
      reach: 5,
      also: `p95 ${percentile(times, 0.95).toFixed(1)} ms, ${count} commands`,
      peers: [
        await peer('raw pg insert, in process', () => rawInsert({ count })),
        await peer('Temporal Update + local activity, in process', () => temporalUpdate({ count: peerCommands })),
        await peer('DBOS one step, in process', () => dbosOneStep({ count: peerCommands })),
      ],
    },
  ];
}

async function overHttp(count) {
  const database = await ourDatabase('http');
  const server = await startServer(database);
  const client = httpClient(server.url);
  try {
    const token = new Tokens(database.core.seal, database.core.clock, server.url).issue(registrar.person);
    const cases = [];
    for (let n = 0; n < 50; n += 1) cases.push((await client.post('/api/cases', reportOf(n, 'afs-norra'), { token, key: randomUUID() })).body.id);
    return await each(count, 50, async (n) => {
      const command = { type: 'AddToCase', by: 'complainant', text: 'Det hände igen i går kväll.' };
      const { status, body } = await client.post(`/api/cases/${cases[n % cases.length]}/commands`, command, { token, key: randomUUID() });
      if (status !== 200) throw new Error(`answered ${status} ${body.code}`);
    });
  } finally {
    client.close();
    await server.stop();
    await database.drop();
  }
}
