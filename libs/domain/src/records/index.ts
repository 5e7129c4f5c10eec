import { actionType } from '../action/index.js';
import { riskType } from '../risk/index.js';
import type { AnyRecordType } from './record-type.js';

/** Every record type besides the case, in the order of the menus. */
export const recordTypes: readonly AnyRecordType[] = [riskType, actionType];

/** The record type of a stream, and the record's id; null for a case's or a register's stream. */
export function recordOf(stream: string): { readonly type: AnyRecordType; readonly id: string } | null {
  const [family, id, ...rest] = stream.split('/');
  const type = recordTypes.find((one) => one.family === family);
  return type === undefined || id === undefined || rest.length > 0 ? null : { type, id };
}

/** The stream of a record. */
export const recordStream = ({ family }: Pick<AnyRecordType, 'family'>, id: string): string => `${family}/${id}`;
