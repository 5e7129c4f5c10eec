import type { Tx } from '#platform/database';
import { isKeyDestroyed, KeyDestroyed, loadKeys } from './case-keys.js';
import { sha256 } from './chain.js';
import type { Seal } from './seal.js';

/** The bytes do not match the event: changed, moved from another case, or encrypted with another key. */
export class AttachmentTampered extends Error {
  override readonly name = 'AttachmentTampered';
  readonly code = 'attachmentTampered';

  constructor(readonly id: string) {
    super(`attachment ${id} is not what was recorded`);
  }
}

/** Pictures and documents beside the log, encrypted with the key of their stream, so that they are unreadable once it is destroyed. */
export class Attachments {
  constructor(
    private readonly database: Tx,
    private readonly seal: Seal,
  ) {}

  /** Stores the bytes; the event that names them is appended afterwards. The same id must be the same bytes. @throws KeyDestroyed */
  async keep(stream: string, id: string, bytes: Buffer): Promise<void> {
    const known = (await loadKeys(this.database, this.seal, [stream])).get(stream);
    if (known === null) throw new KeyDestroyed(stream);
    const key = known?.key ?? this.seal.newKey();
    const wrapped = known?.wrapped ?? this.seal.wrap(stream, key);
    try {
      await this.database.query('SELECT store.keep_attachment($1, $2, $3, $4)', [id, stream, wrapped, this.seal.sealBytes(key, stream, placeOf(id), bytes)]);
    } catch (error) {
      throw isKeyDestroyed(error) ? new KeyDestroyed(stream) : error;
    }
  }

  /** Deletes the bytes, unless an event names them. */
  async drop(id: string): Promise<void> {
    await this.database.query('SELECT store.drop_attachment($1)', [id]);
  }

  /**
   * The bytes; null where they have been removed or the key is destroyed.
   * @param hash SHA-256 in hex, from the event @throws AttachmentTampered
   */
  async read(stream: string, id: string, hash: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ sealed: Buffer | null }>('SELECT sealed FROM store.attachments WHERE id = $1 AND stream = $2', [id, stream]);
    if (row === undefined) throw new AttachmentTampered(id);
    const key = (await loadKeys(this.database, this.seal, [stream])).get(stream);
    if (row.sealed === null || !key) return null;
    const bytes = this.#opened(key.key, stream, id, row.sealed);
    if (bytes === null || sha256(bytes).toString('hex') !== hash) throw new AttachmentTampered(id);
    return bytes;
  }

  /** Null where the bytes cannot be decrypted: GCM refuses what was changed. */
  #opened(key: Buffer, stream: string, id: string, sealed: Buffer): Buffer | null {
    try {
      return this.seal.openBytes(key, stream, placeOf(id), sealed);
    } catch {
      return null;
    }
  }
}

/** Authenticated place of the bytes, so that those of another case or attachment cannot be decrypted here. */
const placeOf = (id: string): string => `attachment/${id}`;
