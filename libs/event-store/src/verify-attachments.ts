import type { Database } from '#platform/database';
import { Attachments, AttachmentTampered } from './attachments.js';
import { loadKeys } from './case-keys.js';
import type { Seal } from './seal.js';
import { removals } from './verify.js';

/** How many attachments match their events, or the first position whose bytes do not. */
export type AttachmentVerdict =
  | { readonly ok: true; readonly attachments: number }
  | { readonly ok: false; readonly position: number; readonly what: 'changed' | 'gone' };

interface Row {
  readonly position: number;
  readonly stream: string;
  readonly id: string;
  readonly sha256: string;
}

const TOLD = `SELECT position, stream, open ->> 'attachmentId' AS id, open ->> 'sha256' AS sha256
  FROM store.events WHERE type = 'AttachmentAdded' ORDER BY position`;

/** Decrypts every attachment and compares it with the hash in the chain. Missing bytes need an event that removed them, or a destroyed key. */
export async function verifyAttachments(database: Database, seal: Seal): Promise<AttachmentVerdict> {
  const attachments = new Attachments(database, seal);
  const removed = await removals(database);
  let done = 0;
  for await (const rows of database.cursor<Row>(TOLD, [], 50)) {
    for (const row of rows) {
      const fault = await faultOf(row);
      if (fault !== null) return { ok: false, position: row.position, what: fault };
      done += 1;
    }
  }
  return { ok: true, attachments: done };

  async function faultOf({ stream, id, sha256, position }: Row): Promise<'changed' | 'gone' | null> {
    try {
      if ((await attachments.read(stream, id, sha256)) !== null) return null;
    } catch (error) {
      if (error instanceof AttachmentTampered) return 'changed';
      throw error;
    }
    const isDestroyed = (await loadKeys(database, seal, [stream])).get(stream) === null;
    return isDestroyed || removed.has(`${stream}#${position}`) ? null : 'gone';
  }
}
