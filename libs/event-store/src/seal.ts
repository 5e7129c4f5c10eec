import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Words and identities under lock: AES-256-GCM, one key a stream, each wrapped by a master key that the database never sees.
 * Sealed bytes are iv ‖ tag ‖ ciphertext. Whose and where they are is authenticated: moved to another row they don't open.
 */
export class Seal {
  readonly #wrapping: Buffer;
  readonly #master: Buffer;
  readonly #hmacKeys = new Map<string, Buffer>();

  /** @param masterKey 32 bytes; as text hex or base64 @throws RangeError for another length */
  constructor(masterKey: Buffer | string) {
    this.#master = typeof masterKey === 'string' ? decode(masterKey) : masterKey;
    if (this.#master.length !== KEY_BYTES) throw new RangeError('the master key must be 32 bytes');
    this.#wrapping = this.#derive('wrap');
  }

  newKey(): Buffer {
    return randomBytes(KEY_BYTES);
  }

  wrap(stream: string, key: Buffer): Buffer {
    return encrypt(this.#wrapping, stream, key);
  }

  /** @throws Error if the master key is another, or the wrapped key another stream's */
  unwrap(stream: string, wrapped: Buffer): Buffer {
    return decrypt(this.#wrapping, stream, wrapped);
  }

  seal(key: Buffer, stream: string, eventId: string, words: Record<string, unknown>): Buffer {
    return this.sealBytes(key, stream, eventId, Buffer.from(JSON.stringify(words)));
  }

  /** As seal(), of bytes; `place` is an event's id or another name that is of one kind in the stream. */
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

  /** 32 bytes under a key of the purpose's own: body hashes, receipt codes, external ids say nothing without the master key. */
  hmac(purpose: string, data: string | Buffer): Buffer {
    let key = this.#hmacKeys.get(purpose);
    if (key === undefined) this.#hmacKeys.set(purpose, (key = this.#derive(`hmac/${purpose}`)));
    return createHmac('sha256', key).update(data).digest();
  }

  #derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#master, '', `gensvar/${purpose}`, KEY_BYTES));
  }
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
