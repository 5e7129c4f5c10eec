import type { Tx } from '#platform/database';
import { loadKeys } from './case-keys.js';
import type { Seal } from './seal.js';

/** A half-filled form: fields by name, when it was saved, and the version of the stream that the person then saw. */
export interface Draft {
  readonly form: string;
  readonly savedAt: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * Half-filled forms, kept until they are sent or discarded. They are a person's words, so they are encrypted with the key of the case that they
 * are about and can't be read once it is destroyed. A draft is read only by its author.
 */
export class Drafts {
  constructor(
    private readonly database: Tx,
    private readonly seal: Seal,
  ) {}

  /** Saves the form in place of an earlier draft of it. False where the case has no key: then nothing is saved. */
  async keep(stream: string, person: string, { form, savedAt, ...words }: Draft): Promise<boolean> {
    const key = (await loadKeys(this.database, this.seal, [stream])).get(stream);
    if (!key) return false;
    await this.database.query(
      `INSERT INTO store.draft (stream, person, form, saved_at, sealed) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (stream, person, form) DO UPDATE SET saved_at = excluded.saved_at, sealed = excluded.sealed`,
      [stream, person, form, savedAt, this.seal.seal(key.key, stream, placeOf(person, form), words)],
    );
    return true;
  }

  /** This person's drafts in the case, by form. */
  async of(stream: string, person: string): Promise<ReadonlyMap<string, Draft>> {
    const rows = await this.database.query<{ form: string; savedAt: string; sealed: Buffer }>(
      'SELECT form, saved_at AS "savedAt", sealed FROM store.draft WHERE stream = $1 AND person = $2',
      [stream, person],
    );
    const key = rows.length === 0 ? null : (await loadKeys(this.database, this.seal, [stream])).get(stream);
    if (!key) return new Map();
    return new Map(
      rows.map(({ form, savedAt, sealed }) => {
        const words = this.seal.open(key.key, stream, placeOf(person, form), sealed) as Pick<Draft, 'version' | 'fields'>;
        return [form, { form, savedAt, ...words }];
      }),
    );
  }

  /** Deletes a draft; one that does not exist is no fault. */
  async drop(stream: string, person: string, form: string): Promise<void> {
    await this.database.query('DELETE FROM store.draft WHERE stream = $1 AND person = $2 AND form = $3', [stream, person, form]);
  }
}

/** Authenticated place of the bytes, so that another person's draft, or another form's, cannot be decrypted here. */
const placeOf = (person: string, form: string): string => `draft/${person}/${form}`;
