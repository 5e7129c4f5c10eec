import { numberAsTyped } from '#domain/text';
import type { Tx } from '#platform/database';
import { STILL } from './read-core.js';

/** What a stream is to a person: the number of its case or record, and the code of its unit. */
export interface StreamName {
  readonly stream: string;
  readonly number: string;
  readonly unit: string | null;
}

const named = (ofCase: string, ofRecord: string): string =>
  `SELECT 'case/' || l.case_id AS stream, l.number, l.unit FROM read.case_list l WHERE ${ofCase}
  UNION ALL SELECT r.stream, r.number, r.unit FROM read.fact_record r WHERE r.to_position = ${STILL} AND ${ofRecord}`;

/** The cases and records among the streams, whoever asks: numbers and units alone. @throws DatabaseFault */
export async function namesOfStreams(database: Tx, streams: readonly string[]): Promise<ReadonlyMap<string, StreamName>> {
  const ids = streams.flatMap((stream) => (stream.startsWith('case/') ? [stream.slice('case/'.length)] : []));
  const found = await database.query<StreamName>(named('l.case_id = ANY($1::uuid[])', 'r.stream = ANY($2::text[])'), [ids, streams]);
  return new Map(found.map((one) => [one.stream, one]));
}

/** The stream of the case or record with the number, as a person types it; null where there is none. @throws DatabaseFault */
export async function streamOfNumber(database: Tx, number: string): Promise<string | null> {
  const typed = numberAsTyped(number);
  return (await database.query<StreamName>(named('l.number = $1', 'r.number = $1'), [typed]))[0]?.stream ?? null;
}
