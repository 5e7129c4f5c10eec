import { movedBy, type OwnPeriod, settableRules } from '#domain/law/own-period';
import { STILL } from '#organisation/organisation-at';
import type { Tx } from '#platform/database';
import type { Known } from './change-fields.js';

/** The running duties that a change of a deadline moves, by unit and day: numbers alone, since the reader sees no case. Days are YYYY-MM-DD. */
export interface Moves {
  readonly moved: number;
  readonly kept: number;
  readonly rows: readonly { readonly unit: string | null; readonly n: number; readonly from: string; readonly to: string }[];
}

interface Row {
  readonly unit: string | null;
  readonly startedAt: string;
  readonly dueAt: string;
}

/** What the change makes of the duties that run now. @throws DatabaseFault */
export async function movesOf(database: Tx, change: OwnPeriod & { readonly rule: string }, { organisation }: Known): Promise<Moves> {
  const rule = settableRules.find(({ id }) => id === change.rule);
  if (rule === undefined) return { moved: 0, kept: 0, rows: [] };
  const running = await database.query<Row>(
    `SELECT l.unit, d.started_at AS "startedAt", d.due_at AS "dueAt" FROM read.fact_duty d JOIN read.case_list l USING (case_id)
      WHERE d.rule = $1 AND d.to_position = ${STILL} AND d.closed_at IS NULL AND d.due_at IS NOT NULL AND NOT l.done`,
    [change.rule],
  );
  const { deadlines } = organisation.settings;
  const days = running.map((duty) => ({ unit: duty.unit, day: movedBy(duty, rule, deadlines, change) }));
  const groups = new Map<string, Moves['rows'][number]>();
  for (const { unit, day } of days) {
    if (day === null) continue;
    const key = `${unit} ${day.from} ${day.to}`;
    groups.set(key, { unit, ...day, n: (groups.get(key)?.n ?? 0) + 1 });
  }
  const rows = [...groups.values()].toSorted((a, b) => (a.unit ?? '').localeCompare(b.unit ?? '') || a.from.localeCompare(b.from));
  const moved = days.filter(({ day }) => day !== null).length;
  return { moved, kept: days.length - moved, rows };
}
