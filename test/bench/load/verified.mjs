import pg from 'pg';
import { runVerb } from '../processes.mjs';

const BATCH = 5_000;

/** What the store says of it: each acknowledged command there once, nothing missing between first and last, the chain, the rows. */
export async function verified({ env }, acknowledged) {
  if (env?.DATABASE_URL === undefined) return { good: true, lines: ['the store was not looked into: only the address of the system is known'] };
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    const { lost, doubled } = await commands(client, acknowledged);
    const {
      rows: [{ n, last }],
    } = await client.query('SELECT count(*)::int AS n, max(position)::int AS last FROM store.events');
    const checks = { verify: await holds(['verify'], env), reconcile: await holds(['reconcile'], env) };
    return {
      good: lost === 0 && doubled === 0 && n === last && checks.verify && checks.reconcile,
      lines: [
        `acknowledged: ${acknowledged.length}, lost: ${lost}, doubled: ${doubled}`,
        `events: ${n}, last position: ${last}; chain ${checks.verify ? 'holds' : 'DOES NOT HOLD'}; rows ${checks.reconcile ? 'are the fold of the store' : 'DIFFER from the store'}`,
      ],
    };
  } finally {
    await client.end();
  }
}

/** Lost: answered and not in the store. Doubled: with other events than were answered, or at another place. */
async function commands(client, acknowledged) {
  const counted = { lost: 0, doubled: 0 };
  for (let from = 0; from < acknowledged.length; from += BATCH) {
    const batch = acknowledged.slice(from, from + BATCH);
    const { rows } = await client.query(
      `SELECT c.id, c.position::int AS position, count(e.position)::int AS n FROM store.commands c LEFT JOIN store.events e ON e.command_id = c.id
       WHERE c.id = ANY($1::uuid[]) GROUP BY c.id`,
      [batch.map(({ commandId }) => commandId)],
    );
    const stored = new Map(rows.map((row) => [row.id, row]));
    for (const { commandId, position, types } of batch) {
      const row = stored.get(commandId);
      if (row === undefined) counted.lost += 1;
      else if (row.position !== position || (types !== null && row.n !== types.length)) counted.doubled += 1;
    }
  }
  return counted;
}

const holds = (args, env) =>
  runVerb(args, env).then(
    () => true,
    () => false,
  );
