import type { OpenedCase } from '#case-service/case-reader';
import { type DutyText, dutyOf } from '#domain/case/processes/ground';
import { processOf } from '#domain/case/processes/index';
import type { NotApplicableReason, WorkStage } from '#domain/case/processes/process';
import { stockholmDate } from '#domain/law/calendar';

/** How a stage of a case stands: when it was left, and by whom. */
export interface StageRecord {
  readonly stage: WorkStage;
  readonly state: 'done' | 'now' | 'ahead' | 'skipped';
  /** When it was left (done) or entered (now); null where that is not known, as in what was imported. */
  readonly at: string | null;
  /** The version of the case's event by which it was left. */
  readonly version: number | null;
  readonly reason: NotApplicableReason | null;
  readonly purpose: string;
  readonly duty: string;
}

type Told = Pick<OpenedCase, 'state' | 'events' | 'now'>;

/** The duty behind each stage, in the law of the case: as it read when the stage was left, else as it reads today. */
export const stageRecords = (opened: Told): readonly StageRecord[] =>
  passed(opened).map((record) => ({
    ...record,
    duty: dutyOf(record.duty, opened.state, stockholmDate(record.state === 'done' ? (record.at ?? opened.now) : opened.now)),
  }));

/** The six stages with what has been done: the last time a stage was left forwards counts, and what was sent back is to be done again. */
function passed({ state, events }: Told): readonly (Omit<StageRecord, 'duty'> & { readonly duty: DutyText })[] {
  const rows = processOf(state.desc.process).stages;
  const now = rows.findIndex((row) => row.stage === state.stage);
  const left = (stage: string) =>
    events.filter(({ type, open }) => type === 'StageEntered' && open['direction'] === 'forward' && open['from'] === stage).at(-1);
  const entered = new Set<unknown>(['received', ...events.flatMap(({ type, open }) => (type === 'StageEntered' ? [open['stage']] : []))]);
  return rows.map((row, n) => {
    const { stage, purpose, duty } = row;
    const base = { stage, purpose, duty, at: null, version: null, reason: null };
    const skipped = state.progress.notApplicable.find((other) => other.stage === stage);
    if (skipped !== undefined) return { ...base, state: 'skipped', reason: skipped.reason as NotApplicableReason };
    if (n === now) return { ...base, state: 'now', at: state.progress.since };
    if (now !== -1 && n > now) return { ...base, state: 'ahead' };
    const gone = left(stage);
    // Straight to the end: what was never entered was never needed. Of an imported case it is not known.
    if (gone === undefined && !state.receipt.imported && (state.end?.as === 'cancelled' || !entered.has(stage))) return { ...base, state: 'skipped' };
    return { ...base, state: 'done', at: gone?.at ?? null, version: gone?.version ?? null };
  });
}
