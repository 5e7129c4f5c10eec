import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { ours } from './ours.mjs';

const { migrate, allMigrations, openCore } = await ours('libs/platform/src/database', 'apps/cli/src/parts/migrations', 'libs/case-service/src/core');

export const unique = (name) => `bench_${name}_${Date.now().toString(36)}${randomBytes(2).toString('hex')}`;

function at(url, database, user) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (user !== undefined) [address.username, address.password] = [user.username, user.password];
  return address.href;
}

async function onServer(sql) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** An empty database on the given server, with fsync on. `drop()` it afterwards. */
export async function emptyDatabase(name) {
  const database = unique(name);
  await onServer(`CREATE DATABASE ${database}`);
  return {
    adminUrl: at(process.env.DATABASE_ADMIN_URL, database),
    appUrl: at(process.env.DATABASE_URL, database),
    drop: () => onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  };
}

/** With our tables, a municipality of eight units, and actors; its core opened as in a running process. */
export async function ourDatabase(name, poolSize = 10) {
  const database = await emptyDatabase(name);
  await migrate(database.adminUrl, allMigrations, database.appUrl);
  const masterKey = randomBytes(32).toString('hex');
  const core = await openCore({ databaseUrl: database.appUrl, masterKey }, 'bench', poolSize);
  await municipality(core);
  const drop = async () => {
    await core.close();
    await database.drop();
  };
  return { ...database, masterKey, core, drop };
}

export const units = ['afs-norra', 'afs-sodra', 'afs-linden', 'iof-barn', 'iof-vuxen', 'iof-ekonomi', 'smf-ungdom', 'smf-service'];
const person = (n) => `00000000-0000-4000-8000-00000000000${n}`;
/** The actors: the registrar of the whole board, and its director. Invented. */
export const registrar = { id: `person:${person(1)}`, person: person(1), posts: [{ role: 'registrator', unit: 'namnd' }] };
export const director = { id: `person:${person(2)}`, person: person(2), posts: [{ role: 'socialchef', unit: 'namnd' }] };

async function municipality({ database, register }) {
  const rows = [
    ['namnd', 'board', null],
    ...['afs', 'iof', 'smf'].map((code) => [code, 'division', 'namnd']),
    ...units.map((code) => [code, 'unit', code.split('-')[0]]),
  ];
  for (const [code, level, parent] of rows) {
    await database.query(
      `INSERT INTO store.org_unit (code, name, level, parent, provider, valid_from, from_position) VALUES ($1, $1, $2, $3, 'own', '2010-01-01', 0)`,
      [code, level, parent],
    );
  }
  for (const [
    login,
    {
      person: id,
      posts: [post],
    },
  ] of [
    ['registrator', registrar],
    ['karin', director],
  ]) {
    await database.query('INSERT INTO store.person (id, login, name, email) VALUES ($1, $2, $2, $3)', [id, login, `${login}@kommun.example`]);
    await database.query('INSERT INTO store.post (person, role, unit) VALUES ($1, $2, $3)', [id, post.role, post.unit]);
  }
  await register.refresh();
}
