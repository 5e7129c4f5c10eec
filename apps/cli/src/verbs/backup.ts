import { createWriteStream, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { demandMasterKey, masterKeyOf } from '#case-service/master-key';
import type { MasterKey } from '#event-store/seal';
import { copyTables } from '#platform/database';
import { checksumOf, MANIFEST, type Manifest, type ManifestTable } from '../backup/manifest.js';
import { tablesOf } from '../backup/tables.js';
import { config, say, VerbFault } from '../parts/verb.js';

/** Copies the whole store as of one moment to files, the keys apart, while the system runs. */
export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { keys: { type: 'string' } } });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new VerbFault('Ange en katalog: gensvar backup <katalog> [--keys <katalog>]');
  const keys = values.keys ?? join(folder, 'keys');
  const { databaseAdminUrl, masterKey, organisation } = config();
  if (databaseAdminUrl === undefined || masterKey === undefined) throw new VerbFault('DATABASE_ADMIN_URL (ägaren) och GENSVAR_MASTER_KEY behövs.');
  const key = masterKeyOf(masterKey);
  const data = join(folder, 'data');
  for (const place of [folder, data, keys]) empty(place, place === folder ? ['data', 'keys'] : []);
  const written: string[] = [];
  try {
    const made = await copied(databaseAdminUrl, { key, organisation, pathOf: (file, isKey) => join(isKey ? keys : data, file), written });
    const manifest = join(folder, MANIFEST);
    written.push(manifest);
    // Written last: a folder without it is no backup.
    writeFileSync(manifest, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    const rows = made.tables.reduce((sum, one) => sum + one.rows, 0);
    say(`${rows} rader i ${made.tables.length} tabeller, till position ${made.position}, kedjans sista länk ${made.chain}.`);
  } catch (error) {
    // Half a backup is none, and the same command can be given again with the same folder.
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
  say(`Ärendenas nycklar ligger i ${keys}. Huvudnyckeln (GENSVAR_MASTER_KEY) är inte med: utan den går inga ord att läsa.`);
  return 0;
}

interface Copying {
  readonly key: MasterKey;
  readonly organisation: string;
  readonly pathOf: (file: string, isKey: boolean) => string;
  /** Every file that has been begun. */
  readonly written: string[];
}

/** Copies each table to its file, all as of one moment. */
function copied(databaseUrl: string, { key, organisation, pathOf, written }: Copying): Promise<Manifest> {
  return copyTables(databaseUrl, 'snapshot', async (copies): Promise<Manifest> => {
    await demandMasterKey(copies, key);
    const [head] = await copies.query<{ position: string; chain: Buffer; server: string; at: string }>(
      `SELECT position, chain, to_json(clock_timestamp()) #>> '{}' AS at, current_setting('server_version') AS server FROM store.counter`,
    );
    if (head === undefined) throw new VerbFault('Databasen har inga händelser att kopiera.');
    const migrations = await copies.query<{ name: string }>('SELECT name FROM store.migrations ORDER BY id');
    const tables: ManifestTable[] = [];
    for (const { name, columns, isKey, select } of await tablesOf(copies)) {
      const file = `${name}.copy.gz`;
      const path = pathOf(file, isKey);
      written.push(path);
      const rows = await copies.copyOut(`COPY (${select}) TO STDOUT`, createGzip({ level: 1 }), createWriteStream(path, { mode: 0o600 }));
      tables.push({ name, columns: [...columns], rows, key: isKey, file, sha256: await checksumOf(path) });
    }
    return {
      format: 1,
      madeAt: head.at,
      organisation,
      server: head.server,
      migrations: migrations.map(({ name }) => name),
      position: Number(head.position),
      chain: head.chain.toString('hex'),
      masterKey: key.mark('backup', 'master key').toString('hex'),
      tables,
    };
  });
}

function empty(folder: string, allowed: readonly string[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).some((name) => !allowed.includes(name)))
    throw new VerbFault(`${folder} är inte tom: välj en ny katalog, så att ingen äldre kopia skrivs över.`);
}
