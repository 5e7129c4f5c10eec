import type { Tx } from '#platform/database';
import { hashOf, isToken, newToken } from './session-token.js';

export const FOLLOW_MINUTES = 30;

/** Who has shown a receipt code, in which browser: 32 random bytes there, their hash here, and the case. Any process can end it for all. */
export class FollowSessions {
  constructor(private readonly database: Tx) {}

  /** Gives what the browser shall keep. What has ended is cleared away meanwhile. */
  async begin(caseId: string): Promise<string> {
    const token = newToken();
    await this.database.query(`DELETE FROM store.follow_session WHERE seen_at <= clock_timestamp() - interval '${FOLLOW_MINUTES} minutes'`);
    await this.database.query('INSERT INTO store.follow_session (token_hash, case_id) VALUES ($1, $2)', [hashOf(token), caseId]);
    return token;
  }

  /** The case of a session that still holds, its half hour begun anew; null for any other token. */
  async caseOf(token: string): Promise<string | null> {
    if (!isToken(token)) return null;
    const [row] = await this.database.query<{ caseId: string }>(
      `UPDATE store.follow_session SET seen_at = clock_timestamp()
       WHERE token_hash = $1 AND seen_at > clock_timestamp() - interval '${FOLLOW_MINUTES} minutes' RETURNING case_id AS "caseId"`,
      [hashOf(token)],
    );
    return row?.caseId ?? null;
  }

  /** The same cookie opens nothing from now on, in whatever browser it lies. */
  async end(token: string): Promise<void> {
    if (isToken(token)) await this.database.query('DELETE FROM store.follow_session WHERE token_hash = $1', [hashOf(token)]);
  }
}
