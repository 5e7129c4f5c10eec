import { actionType } from './action/index.js';
import { changeAnalysisType } from './changeanalysis/index.js';
import { extractType } from './extract/index.js';
import { logReviewType } from './logreview/index.js';
import { processType } from './process/index.js';
import { foldRecord, type StoredRecordEvent } from './records/fold.js';
import type { RecordState } from './records/record-event.js';
import type { AnyRecordType } from './records/record-type.js';
import { reportDocumentType } from './reportdocument/index.js';
import { reviewType } from './review/index.js';
import { riskType } from './risk/index.js';
import { selfCheckType } from './selfcheck/index.js';
import { surveyType } from './survey/index.js';
import { yearType } from './year/index.js';

/** Every record type besides the case, in the order of the menus. */
export const recordTypes: readonly AnyRecordType[] = [
  processType,
  riskType,
  actionType,
  selfCheckType,
  reviewType,
  surveyType,
  changeAnalysisType,
  reportDocumentType,
  yearType,
  logReviewType,
  extractType,
];

/** The record type of a stream, and the record's id; null for a case's or a register's stream. */
export function recordOf(stream: string): { readonly type: AnyRecordType; readonly id: string } | null {
  const [family, id, ...rest] = stream.split('/');
  const type = recordTypes.find((one) => one.family === family);
  return type === undefined || id === undefined || rest.length > 0 ? null : { type, id };
}

/** The stream of a record. */
export const recordStream = ({ family }: Pick<AnyRecordType, 'family'>, id: string): string => `${family}/${id}`;

/** The record of a stream as these events of it make it; null for a case's or a register's stream, and where there are none. */
export function recordIn(
  stream: string,
  events: readonly StoredRecordEvent[],
): { readonly type: AnyRecordType; readonly id: string; readonly state: RecordState } | null {
  const found = recordOf(stream);
  const state = found === null ? null : foldRecord<RecordState>(found.type, found.id, events);
  return found === null || state === null ? null : { ...found, state };
}
