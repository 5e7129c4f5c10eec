import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const ID_BYTES = 2;
/** Length of a wrapped key from before keys had ids. */
export const WITHOUT_ID_BYTES = IV_BYTES + TAG_BYTES + KEY_BYTES;

/** 32 bytes that the database never sees. */
export class MasterKey {
  readonly #bytes: Buffer;
  readonly #wrapping: Buffer;

  /** @param key 32 bytes; as text hex or base64 @throws RangeError for another length */
  constructor(key: Buffer | string) {
    this.#bytes = typeof key === 'string' ? decode(key) : key;
    if (this.#bytes.length !== KEY_BYTES) throw new RangeError('the master key must be 32 bytes');
    this.#wrapping = derive(this.#bytes, 'wrap');
  }

  wrap(whose: string, key: Buffer): Buffer {
    return encrypt(this.#wrapping, whose, key);
  }

  /** @throws Error if it was wrapped under another key, or is another's */
  unwrap(whose: string, wrapped: Buffer): Buffer {
    return decrypt(this.#wrapping, whose, wrapped);
  }

  /** The check value: an HMAC of a known word. It tells keys apart and reveals nothing of them. */
  mark(purpose: string, word: string): Buffer {
    return createHmac('sha256', derive(this.#bytes, `hmac/${purpose}`))
      .update(word)
      .digest();
  }

  /** The root of the hashes before it was a key of its own. */
  asRoot(): Buffer {
    return this.#bytes;
  }
}

/** The id of the master key that a stream's key was wrapped under: the first two bytes. A key without an id is under the first. */
export const keyIdOf = (wrapped: Buffer): number => (wrapped.length === WITHOUT_ID_BYTES ? 0 : wrapped.readUInt16BE());

/**
 * Encryption of words and identities: AES-256-GCM, one key per stream, each wrapped by a master key that the database never sees.
 * Sealed bytes are iv ‖ tag ‖ ciphertext. The stream and the place are authenticated: bytes moved to another row cannot be decrypted.
 */
export class Seal {
  readonly #master: MasterKey;
  readonly #id: number;
  readonly #root: Buffer;
  readonly #hmacKeys = new Map<string, Buffer>();

  /**
   * @param masterKey the key, or its bytes
   * @param held the key's id in the database and the root of its hashes, which stays when the master key is replaced
   */
  constructor(masterKey: MasterKey | Buffer | string, held: { readonly id: number; readonly root: Buffer | null } = { id: 0, root: null }) {
    this.#master = masterKey instanceof MasterKey ? masterKey : new MasterKey(masterKey);
    this.#id = held.id;
    this.#root = held.root ?? this.#master.asRoot();
  }

  newKey(): Buffer {
    return randomBytes(KEY_BYTES);
  }

  wrap(stream: string, key: Buffer): Buffer {
    const id = Buffer.alloc(ID_BYTES);
    id.writeUInt16BE(this.#id);
    return Buffer.concat([id, this.#master.wrap(stream, key)]);
  }

  /** @throws Error if the master key is another, or the wrapped key is another stream's */
  unwrap(stream: string, wrapped: Buffer): Buffer {
    if (keyIdOf(wrapped) !== this.#id) throw new Error(`wrapped under master key ${keyIdOf(wrapped)}, not ${this.#id}`);
    return this.#master.unwrap(stream, wrapped.subarray(-WITHOUT_ID_BYTES));
  }

  seal(key: Buffer, stream: string, eventId: string, words: Record<string, unknown>): Buffer {
    return this.sealBytes(key, stream, eventId, Buffer.from(JSON.stringify(words)));
  }

  /** As seal(), for bytes; `place` is an event's id or another name that is unique in the stream. */
  sealBytes(key: Buffer, stream: string, place: string, bytes: Buffer): Buffer {
    return encrypt(key, `${stream}\n${place}`, bytes);
  }

  /** @throws Error if key, stream, event or bytes are not those of seal() */
  open(key: Buffer, stream: string, eventId: string, sealed: Buffer): Record<string, unknown> {
    return JSON.parse(this.openBytes(key, stream, eventId, sealed).toString()) as Record<string, unknown>;
  }

  /** @throws Error if key, stream, place or bytes are not those of sealBytes() */
  openBytes(key: Buffer, stream: string, place: string, sealed: Buffer): Buffer {
    return decrypt(key, `${stream}\n${place}`, sealed);
  }

  /** 32 bytes under a key of the purpose's own: body hashes, receipt codes and external ids reveal nothing without the root. */
  hmac(purpose: string, data: string | Buffer): Buffer {
    let key = this.#hmacKeys.get(purpose);
    if (key === undefined) this.#hmacKeys.set(purpose, (key = derive(this.#root, `hmac/${purpose}`)));
    return createHmac('sha256', key).update(data).digest();
  }
}

function derive(from: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', from, '', `gensvar/${purpose}`, KEY_BYTES));
}

function decode(text: string): Buffer {
  return Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
}

function encrypt(key: Buffer, whose: string, plain: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(whose));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, whose: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(whose)).setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
