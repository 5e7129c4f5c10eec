import type { Database } from '#platform/database';

/** A row of any table of ours, as text. */
export interface RowText {
  readonly table: string;
  readonly text: string;
}

/** Every row of every table of every schema of ours. Bytes stand in hex, as PostgreSQL writes them. */
export async function everyRow(database: Database): Promise<readonly RowText[]> {
  const tables = await database.query<{ schema: string; name: string }>(
    `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE' ORDER BY 1, 2`,
  );
  const rows: RowText[] = [];
  for (const { schema, name } of tables) {
    const found = await database.query<{ text: string }>(`SELECT to_jsonb(t)::text AS text FROM "${schema}"."${name}" t`);
    rows.push(...found.map(({ text }) => ({ table: `${schema}.${name}`, text })));
  }
  return rows;
}

/** The search terms that occur in a row: as text, and as the bytes of the text or of a uuid. */
export function inRow(row: RowText, needles: readonly string[]): readonly string[] {
  const low = row.text.toLowerCase();
  return needles.filter((needle) => {
    const text = needle.toLowerCase();
    return low.includes(text) || low.includes(Buffer.from(needle, 'utf8').toString('hex')) || (UUID.test(text) && low.includes(text.replaceAll('-', '')));
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
