import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { masterKeyOf } from '#case-service/master-key';
import { verify } from '#event-store/verify';
import { indexAllWords } from '#event-store/word-index-of-all';
import { copyTables, migrate, type TableCopies } from '#platform/database';
import { rebuild } from '#read-model/rebuild/rebuild';
import { checksumOf, type Manifest, readManifest } from '../backup/manifest.js';
import { tablesOf } from '../backup/tables.js';
import { allMigrations } from '../parts/migrations.js';
import { config, say, VerbFault, withCore } from '../parts/verb.js';

/** Puts a backup into an empty database, verifies it and builds the rows anew. */
export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { keys: { type: 'string' } } });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new VerbFault('Ange kopians katalog: gensvar restore <katalog> [--keys <katalog>]');
  const { databaseAdminUrl, databaseUrl, masterKey } = config();
  if (databaseAdminUrl === undefined || databaseUrl === undefined || masterKey === undefined)
    throw new VerbFault('DATABASE_ADMIN_URL (ägaren), DATABASE_URL och GENSVAR_MASTER_KEY behövs.');
  const manifest = readManifest(folder);
  if (masterKeyOf(masterKey).mark('backup', 'master key').toString('hex') !== manifest.masterKey)
    throw new VerbFault('GENSVAR_MASTER_KEY är en annan än den som kopian gjordes med: inga ord skulle gå att läsa. Inget är ändrat.');
  const places = await checked(manifest, { data: join(folder, 'data'), keys: values.keys ?? join(folder, 'keys') });
  // As it was when the copy was made; what has come since is migrated after, as in any upgrade.
  const known = new Set(manifest.migrations);
  const ours = allMigrations.filter((Migration) => known.has(new Migration().name ?? ''));
  if (ours.length < known.size) throw new VerbFault('Kopian är gjord av en nyare version av Gensvar. Återställ med den versionen. Inget är ändrat.');
  await migrate(databaseAdminUrl, ours, databaseUrl);
  await copyTables(databaseAdminUrl, 'load', (copies) => load(copies, manifest, places));
  await migrate(databaseAdminUrl, allMigrations, databaseUrl);
  return withCore('restore', async (core) => {
    const verdict = await verify(core.database);
    if (!verdict.ok || verdict.chain !== manifest.chain || verdict.events !== manifest.position)
      throw new VerbFault(`Det återställda är inte det som kopierades: ${verdict.ok ? 'kedjans sista länk är en annan' : verdict.what}.`);
    const { events, parked } = await rebuild(core);
    await indexAllWords(core.database, core.seal, core.store.index);
    say(`${events} händelser återställda till position ${manifest.position}; kedjans sista länk är den som kopian anger. ${parked} åt sidan.`);
    say('Starta processerna: reläet fyller Kafkas ämne ur händelserna, och varje öppet ärende får sitt arbetsflöde tillbaka. Alla behöver logga in igen.');
    return parked > 0 ? 1 : 0;
  });
}

/** Every file is there and is what was written. @throws VerbFault naming the one that is not */
async function checked({ tables }: Manifest, folders: { readonly data: string; readonly keys: string }): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  for (const { name, file, key, sha256 } of tables) {
    const path = join(key ? folders.keys : folders.data, file);
    const found = await checksumOf(path).catch(() => null);
    if (found !== sha256) throw new VerbFault(`${path} ${found === null ? 'saknas' : 'är ändrad sedan kopian gjordes'}. Inget är ändrat.`);
    places.set(name, path);
  }
  return places;
}

async function load(copies: TableCopies, manifest: Manifest, places: ReadonlyMap<string, string>): Promise<void> {
  const [counter] = await copies.query<{ position: string }>('SELECT position FROM store.counter FOR UPDATE');
  if (Number(counter?.position) !== 0) throw new VerbFault('Databasen har redan händelser. Återställ till en tom databas. Inget är ändrat.');
  const order = (await tablesOf(copies)).map(({ name }) => name);
  const tables = [...manifest.tables].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  // What the migrations put there themselves: the counter, the clock.
  await copies.query(`TRUNCATE ${tables.map(({ name }) => `store."${name}"`).join(', ')} CASCADE`);
  for (const { name, columns, rows } of tables) {
    const source = createReadStream(places.get(name) as string).pipe(createGunzip());
    const got = await copies.copyIn(`COPY store."${name}" (${columns.map((column) => `"${column}"`).join(', ')}) FROM STDIN`, source);
    if (got !== rows) throw new VerbFault(`${name}: ${got} rader i stället för ${rows}. Inget är ändrat.`);
  }
  const identities = await copies.query<{ name: string; column: string }>(
    `SELECT c.relname AS name, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'store'::regnamespace AND a.attidentity <> ''`,
  );
  for (const { name, column } of identities)
    await copies.query(`SELECT setval(pg_get_serial_sequence('store."${name}"', '${column}'), coalesce(max("${column}"), 0) + 1, false) FROM store."${name}"`);
}
