import type { ReportKind } from '#domain/codes/report-documents';
import { reportDocumentType } from '#domain/reportdocument/index';
import type { Tx } from '#platform/database';
import { STILL } from './read-core.js';

export interface FrozenReport {
  readonly id: string;
  readonly kind: ReportKind;
  readonly year: number;
}

/** The frozen reports of some boards, the latest year first. @param boards codes of units @throws DatabaseFault */
export const frozenReports = (database: Tx, boards: readonly string[]): Promise<readonly FrozenReport[]> =>
  database.query<FrozenReport>(
    `SELECT split_part(stream, '/', 2) AS id, facts->>'kind' AS kind, (facts->>'year')::int AS year
     FROM read.fact_record WHERE family = $1 AND status = 'frozen' AND unit = ANY($2::text[]) AND to_position = ${STILL} ORDER BY 3 DESC, number`,
    [reportDocumentType.family, boards],
  );
