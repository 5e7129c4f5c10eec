import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '#platform/database';

/** A session that nobody uses ends, and so does one that has gone on for a shift and more. */
export const IDLE_MINUTES = 60;
export const SESSION_HOURS = 12;
const SIGN_IN_MINUTES = 10;
/** How often use is noted: a write a minute and person, not one a request. */
const NOTED_EVERY = '1 minute';

/** What must be the same when the identity provider has answered: against forged, foreign and repeated answers. */
export interface SignInUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the person was going. */
  readonly till: string;
}

/** Who has logged in. A browser keeps 32 random bytes, the table their hash; any process can ask, and what is ended is ended for all. */
export class Sessions {
  constructor(private readonly database: Database) {}

  /** Begins a session and gives what the browser shall keep. What has ended is cleared away meanwhile. @throws DatabaseFault */
  async begin(person: string): Promise<string> {
    const token = newToken();
    await this.database.transaction(async (tx) => {
      await tx.query(`DELETE FROM store.session WHERE ends_at <= clock_timestamp() OR seen_at <= clock_timestamp() - interval '${IDLE_MINUTES} minutes'`);
      await tx.query(`INSERT INTO store.session (token_hash, person, ends_at) VALUES ($1, $2, clock_timestamp() + interval '${SESSION_HOURS} hours')`, [
        hashOf(token),
        person,
      ]);
    });
    return token;
  }

  /**
   * The person of a session that still holds, which goes on by being used; null for any other token.
   * @param isUse whether a person did it; what a page asks by itself does not prolong @throws DatabaseFault
   */
  async personOf(token: string, isUse: boolean): Promise<string | null> {
    if (!TOKEN.test(token)) return null;
    const [row] = await this.database.prepared<{ person: string }>(
      'session-person',
      `WITH held AS (
         SELECT token_hash, person, seen_at FROM store.session
         WHERE token_hash = $1 AND ends_at > clock_timestamp() AND seen_at > clock_timestamp() - interval '${IDLE_MINUTES} minutes'
       ), noted AS (
         UPDATE store.session s SET seen_at = clock_timestamp() FROM held
         WHERE $2 AND s.token_hash = held.token_hash AND held.seen_at < clock_timestamp() - interval '${NOTED_EVERY}'
       )
       SELECT person FROM held`,
      [hashOf(token), isUse],
    );
    return row?.person ?? null;
  }

  /** Ends a session: the same cookie is nobody's from now on, in whatever browser it lies. @throws DatabaseFault */
  async end(token: string): Promise<void> {
    await this.database.query('DELETE FROM store.session WHERE token_hash = $1', [hashOf(token)]);
  }

  /** Keeps what a log-in began with, and gives what the browser shall keep till it comes back. @throws DatabaseFault */
  async beginSignIn(kept: SignInUnderWay): Promise<string> {
    const token = newToken();
    await this.database.transaction(async (tx) => {
      await tx.query('DELETE FROM store.sign_in WHERE ends_at <= clock_timestamp()');
      await tx.query(`INSERT INTO store.sign_in (token_hash, kept, ends_at) VALUES ($1, $2, clock_timestamp() + interval '${SIGN_IN_MINUTES} minutes')`, [
        hashOf(token),
        JSON.stringify(kept),
      ]);
    });
    return token;
  }

  /** What the log-in began with, once; null the second time, and for one that took too long. @throws DatabaseFault */
  async takeSignIn(token: string): Promise<SignInUnderWay | null> {
    const [row] = await this.database.query<{ kept: SignInUnderWay; late: boolean }>(
      'DELETE FROM store.sign_in WHERE token_hash = $1 RETURNING kept, ends_at <= clock_timestamp() AS late',
      [hashOf(token)],
    );
    return row === undefined || row.late ? null : row.kept;
  }
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
