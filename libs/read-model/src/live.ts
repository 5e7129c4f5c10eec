import { type Filter, type Seen, sees } from '#domain/case/visible';
import { caseIdOf } from '#domain/ids';
import { recordOf } from '#domain/record-types';
import type { SeenRecord } from '#domain/records/sight';
import type { Database } from '#platform/database';
import { grouped } from './grouped.js';
import { STILL } from './read-core.js';

/** What changed, by id and code: a case's row, another record's, or a register that figures are made of. */
export type Change =
  | {
      readonly type: 'case';
      readonly id: string;
      readonly number: string;
      readonly kind: string;
      readonly stage: string;
      readonly unit: string | null;
      readonly version: number;
    }
  | {
      readonly type: 'record';
      readonly family: string;
      readonly id: string;
      readonly number: string;
      readonly status: string;
      readonly unit: string;
      readonly version: number;
    }
  | { readonly type: 'register'; readonly stream: string };

type Row = Omit<Extract<Change, { type: 'case' }>, 'type'> & Seen;
type Child = Seen['became'][number] & { readonly root: string };

const SEEN = 'kind, unit, law_areas AS "lawAreas", handler, reporter, barred, called';
type RecordRow = Omit<Extract<Change, { type: 'record' }>, 'type'> & SeenRecord;

/** What a follower may see: of the cases, and of the records of each type. */
export interface Follows {
  readonly cases: Filter;
  readonly record: (record: SeenRecord) => boolean;
}

interface Follower {
  readonly filter: () => Follows;
  readonly on: (changes: readonly Change[]) => void;
}

/** The channel on which the projector notifies, in the transaction that writes the rows: a JSON list of streams. */
export const CHANGES = 'read_changes';

/** Changes of rows, for open pages. One connection per process; each reader gets what they may see. */
export class Live {
  readonly #followers = new Set<Follower>();
  #waiting = new Set<string>();
  #reading = false;
  #unlisten: () => Promise<void> = async () => undefined;

  private constructor(
    private readonly database: Database,
    private readonly onError: (error: unknown) => void,
  ) {}

  static async open(database: Database, onError: (error: unknown) => void = () => undefined): Promise<Live> {
    const live = new Live(database, onError);
    live.#unlisten = await database.listen(CHANGES, (payload) => live.#heard(payload));
    return live;
  }

  /** `filter` is called each time, since posts change while a page is open. Returns a function that stops it. */
  follow(filter: () => Follows, on: (changes: readonly Change[]) => void): () => void {
    const follower = { filter, on };
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  async close(): Promise<void> {
    this.#followers.clear();
    await this.#unlisten();
  }

  #heard(payload: string): void {
    if (payload === '' || this.#followers.size === 0) return;
    for (const stream of JSON.parse(payload) as string[]) this.#waiting.add(stream);
    if (!this.#reading) void this.#read();
  }

  /** Changes that come while rows are read are read in the next round, so that many events make few queries. */
  async #read(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#waiting.size > 0) {
        const streams = [...this.#waiting];
        this.#waiting = new Set();
        await this.#tell(streams);
      }
    } catch (error) {
      this.onError(error);
    } finally {
      this.#reading = false;
    }
  }

  async #tell(streams: readonly string[]): Promise<void> {
    const ids = streams.flatMap((stream) => caseIdOf(stream) ?? []);
    const ofRecords = streams.filter((stream) => recordOf(stream) !== null);
    const registers: readonly Change[] = streams
      .filter((stream) => caseIdOf(stream) === null && recordOf(stream) === null)
      .map((stream) => ({ type: 'register', stream }));
    const rows = ids.length === 0 ? [] : await this.#rowsOf(ids);
    const records = ofRecords.length === 0 ? [] : await this.#recordsOf(ofRecords);
    for (const { filter, on } of this.#followers) {
      const allowed = filter();
      const changes = [...rows.filter((row) => sees(allowed.cases, row)).map(changeOf), ...records.filter(allowed.record).map(recordChange), ...registers];
      if (changes.length > 0) on(changes);
    }
  }

  #recordsOf(streams: readonly string[]): Promise<readonly RecordRow[]> {
    return this.database.query<RecordRow>(
      `SELECT family, split_part(stream, '/', 2) AS id, number, status, unit, owner, version FROM read.fact_record WHERE stream = ANY($1) AND to_position = ${STILL}`,
      [streams],
    );
  }

  async #rowsOf(ids: readonly string[]): Promise<readonly Row[]> {
    const rows = await this.database.query<Row>(`SELECT case_id AS id, number, stage, version, ${SEEN} FROM read.case_list WHERE case_id = ANY($1::uuid[])`, [
      ids,
    ]);
    const children = await this.database.query<Child>(
      `WITH RECURSIVE carried AS (
         SELECT l.case_id AS root, unnest(l.carried_on_by) AS id FROM read.case_list l WHERE l.case_id = ANY($1::uuid[]) AND l.carried_on_by <> '{}'
         UNION SELECT p.root, unnest(c.carried_on_by) FROM carried p JOIN read.case_list c ON c.case_id = p.id)
       SELECT root, ${SEEN} FROM carried JOIN read.case_list ON case_id = carried.id`,
      [ids],
    );
    const childrenOf = grouped(children, ({ root }) => root);
    return rows.map((row) => ({ ...row, became: childrenOf.get(row.id) ?? [] }));
  }
}

const recordChange = ({ family, id, number, status, unit, version }: RecordRow): Change => ({ type: 'record', family, id, number, status, unit, version });

const changeOf = ({ id, number, kind, stage, unit, version }: Row): Change => ({ type: 'case', id, number, kind, stage, unit, version });
