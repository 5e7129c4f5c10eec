/** A form as it was left: its fields by name, and when. Files are not among them. */
export interface Draft {
  readonly fields: readonly (readonly [string, string])[];
  readonly savedAt: number;
}

const DATABASE = 'gensvar-drafts';
/** A draft is shown for this many days, then deleted. */
const KEPT_DAYS = 3;

interface Kept {
  readonly savedAt: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the draft store gave no answer'));
  });

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('keys');
    request.result.createObjectStore('drafts');
  };
  return done(request);
}

/**
 * Drafts on this device: encrypted with a key that can be used here and not exported (AES-GCM, WebCrypto), deleted after three days. A draft is
 * found by form and person, so that the next user of a shared telephone does not get another's.
 */
export class DraftStore {
  private constructor(
    private readonly database: IDBDatabase,
    private readonly key: CryptoKey,
  ) {}

  /** Null where the browser can't store anything encrypted: then nothing is stored. */
  static async open(): Promise<DraftStore | null> {
    if (!('indexedDB' in globalThis) || globalThis.crypto?.subtle === undefined) return null;
    const database = await opened();
    const keys = () => database.transaction('keys', 'readwrite').objectStore('keys');
    let key = (await done(keys().get('drafts'))) as CryptoKey | undefined;
    if (key === undefined) {
      key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      await done(keys().put(key, 'drafts'));
    }
    const store = new DraftStore(database, key);
    await store.clearOld();
    return store;
  }

  async keep(name: string, fields: Draft['fields']): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(fields));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }, this.key, plain);
    await done(this.drafts('readwrite').put({ savedAt: Date.now(), iv, sealed } satisfies Kept, name));
  }

  async find(name: string): Promise<Draft | null> {
    const kept = (await done(this.drafts('readonly').get(name))) as Kept | undefined;
    if (kept === undefined) return null;
    const { iv, sealed, savedAt } = kept;
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }, this.key, sealed);
    return { fields: JSON.parse(new TextDecoder().decode(plain)) as Draft['fields'], savedAt };
  }

  async drop(name: string): Promise<void> {
    await done(this.drafts('readwrite').delete(name));
  }

  private async clearOld(): Promise<void> {
    const drafts = this.drafts('readwrite');
    const [names, all] = await Promise.all([done(drafts.getAllKeys()), done(drafts.getAll() as IDBRequest<Kept[]>)]);
    const old = names.filter((_name, n) => (all[n]?.savedAt ?? 0) < Date.now() - KEPT_DAYS * 86_400_000);
    for (const name of old) await this.drop(String(name));
  }

  private drafts(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction('drafts', mode).objectStore('drafts');
  }
}
