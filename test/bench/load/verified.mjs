import pg from 'pg';
import { runVerb } from '../processes.mjs';

const BATCH = 5_000;
const LOOKS_AT_STANDSTILL = 10;

/**
 * Checks the store: each acknowledged command is there once with its answer, every reported case is there with its kind and no conversion
 * happened twice, no position is missing, and the chain and the rows are right.
 */
export async function verified({ env }, { acknowledged, told }) {
  if (env?.DATABASE_URL === undefined) return { good: true, lines: ['the store was not looked into: only the address of the system is known'] };
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    const { lost, doubled } = await commands(client, acknowledged);
    const { kinds, born, unlike } = await cases(client, told);
    const {
      rows: [{ n, last }],
    } = await client.query('SELECT count(*)::int AS n, max(position)::int AS last FROM store.events');
    const checks = { verify: await holds(['verify'], env), reconcile: await settled(env) };
    return {
      good: lost === 0 && doubled === 0 && unlike === 0 && n === last && checks.verify === null && checks.reconcile === null,
      lines: [
        `acknowledged: ${acknowledged.length}, lost: ${lost}, doubled: ${doubled}`,
        `cases: ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}; born of another: ${born}; not there, or not as told: ${unlike}`,
        `events: ${n}, last position: ${last}; chain ${checks.verify ?? 'holds'}; rows ${checks.reconcile ?? 'are the fold of the store'}`,
      ],
    };
  } finally {
    await client.end();
  }
}

/** Lost: answered and not in the store. Doubled: with other events than were answered, in other cases, or at another place. */
async function commands(client, acknowledged) {
  const counted = { lost: 0, doubled: 0 };
  for (let from = 0; from < acknowledged.length; from += BATCH) {
    const batch = acknowledged.slice(from, from + BATCH);
    const { rows } = await client.query(
      `SELECT c.id, c.position::int AS position, e.stream, array_agg(e.type ORDER BY e.version) AS types, max(e.version) AS version
       FROM store.commands c LEFT JOIN store.events e ON e.command_id = c.id WHERE c.id = ANY($1::uuid[]) GROUP BY c.id, e.stream`,
      [batch.map(({ commandId }) => commandId)],
    );
    const stored = new Map(rows.map(({ id }) => [id, []]));
    for (const row of rows) stored.get(row.id).push(row);
    for (const answered of batch) {
      const found = stored.get(answered.commandId);
      if (found === undefined) counted.lost += 1;
      else if (!isAsAnswered(found, answered)) counted.doubled += 1;
    }
  }
  return counted;
}

/** `found` has a row for each stream that the command wrote to: its own case's, and that of each case born of it. */
function isAsAnswered(found, { id, position, version, types, born }) {
  const streams = new Map(found.filter(({ stream }) => stream !== null).map((row) => [row.stream, row]));
  const own = streams.get(`case/${id}`);
  // A report's answer has no list of events: they are all that its case has.
  const isOwn =
    own === undefined ? types?.length === 0 : own.version === version && (types === null ? own.types.length === version : `${own.types}` === `${types}`);
  const children = born.map((child) => streams.get(`case/${child.id}`));
  return (
    found[0].position === position &&
    isOwn &&
    children.every((child) => child?.types[0] === 'CaseReceived' && child.types.length === child.version) &&
    streams.size === born.length + (own === undefined ? 0 : 1)
  );
}

/** Every received case, with those that came of it: also one that no answer named. */
async function cases(client, told) {
  const ids = [...told.keys()];
  const { rows } = await client.query(
    `SELECT substr(stream, 6) AS id, open->>'kind' AS kind, open->'lawAreas' AS "lawAreas", open->>'from' AS "from"
     FROM store.events WHERE type = 'CaseReceived' AND (stream = ANY($1) OR open->>'from' = ANY($2)) ORDER BY 2, 3`,
    [ids.map((id) => `case/${id}`), ids],
  );
  const kinds = new Map();
  for (const row of rows) kinds.set(kindOf(row), (kinds.get(kindOf(row)) ?? 0) + 1);
  const like = rows.filter((row) => told.has(row.id) && kindOf(told.get(row.id)) === kindOf(row) && told.get(row.id).from === row.from).length;
  return { kinds, born: rows.filter(({ from }) => from !== null).length, unlike: Math.max(rows.length, told.size) - like };
}

const kindOf = ({ kind, lawAreas }) => [kind, ...(lawAreas ?? [])].join(' ');

/** Null where the verb found no fault, otherwise its output. */
const holds = (args, env) =>
  runVerb(args, env).then(
    () => null,
    ({ message }) => message,
  );

/** What is overdue in the demo data is done within moments or minutes: wait while it decreases. */
async function settled(env) {
  for (let least = Number.POSITIVE_INFINITY, still = 0; ; ) {
    const said = await holds(['reconcile'], env);
    if (said === null) return null;
    const differences = Number(/(\d+) skillnader/.exec(said)?.[1]);
    if (differences < least) [least, still] = [differences, 0];
    else if ((still += 1) >= LOOKS_AT_STANDSTILL) return said;
  }
}
