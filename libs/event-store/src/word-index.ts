import { createHmac } from 'node:crypto';
import { caseEventNamed } from '#domain/case/events.schema';
import type { Database, Tx } from '#platform/database';
import { keyIdOf, type Seal } from './seal.js';
import { type Asked, stemsOf, textsIn } from './stems.js';

/** Whose key it is, to the master key. */
const KEY = 'words';
/** Cases and records: what has an id of its own can be found. */
const SEARCHED = /^[a-z]+\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A hash is 128 bits of an HMAC: no two words share one by chance. */
const BYTES = 16;

interface IndexedEvent {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
}

/** Told only to one who sees the other case too, so that its words find nothing. */
const isAboutAnother = (type: string): boolean => caseEventNamed(type)?.about !== undefined;

/** The rows of some events, as store.index_words takes them. */
export interface Indexed {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly stems: string;
}

/** The keyed index of the words in sealed parts (docs/decisions/0027). Only hashes leave the process. */
export class WordIndex {
  #key: Promise<Buffer> | null = null;

  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  /** Loads the key, and makes it in a new store. Once it is loaded `rowsOf` can be called within a transaction. @throws DatabaseFault */
  async ready(): Promise<Buffer> {
    this.#key ??= this.#load().catch((error: unknown) => {
      this.#key = null;
      throw error;
    });
    return this.#key;
  }

  /** What is asked for, with the hash of each form in its place. @throws DatabaseFault */
  async hashed(asked: readonly Asked[]): Promise<readonly Asked[]> {
    const key = await this.ready();
    return asked.map(({ text, pieces }) => ({ text, pieces: pieces.map((forms) => forms.map((form) => hash(key, form))) }));
  }

  /** The hashes of an event's words as a literal of uuid[]; null where it has no words, or none that everybody who reads the stream's words may read. */
  async stemsOf({ stream, type }: Pick<IndexedEvent, 'stream' | 'type'>, sealed: Readonly<Record<string, unknown>> | undefined): Promise<string | null> {
    if (sealed === undefined || !SEARCHED.test(stream) || isAboutAnother(type)) return null;
    const key = await this.ready();
    const stems = [...stemsOf(textsIn(sealed).join('\n'))].map((form) => hash(key, form));
    return stems.length === 0 ? null : `{${stems.join(',')}}`;
  }

  /** The row of an event for store.index_words; null where nothing of it is indexed. */
  async rowOf({ stream, version, id, type }: IndexedEvent, sealed: Readonly<Record<string, unknown>> | undefined): Promise<Indexed | null> {
    const stems = await this.stemsOf({ stream, type }, sealed);
    return stems === null ? null : { stream, version, id, stems };
  }

  async #load(): Promise<Buffer> {
    const wrapped = (await this.#stored()) ?? (await this.#make());
    return this.seal.unwrap(KEY, wrapped);
  }

  async #stored(): Promise<Buffer | undefined> {
    return (await this.database.query<{ wrapped: Buffer }>('SELECT wrapped FROM store.word_key'))[0]?.wrapped;
  }

  /** Of two processes that make one the first is kept. */
  async #make(): Promise<Buffer> {
    await this.database.query('INSERT INTO store.word_key (wrapped) VALUES ($1) ON CONFLICT DO NOTHING', [this.seal.wrap(KEY, this.seal.newKey())]);
    const wrapped = await this.#stored();
    if (wrapped === undefined) throw new Error('the key of the word index is missing');
    return wrapped;
  }
}

/** Wraps the key of the index under another master key. */
export async function rewrapWordKey(tx: Tx, from: Seal, to: { readonly seal: Seal; readonly id: number }): Promise<void> {
  const [row] = await tx.query<{ wrapped: Buffer }>('SELECT wrapped FROM store.word_key FOR UPDATE');
  if (row === undefined || keyIdOf(row.wrapped) === to.id) return;
  await tx.query('UPDATE store.word_key SET wrapped = $1', [to.seal.wrap(KEY, from.unwrap(KEY, row.wrapped))]);
}

/** The arguments of store.index_words, in its order. */
export const indexParameters = (rows: readonly Indexed[]): unknown[] => [
  rows.map((row) => row.stream),
  rows.map((row) => row.version),
  rows.map((row) => row.id),
  rows.map((row) => row.stems),
];

const hash = (key: Buffer, form: string): string =>
  createHmac('sha256', key)
    .update(form)
    .digest('hex')
    .slice(0, 2 * BYTES);

/** Rows of the index whose words are not there: none, whatever happened (gensvar verify). @throws DatabaseFault */
export async function rowsWithoutWords(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM store.word_index i LEFT JOIN store.events e USING (position) LEFT JOIN store.case_keys k ON k.stream = i.stream
     WHERE e.sealed IS NULL OR e.stream <> i.stream OR k.wrapped IS NULL`,
  );
  return row?.n ?? 0;
}
