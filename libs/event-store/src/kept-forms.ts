import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '#platform/database';
import type { Seal } from './seal.js';

/** A sent form without its files: whose page it was on, where to return to, the fields, and the names of the chosen files. */
export interface KeptForm {
  readonly person: string;
  readonly back: string;
  readonly fields: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly files: readonly string[];
}

const KEPT = '1 hour';
/** Anyone can send a form without a session, so what is stored is limited. */
const MOST = 2_000;
const PLACE = 'kept-form';

/**
 * Forms that were sent when the session had ended. The key is in the sender's browser alone (a cookie) and the table has its hash: neither
 * the database nor its operator can read the words. A form is given back once, to the person whose page it was on.
 */
export class KeptForms {
  constructor(
    private readonly database: Tx,
    private readonly seal: Seal,
  ) {}

  /** Stores the form and answers the key that the browser is to keep; null where too many are stored. @throws DatabaseFault */
  async keep(form: KeptForm): Promise<string | null> {
    const key = randomBytes(32);
    await this.database.query('DELETE FROM store.kept_form WHERE ends_at <= clock_timestamp()');
    const rows = await this.database.query(
      `INSERT INTO store.kept_form (token_hash, sealed, ends_at)
       SELECT $1, $2, clock_timestamp() + interval '${KEPT}' WHERE (SELECT count(*) FROM store.kept_form) < ${MOST} RETURNING 1`,
      [hashOf(key), this.seal.seal(key, PLACE, '', { ...form })],
    );
    return rows.length === 0 ? null : key.toString('base64url');
  }

  /** This person's form from a page, once; null for another person's, another page's or none. @throws DatabaseFault */
  async take(token: string, person: string, isBack: (back: string) => boolean): Promise<KeptForm | null> {
    const key = Buffer.from(token, 'base64url');
    if (key.length !== 32) return null;
    const [row] = await this.database.query<{ sealed: Buffer }>('SELECT sealed FROM store.kept_form WHERE token_hash = $1 AND ends_at > clock_timestamp()', [
      hashOf(key),
    ]);
    const form = row === undefined ? null : (this.seal.open(key, PLACE, '', row.sealed) as unknown as KeptForm);
    if (form === null || form.person !== person || !isBack(form.back)) return null;
    await this.database.query('DELETE FROM store.kept_form WHERE token_hash = $1', [hashOf(key)]);
    return form;
  }
}

const hashOf = (key: Buffer): Buffer => createHash('sha256').update(key).digest();
