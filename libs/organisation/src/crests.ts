import { createHash } from 'node:crypto';
import { refuse } from '#domain/errors';
import type { Crest } from '#domain/org/municipality';
import type { Tx } from '#platform/database';
import type { OrganisationChanges } from './change.schema.js';

/** A picture that has been checked (libs/attachments/src/crest.ts). */
export interface Picture {
  readonly type: Crest['type'];
  readonly bytes: Buffer;
}

/** Stores a picture once. It is shown when the setting names it. */
export async function keepCrest(tx: Tx, { type, bytes }: Picture): Promise<Crest> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await tx.query('INSERT INTO store.crest (sha256, type, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [sha256, type, bytes]);
  return { sha256, type };
}

/** The picture; null where none is stored under the hash. */
export async function crestOf(tx: Tx, sha256: string): Promise<Picture | null> {
  const [row] = await tx.query<Picture>('SELECT type, bytes FROM store.crest WHERE sha256 = $1', [sha256]);
  return row ?? null;
}

/** A crest that is named must be stored: a file of changes carries no picture. @throws Refusal incomplete */
export async function lacksInCrest(tx: Tx, changes: OrganisationChanges): Promise<void> {
  for (const change of changes) {
    const crest = change.do === 'set' && change.name === 'municipality' ? (change.value?.crest ?? null) : null;
    if (crest !== null && (await crestOf(tx, crest.sha256))?.type !== crest.type)
      refuse('incomplete', [{ field: 'crest', text: 'Vapnet finns inte. Ladda upp bilden på sidan Kommunen' }]);
  }
}
