import type { Tx } from '#platform/database';
import { hashOf, isToken, newToken } from './session-token.js';

export const FOLLOW_MINUTES = 30;

/** Browsers that have shown a receipt code: 32 random bytes there, their hash here, and the case. Ended for all processes at once. */
export class FollowSessions {
  constructor(private readonly database: Tx) {}

  /** Answers the token that the browser keeps. Expired sessions are deleted meanwhile. */
  async begin(caseId: string): Promise<string> {
    const token = newToken();
    await this.database.query(`DELETE FROM store.follow_session WHERE seen_at <= clock_timestamp() - interval '${FOLLOW_MINUTES} minutes'`);
    await this.database.query('INSERT INTO store.follow_session (token_hash, case_id) VALUES ($1, $2)', [hashOf(token), caseId]);
    return token;
  }

  /** The case of a valid session, whose half hour begins again; null for any other token. */
  async caseOf(token: string): Promise<string | null> {
    if (!isToken(token)) return null;
    const [row] = await this.database.query<{ caseId: string }>(
      `UPDATE store.follow_session SET seen_at = clock_timestamp()
       WHERE token_hash = $1 AND seen_at > clock_timestamp() - interval '${FOLLOW_MINUTES} minutes' RETURNING case_id AS "caseId"`,
      [hashOf(token)],
    );
    return row?.caseId ?? null;
  }

  /** Ends the session in whatever browser its cookie is. */
  async end(token: string): Promise<void> {
    if (isToken(token)) await this.database.query('DELETE FROM store.follow_session WHERE token_hash = $1', [hashOf(token)]);
  }
}
