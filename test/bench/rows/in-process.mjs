import { randomUUID } from 'node:crypto';
import { ourDatabase, registrar } from '../database.mjs';
import { rate } from '../measure.mjs';
import { ours } from '../ours.mjs';
import { emmettAppends } from '../peers/emmett.mjs';
import { peer } from '../peers/install.mjs';
import { rawInserts } from '../peers/raw.mjs';
import { reportOf } from '../story.mjs';

const { reportCase } = await ours('libs/domain/src/case/commands.schema');
const STREAMS = 20;

/** Commands by sixteen clients in one process, each on cases of its own. */
export async function inProcess({ commands: count, clients }) {
  const value = await executes(count, clients);
  return [
    {
      what: `commands, ${clients} clients, in process`,
      measure: 'rate',
      unit: '/s',
      value,
      better: 'more',
      reach: 1_500,
      also: `CaseService.execute, ${count} commands`,
      peers: [
        await peer('emmett append (no dedup, order, chain)', () => emmettAppends({ count, clients, streams: STREAMS })),
        await peer('raw pg insert', () => rawInserts({ count, clients })),
      ],
    },
  ];
}

async function executes(count, clients) {
  const database = await ourDatabase('execute', clients);
  const { cases } = database.core;
  try {
    const ids = await Promise.all(
      Array.from({ length: clients }, async (_, who) => {
        const own = [];
        for (let n = 0; n < STREAMS; n += 1)
          own.push((await cases.report(registrar, reportCase.parse(reportOf(who + n, 'afs-norra')), { commandId: randomUUID() })).id);
        return own;
      }),
    );
    const command = { type: 'AddToCase', by: 'complainant', text: 'Det hände igen i går kväll.' };
    const one = (n, who) => cases.execute(registrar, ids[who][n % STREAMS], command, { commandId: randomUUID() });
    await rate(clients * 20, clients, one);
    return await rate(count, clients, one);
  } finally {
    await database.drop();
  }
}
