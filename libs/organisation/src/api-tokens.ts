import { Column, type Database, Entity, IsNull, PrimaryColumn, Raw } from '#platform/database';

/** A program's key: what it is for and until when; the key itself is not stored. */
@Entity({ schema: 'store', name: 'api_token' })
export class ApiTokenRow {
  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('uuid')
  readonly person!: string;

  @Column('text')
  readonly label!: string;

  @Column('timestamptz', { name: 'issued_at', default: () => 'clock_timestamp()' })
  readonly issuedAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  readonly endsAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  readonly endedAt!: Date | null;
}

/** A program's key as its owner sees it. */
export interface ApiToken {
  readonly id: string;
  readonly label: string;
  readonly issuedAt: string;
  readonly endsAt: string;
}

/** The keys of programs that were issued: what each is for, and which have been ended. */
export class ApiTokens {
  constructor(private readonly database: Database) {}

  async issued(token: { readonly id: string; readonly person: string; readonly label: string; readonly endsAt: string }): Promise<void> {
    await this.database.register(ApiTokenRow, (tokens) => tokens.insert({ ...token, endsAt: new Date(token.endsAt) }));
  }

  /**
   * How many seconds ago a key with a valid signature was issued; null for one that may not be used. Asked at every request of a program, so in SQL.
   * @param unlisted whether a key that is in no list is accepted, as issued now: the demo issues such keys
   */
  async issuedSecondsAgo(id: string, unlisted: boolean): Promise<number | null> {
    const [row] = await this.database.query<{ ended: boolean; seconds: number }>(
      'SELECT ended_at IS NOT NULL AS ended, extract(epoch FROM clock_timestamp() - issued_at)::int AS seconds FROM store.api_token WHERE id = $1',
      [id],
    );
    if (row === undefined) return unlisted ? 0 : null;
    return row.ended ? null : row.seconds;
  }

  /** Keys that are still valid, the newest first. */
  async of(person: string): Promise<readonly ApiToken[]> {
    const where = { person, endedAt: IsNull(), endsAt: Raw((endsAt) => `${endsAt} > clock_timestamp()`) };
    const rows = await this.database.register(ApiTokenRow, (tokens) => tokens.find({ where, order: { issuedAt: 'DESC' } }));
    return rows.map(({ id, label, issuedAt, endsAt }) => ({ id, label, issuedAt: issuedAt.toISOString(), endsAt: endsAt.toISOString() }));
  }

  /** Ends a key, only the owner's own where a person is given. Answers whether there was one to end. */
  async end(id: string, person: string | null = null): Promise<boolean> {
    const which = { id, endedAt: IsNull(), ...(person === null ? {} : { person }) };
    const { affected } = await this.database.register(ApiTokenRow, (tokens) => tokens.update(which, { endedAt: () => 'clock_timestamp()' }));
    return affected === 1;
  }
}
