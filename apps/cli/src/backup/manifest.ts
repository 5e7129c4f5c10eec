import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { VerbFault } from '../parts/verb.js';

const table = z.strictObject({
  name: z.string().regex(/^[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z0-9_]+$/)),
  rows: z.int(),
  key: z.boolean(),
  file: z.string().regex(/^[a-z_]+\.copy\.gz$/),
  sha256: z.string(),
});
const manifest = z.strictObject({
  format: z.literal(1),
  madeAt: z.string(),
  organisation: z.string(),
  /** PostgreSQL's version: the tables are copied as text, which any later one reads. */
  server: z.string(),
  migrations: z.array(z.string()),
  position: z.int(),
  /** The last link of the chain: a restored store has the same. */
  chain: z.string(),
  /** Tells master keys apart, and reveals nothing of them. */
  masterKey: z.string(),
  tables: z.array(table),
});

export type Manifest = z.infer<typeof manifest>;
export type ManifestTable = z.infer<typeof table>;

export const MANIFEST = 'manifest.json';

/** @throws VerbFault where the folder holds no backup, or half a one: the manifest is written last */
export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8');
  } catch {
    throw new VerbFault(`${folder} har ingen ${MANIFEST}: det är ingen säkerhetskopia, eller en som aldrig blev klar.`);
  }
  const parsed = manifest.safeParse(JSON.parse(text));
  if (!parsed.success) throw new VerbFault(`${MANIFEST} går inte att läsa: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  return parsed.data;
}

export async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
