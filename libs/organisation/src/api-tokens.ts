import type { Tx } from '#platform/database';

/** A program's key as its owner sees it; the key itself is not stored. */
export interface ApiToken {
  readonly id: string;
  readonly label: string;
  readonly issuedAt: string;
  readonly endsAt: string;
}

/** The keys of programs that were issued: what each is for, and which have been ended. */
export class ApiTokens {
  constructor(private readonly database: Tx) {}

  async issued(token: { readonly id: string; readonly person: string; readonly label: string; readonly endsAt: string }): Promise<void> {
    await this.database.query('INSERT INTO store.api_token (id, person, label, ends_at) VALUES ($1, $2, $3, $4)', [
      token.id,
      token.person,
      token.label,
      token.endsAt,
    ]);
  }

  /**
   * Whether a key with a valid signature may be used.
   * @param unlisted the answer for a key that is in no list: the demo issues such keys
   */
  async holds(id: string, unlisted: boolean): Promise<boolean> {
    const [row] = await this.database.query<{ ended: boolean }>('SELECT ended_at IS NOT NULL AS ended FROM store.api_token WHERE id = $1', [id]);
    return row === undefined ? unlisted : !row.ended;
  }

  /** Keys that are still valid, the newest first. */
  async of(person: string): Promise<readonly ApiToken[]> {
    return this.database.query<ApiToken>(
      `SELECT id, label, to_json(issued_at) #>> '{}' AS "issuedAt", to_json(ends_at) #>> '{}' AS "endsAt" FROM store.api_token
       WHERE person = $1 AND ended_at IS NULL AND ends_at > clock_timestamp() ORDER BY issued_at DESC`,
      [person],
    );
  }

  /** Ends a key, only the owner's own where a person is given. Answers whether there was one to end. */
  async end(id: string, person: string | null = null): Promise<boolean> {
    const ended = await this.database.query(
      'UPDATE store.api_token SET ended_at = clock_timestamp() WHERE id = $1 AND ended_at IS NULL AND ($2::uuid IS NULL OR person = $2) RETURNING id',
      [id, person],
    );
    return ended.length > 0;
  }
}
