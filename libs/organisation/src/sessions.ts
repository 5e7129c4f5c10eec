import { logAccess } from '#event-store/access-log';
import { type Database, DatabaseFault } from '#platform/database';
import { hashOf, isToken, newToken } from './session-token.js';

/** A session ends when it is not used, and when it has lasted longer than a shift. */
export const IDLE_MINUTES = 60;
export const SESSION_HOURS = 12;
const SIGN_IN_MINUTES = 10;
/** How often use is stored: one write per minute and person, not one per request. */
const NOTED_EVERY = '1 minute';

/** What must be the same when the identity provider has answered: against forged, foreign and repeated answers. */
export interface SignInUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page that the person asked for. */
  readonly till: string;
}

/** A session as its owner sees it. */
export interface ListedSession {
  readonly id: string;
  readonly begunAt: string;
  readonly seenAt: string;
  readonly device: string;
  /** Whether it is the session of this request. */
  readonly own: boolean;
}

/** Sessions of people. A browser keeps 32 random bytes, the table their hash; a session is valid, and ended, for all processes. */
export class Sessions {
  constructor(private readonly database: Database) {}

  /** Begins a session and answers the token that the browser keeps. Expired sessions are deleted meanwhile. @throws DatabaseFault */
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
   * The person of a valid session, which is prolonged by use, and how long it can last at most; null for any other token.
   * @param isUse whether a person did it; requests that a page sends by itself do not prolong @throws DatabaseFault
   */
  async personOf(token: string, isUse: boolean): Promise<{ readonly person: string; readonly secondsLeft: number } | null> {
    if (!isToken(token)) return null;
    return this.#personOf(token, isUse).catch((error: unknown) => {
      // The use can't be stored: they go on reading.
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

  /** Ends a session in whatever browser its cookie is. @throws DatabaseFault */
  async end(token: string): Promise<void> {
    await this.database.query('DELETE FROM store.session WHERE token_hash = $1', [hashOf(token)]);
  }

  /** A person's sessions, the last used first. @throws DatabaseFault */
  async of(person: string, token: string): Promise<readonly ListedSession[]> {
    return this.database.query<ListedSession>(
      `SELECT id, to_json(begun_at) #>> '{}' AS "begunAt", to_json(seen_at) #>> '{}' AS "seenAt", device, token_hash = $2 AS own FROM store.session
       WHERE person = $1 AND ends_at > clock_timestamp() AND seen_at > clock_timestamp() - interval '${IDLE_MINUTES} minutes' ORDER BY seen_at DESC`,
      [person, hashOf(token)],
    );
  }

  /** Ends one of a person's own sessions, or all but the one of the request. @throws DatabaseFault */
  async endOf(person: string, which: { readonly id: string } | { readonly allBut: string }): Promise<void> {
    if ('id' in which) await this.database.query('DELETE FROM store.session WHERE person = $1 AND id = $2', [person, which.id]);
    else await this.database.query('DELETE FROM store.session WHERE person = $1 AND token_hash <> $2', [person, hashOf(which.allBut)]);
  }

  /** Stores the beginning of a log-in, and answers the token that the browser keeps until it returns. @throws DatabaseFault */
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

  /** The beginning of the log-in, once; null the second time, and for one that took too long. @throws DatabaseFault */
  async takeSignIn(token: string): Promise<SignInUnderWay | null> {
    const [row] = await this.database.query<{ kept: SignInUnderWay; late: boolean }>(
      'DELETE FROM store.sign_in WHERE token_hash = $1 RETURNING kept, ends_at <= clock_timestamp() AS late',
      [hashOf(token)],
    );
    return row === undefined || row.late ? null : row.kept;
  }
}
