import { logAccess } from '#event-store/access-log';
import { type Database, DatabaseFault } from '#platform/database';
import { hashOf, isToken, newToken } from './session-token.js';

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

/** A session as its owner sees it. */
export interface ListedSession {
  readonly id: string;
  readonly begunAt: string;
  readonly seenAt: string;
  readonly device: string;
  /** Whether it is the one that asks. */
  readonly own: boolean;
}

/** Who has logged in. A browser keeps 32 random bytes, the table their hash; any process can ask, and what is ended is ended for all. */
export class Sessions {
  constructor(private readonly database: Database) {}

  /** Begins a session and gives what the browser shall keep. What has ended is cleared away meanwhile. @throws DatabaseFault */
  async begin(person: string, device = ''): Promise<string> {
    const token = newToken();
    await this.database.transaction(async (tx) => {
      await tx.query(`DELETE FROM store.session WHERE ends_at <= clock_timestamp() OR seen_at <= clock_timestamp() - interval '${IDLE_MINUTES} minutes'`);
      await tx.query(
        `INSERT INTO store.session (token_hash, person, device, ends_at) VALUES ($1, $2, $3, clock_timestamp() + interval '${SESSION_HOURS} hours')`,
        [hashOf(token), person, device],
      );
      await logAccess(tx, { person, action: 'logIn', stream: 'session', route: 'log-in' });
    });
    return token;
  }

  /**
   * The person of a session that still holds, which goes on by being used, and how long it can at most; null for any other token.
   * @param isUse whether a person did it; what a page asks by itself does not prolong @throws DatabaseFault
   */
  async personOf(token: string, isUse: boolean): Promise<{ readonly person: string; readonly secondsLeft: number } | null> {
    if (!isToken(token)) return null;
    return this.#personOf(token, isUse).catch((error: unknown) => {
      // That somebody was here can't be noted: they go on reading.
      if (error instanceof DatabaseFault && error.full && isUse) return this.#personOf(token, false);
      throw error;
    });
  }

  async #personOf(token: string, isUse: boolean): Promise<{ readonly person: string; readonly secondsLeft: number } | null> {
    const [row] = await this.database.prepared<{ person: string; secondsLeft: number }>(
      'session-person',
      `WITH held AS (
         SELECT token_hash, person, seen_at, ends_at FROM store.session
         WHERE token_hash = $1 AND ends_at > clock_timestamp() AND seen_at > clock_timestamp() - interval '${IDLE_MINUTES} minutes'
       ), noted AS (
         UPDATE store.session s SET seen_at = clock_timestamp() FROM held
         WHERE $2 AND s.token_hash = held.token_hash AND held.seen_at < clock_timestamp() - interval '${NOTED_EVERY}'
       )
       SELECT person, extract(epoch FROM ends_at - clock_timestamp())::int AS "secondsLeft" FROM held`,
      [hashOf(token), isUse],
    );
    return row ?? null;
  }

  /** Ends a session: the same cookie is nobody's from now on, in whatever browser it lies. @throws DatabaseFault */
  async end(token: string): Promise<void> {
    await this.database.query('DELETE FROM store.session WHERE token_hash = $1', [hashOf(token)]);
  }

  /** Where a person is logged in, the last used first. @throws DatabaseFault */
  async of(person: string, token: string): Promise<readonly ListedSession[]> {
    return this.database.query<ListedSession>(
      `SELECT id, to_json(begun_at) #>> '{}' AS "begunAt", to_json(seen_at) #>> '{}' AS "seenAt", device, token_hash = $2 AS own FROM store.session
       WHERE person = $1 AND ends_at > clock_timestamp() AND seen_at > clock_timestamp() - interval '${IDLE_MINUTES} minutes' ORDER BY seen_at DESC`,
      [person, hashOf(token)],
    );
  }

  /** Ends one of a person's own sessions, or all but the one that asks. @throws DatabaseFault */
  async endOf(person: string, which: { readonly id: string } | { readonly allBut: string }): Promise<void> {
    if ('id' in which) await this.database.query('DELETE FROM store.session WHERE person = $1 AND id = $2', [person, which.id]);
    else await this.database.query('DELETE FROM store.session WHERE person = $1 AND token_hash <> $2', [person, hashOf(which.allBut)]);
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
