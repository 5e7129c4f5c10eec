import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#platform/database';
import { traceIn } from './planted.js';

/** Where a trace was found, without the words around it. */
export type Found = `${string} holds ${string}`;

/** Every file under a folder, also binary ones. */
export function inFiles(folder: string, within: (file: string) => boolean = () => true): readonly Found[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const file = join(folder, name);
    if (!within(name) || !statSync(file).isFile()) return [];
    const bytes = readFileSync(file);
    // As single bytes and as two-byte characters: a database may keep either.
    const trace = traceIn(bytes.toString('latin1')) ?? traceIn(bytes.toString('utf16le')) ?? traceIn(bytes.subarray(1).toString('utf16le'));
    return trace === null ? [] : [`file ${name} holds ${trace}` as const];
  });
}

/** Whether a folder holds a text that should be there: a search that finds nothing anywhere shows nothing. */
export const foundInFiles = (folder: string, text: string): boolean =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
    (name) => statSync(join(folder, name)).isFile() && readFileSync(join(folder, name)).includes(text),
  );

/**
 * Every column of every table, the sealed ones too: bytes are read as text, so that words that were stored unencrypted would be found.
 * `store.person` is left out: it is the register of the staff.
 */
export async function inTables(database: Database): Promise<readonly Found[]> {
  const columns = await database.query<{ schema: string; name: string; column: string; bytes: boolean }>(
    `SELECT table_schema AS schema, table_name AS name, column_name AS column, data_type = 'bytea' AS bytes FROM information_schema.columns
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND (table_schema, table_name) <> ('store', 'person')
     ORDER BY 1, 2, 3`,
  );
  const found: Found[] = [];
  for (const { schema, name, column, bytes } of columns) {
    const text = bytes ? `encode("${column}", 'escape')` : `"${column}"::text`;
    const rows = await database.query<{ text: string | null }>(`SELECT string_agg(${text}, ' ') AS text FROM "${schema}"."${name}"`);
    const trace = traceIn(rows[0]?.text ?? '');
    if (trace !== null) found.push(`column ${schema}.${name}.${column} holds ${trace}`);
  }
  return found;
}

export const inText = (what: string, text: string): readonly Found[] => {
  const trace = traceIn(text);
  return trace === null ? [] : [`${what} holds ${trace}`];
};
