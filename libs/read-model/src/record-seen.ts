import type { RecordSight } from '#domain/records/sight';
import type { Bind } from './visible.js';

/** The sight of records (records/sight.ts) as a predicate over fact_record `r`. */
export const recordSeenSql = (family: string, { person, units }: RecordSight, bind: Bind): string =>
  `(r.unit = ANY(${bind(units[family] ?? [])}::text[]) OR r.owner = ${bind(person)}::uuid)`;

/** A record as lists show it, of fact_record `r`. */
export const recordItemSql = "split_part(r.stream, '/', 2) AS id, r.number, r.unit, r.owner, r.status, r.due::text AS due, r.closed, r.version, r.facts";
