import { Column, type Database, DatabaseFault, Entity, PrimaryColumn } from '#platform/database';
import { hashOf, isToken, newToken } from './session-token.js';

@Entity({ schema: 'store', name: 'calendar_feed' })
export class CalendarFeedRow {
  @PrimaryColumn('uuid')
  readonly person!: string;

  @Column('bytea', { name: 'secret_hash' })
  readonly secretHash!: Buffer;

  @Column('timestamptz', { name: 'made_at', default: () => 'clock_timestamp()' })
  readonly madeAt!: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readonly readAt!: Date | null;
}

/** A person's calendar feed as its owner sees it: when its address was made, and when a program last read it. */
export interface CalendarFeed {
  readonly madeAt: string;
  readonly readAt: string | null;
}

/** Calendars of deadlines at secret addresses, one a person. The address holds 32 random bytes, the table their hash. */
export class CalendarFeeds {
  constructor(private readonly database: Database) {}

  /** Makes the secret of a person's address, in place of an earlier one. It can't be read again. @throws DatabaseFault */
  async make(person: string): Promise<string> {
    const secret = newToken();
    await this.database.query(
      `INSERT INTO store.calendar_feed (person, secret_hash) VALUES ($1, $2)
       ON CONFLICT (person) DO UPDATE SET secret_hash = excluded.secret_hash, made_at = clock_timestamp(), read_at = NULL`,
      [person, hashOf(secret)],
    );
    return secret;
  }

  /** The person of a secret, and that it was read; null for any other text. @throws DatabaseFault */
  async personOf(secret: string): Promise<string | null> {
    if (!isToken(secret)) return null;
    const [row] = await this.database
      .query<{ person: string }>('UPDATE store.calendar_feed SET read_at = clock_timestamp() WHERE secret_hash = $1 RETURNING person', [hashOf(secret)])
      .catch((error: unknown) => {
        // That it was read can't be stored: it is read all the same.
        if (!(error instanceof DatabaseFault && error.full)) throw error;
        return this.database.query<{ person: string }>('SELECT person FROM store.calendar_feed WHERE secret_hash = $1', [hashOf(secret)]);
      });
    return row?.person ?? null;
  }

  /** @throws DatabaseFault */
  async of(person: string): Promise<CalendarFeed | null> {
    const row = await this.database.register(CalendarFeedRow, (feeds) => feeds.findOneBy({ person }));
    return row === null ? null : { madeAt: row.madeAt.toISOString(), readAt: row.readAt?.toISOString() ?? null };
  }

  /** The address opens nothing any longer. @throws DatabaseFault */
  async end(person: string): Promise<void> {
    await this.database.register(CalendarFeedRow, (feeds) => feeds.delete({ person }));
  }
}
