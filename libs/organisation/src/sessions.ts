import { logAccess } from '#event-store/access-log';
import { Column, type Database, DatabaseFault, Entity, Not, PrimaryColumn, Raw } from '#platform/database';
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
  /** Somebody who is logged in and has to say again who they are. */
  readonly again?: true;
}

/** A valid session. */
export interface HeldSession {
  readonly person: string;
  /** How long it can last at most, and how long if it is not used again. */
  readonly secondsLeft: number;
  readonly idleSeconds: number;
  /** How long ago the person proved who they are; null where the identity provider did not say. */
  readonly loggedInSecondsAgo: number | null;
}

@Entity({ schema: 'store', name: 'session' })
export class SessionRow {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  readonly tokenHash!: Buffer;

  @Column('uuid')
  readonly person!: string;

  @Column('uuid', { default: () => 'gen_random_uuid()' })
  readonly id!: string;

  @Column('text')
  readonly device!: string;

  @Column('timestamptz', { name: 'begun_at', default: () => 'clock_timestamp()' })
  readonly begunAt!: Date;

  @Column('timestamptz', { name: 'seen_at', default: () => 'clock_timestamp()' })
  readonly seenAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  readonly endsAt!: Date;
}

const valid = {
  endsAt: Raw((endsAt) => `${endsAt} > clock_timestamp()`),
  seenAt: Raw((seenAt) => `${seenAt} > clock_timestamp() - interval '${IDLE_MINUTES} minutes'`),
};

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

  /**
   * Begins a session and answers the token that the browser keeps. Expired sessions are deleted meanwhile.
   * @param loggedInAt when the person proved who they are, by the machine's own clock; null where nobody knows @throws DatabaseFault
   */
  async begin(person: string, device: string, loggedInAt: Date | 'now' | null): Promise<string> {
    const token = newToken();
    await this.database.transaction(async (tx) => {
      await tx.query(`DELETE FROM store.session WHERE ends_at <= clock_timestamp() OR seen_at <= clock_timestamp() - interval '${IDLE_MINUTES} minutes'`);
      await tx.query(
        `INSERT INTO store.session (token_hash, person, device, logged_in_at, ends_at)
         VALUES ($1, $2, $3, least($4::timestamptz, clock_timestamp()), clock_timestamp() + interval '${SESSION_HOURS} hours')`,
        [hashOf(token), person, device, loggedInAt instanceof Date ? loggedInAt.toISOString() : loggedInAt],
      );
      await logAccess(tx, { person, action: 'logIn', stream: 'session', route: 'log-in' });
    });
    return token;
  }

  /**
   * The person of a valid session, which is prolonged by use, and its times; null for any other token.
   * @param isUse whether a person did it; requests that a page sends by itself do not prolong @throws DatabaseFault
   */
  async personOf(token: string, isUse: boolean): Promise<HeldSession | null> {
    if (!isToken(token)) return null;
    return this.#personOf(token, isUse).catch((error: unknown) => {
      // The use can't be stored: they go on reading.
      if (error instanceof DatabaseFault && error.full && isUse) return this.#personOf(token, false);
      throw error;
    });
  }

  async #personOf(token: string, isUse: boolean): Promise<HeldSession | null> {
    const [row] = await this.database.prepared<HeldSession>(
      'session-person',
      `WITH held AS (
         SELECT token_hash, person, seen_at, ends_at, logged_in_at FROM store.session
         WHERE token_hash = $1 AND ends_at > clock_timestamp() AND seen_at > clock_timestamp() - interval '${IDLE_MINUTES} minutes'
       ), noted AS (
         UPDATE store.session s SET seen_at = clock_timestamp() FROM held
         WHERE $2 AND s.token_hash = held.token_hash AND held.seen_at < clock_timestamp() - interval '${NOTED_EVERY}'
       )
       SELECT person, extract(epoch FROM ends_at - clock_timestamp())::int AS "secondsLeft",
         extract(epoch FROM CASE WHEN $2 THEN clock_timestamp() ELSE seen_at END + interval '${IDLE_MINUTES} minutes' - clock_timestamp())::int AS "idleSeconds",
         extract(epoch FROM clock_timestamp() - logged_in_at)::int AS "loggedInSecondsAgo" FROM held`,
      [hashOf(token), isUse],
    );
    return row ?? null;
  }

  /** Ends a session in whatever browser its cookie is. @throws DatabaseFault */
  async end(token: string): Promise<void> {
    await this.database.register(SessionRow, (sessions) => sessions.delete({ tokenHash: hashOf(token) }));
  }

  /** A person's sessions, the last used first. @throws DatabaseFault */
  async of(person: string, token: string): Promise<readonly ListedSession[]> {
    const hash = hashOf(token);
    const rows = await this.database.register(SessionRow, (sessions) => sessions.find({ where: { person, ...valid }, order: { seenAt: 'DESC' } }));
    return rows.map(({ id, begunAt, seenAt, device, tokenHash }) => ({
      id,
      begunAt: begunAt.toISOString(),
      seenAt: seenAt.toISOString(),
      device,
      own: tokenHash.equals(hash),
    }));
  }

  /** Ends one of a person's own sessions, or all but the one of the request. @throws DatabaseFault */
  async endOf(person: string, which: { readonly id: string } | { readonly allBut: string }): Promise<void> {
    const ended = 'id' in which ? { person, id: which.id } : { person, tokenHash: Not(hashOf(which.allBut)) };
    await this.database.register(SessionRow, (sessions) => sessions.delete(ended));
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
