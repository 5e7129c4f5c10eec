import type { CheckMeasure } from '#domain/codes/self-checks';
import type { Tx } from '#platform/database';
import { figurePosition } from './position.js';
import { STILL } from './read-core.js';
import { binding } from './visible.js';

/** Which cases of a unit a self-check is about: those received from `from` up to and not including `to`. */
export interface CheckedAsked {
  readonly units: readonly string[];
  readonly from: string;
  readonly to: string;
}

interface Measure {
  /** SQL over a complaint `c` of fact_case: whether it is counted, and whether it is as it should be. */
  readonly among: string;
  readonly met: string;
}

const duty = (rule: string, holds: string): string =>
  `EXISTS (SELECT FROM read.fact_duty x WHERE x.case_id = c.case_id AND x.to_position = ${STILL} AND x.rule = '${rule}' AND ${holds})`;
const day = 'coalesce(x.due_at, x.target_at)';

/** What can be computed, by its code. The days are the municipality's own where it has set them. */
const measures: Readonly<Record<CheckMeasure, (now: () => string) => Measure>> = {
  complaintsCategorised: () => ({ among: 'true', met: 'coalesce(cardinality(c.categories), 0) > 0' }),
  answeredInTime: (now) => ({
    among: duty('LOK-KLAG-SVAR', `(x.closed_as = 'met' OR (x.closed_at IS NULL AND ${day} < ${now()}))`),
    met: duty('LOK-KLAG-SVAR', `x.closed_as = 'met' AND x.closed_at <= ${day}`),
  }),
  receiptConfirmed: () => ({
    among: duty('LOK-KLAG-BEKRAFTA', "(x.closed_as = 'met' OR x.closed_at IS NULL)"),
    met: duty('LOK-KLAG-BEKRAFTA', "x.closed_as = 'met'"),
  }),
};

const counted = 'c.cancelled_at IS NULL AND c.duplicate_of IS NULL';

/** The units' cases that a sample is drawn from, whatever their kind, and the position that they are read at. @throws DatabaseFault */
export async function casesToDraw(database: Tx, asked: CheckedAsked): Promise<{ readonly position: number; readonly cases: readonly string[] }> {
  const position = await figurePosition(database);
  const { params, bind } = binding();
  const rows = await database.query<{ id: string }>(`SELECT c.case_id AS id ${ofUnits(asked, bind)} AND ${counted} ORDER BY 1`, params);
  return { position, cases: rows.map(({ id }) => id) };
}

/** So many complaints of the units are counted by the measure, and these are not as they should be. `now` is an instant. @throws DatabaseFault */
export async function computed(
  database: Tx,
  measure: CheckMeasure,
  asked: CheckedAsked,
  now: string,
): Promise<{ readonly position: number; readonly among: number; readonly cases: readonly string[] }> {
  const position = await figurePosition(database);
  const { params, bind } = binding();
  const where = ofUnits(asked, bind);
  const { among, met } = measures[measure](() => `${bind(now)}::timestamptz`);
  const rows = await database.query<{ id: string; met: boolean }>(
    `SELECT c.case_id AS id, (${met}) AS met ${where} AND ${counted} AND c.kind = 'complaint' AND c.opinion_type IS DISTINCT FROM 'praise' AND ${among} ORDER BY 1`,
    params,
  );
  return { position, among: rows.length, cases: rows.filter((row) => !row.met).map(({ id }) => id) };
}

const ofUnits = ({ units, from, to }: CheckedAsked, bind: (value: unknown) => string): string =>
  `FROM read.fact_case c WHERE c.to_position = ${STILL} AND c.unit = ANY(${bind(units)}::text[]) AND c.received_on >= ${bind(from)}::date AND c.received_on < ${bind(to)}::date`;
