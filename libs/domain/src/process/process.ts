import type { ExistingCase } from '../case/case.js';
import type { notApplicableReasons } from '../codes/case-codes.js';
import type { closeReasons } from '../codes/closing.js';
import type { CodeOf } from '../codes/code.js';
import type { Kind } from '../codes/kinds.js';
import type { Stage } from '../codes/stages.js';
import type { Lack } from '../errors.js';
import type { Role } from '../org/roles.js';

/** One of the six stages that a case passes; `closed` and `cancelled` are where it ends. */
export type WorkStage = Exclude<Stage, 'closed' | 'cancelled'>;
export type NotApplicableReason = CodeOf<typeof notApplicableReasons>;
export type CloseReason = CodeOf<typeof closeReasons>;

/** A condition of a move: null when it holds, else what is missing and in which field of which command it is mended. */
export type Gate = (state: ExistingCase) => Lack | null;
/** A condition of a duty or a stage. */
export type Applies = (state: ExistingCase) => boolean;

/**
 * Who may do it: a role that the actor holds over the case's unit, the one who handles the case, or the one to whom the
 * municipality has given the decision on IVO for this kind (org/settings).
 */
export type By = Role | 'handler' | 'decider';

/** A duty that a stage (or the case as a whole) sets going. The deadline itself is the regulation's. */
export interface DutyRow {
  /** Rule of libs/domain/law/regulation. */
  readonly rule: string;
  /** The stage whose entry opens it. */
  readonly opens: WorkStage;
  /** What its time runs from. */
  readonly runsFrom: 'received' | 'entered';
  /** When it is met: by leaving the stage forwards, or by an event that `decide` ties to it. */
  readonly metBy: 'leaving' | 'confirmation' | 'answer';
  readonly owner: Role;
  readonly applies: Applies;
}

/** A stage of the process, in the words shown at it. */
export interface StageRow {
  readonly stage: WorkStage;
  /** What is done here, in one sentence, Swedish. */
  readonly purpose: string;
  /** The duty behind it, with its source, Swedish. */
  readonly duty: string;
  /** The button of the next step, Swedish imperative. */
  readonly next: string;
  /** What must be in place before the case goes forward. */
  readonly needs: readonly Gate[];
  /** Who takes it forward. */
  readonly by: readonly By[];
  /** Reasons for which the stage may be passed as not applicable; [] = never. */
  readonly mayBeSkippedFor: readonly NotApplicableReason[];
}

/** A way back. Always with reasons. */
export interface BackMove {
  readonly from: WorkStage;
  readonly to: WorkStage;
  readonly by: readonly By[];
}

/** One kind of case, one version: stages, moves, roles, duties. Frozen once published; a case keeps its version for life. */
export interface Process {
  readonly id: string;
  readonly kind: Kind;
  readonly published: boolean;
  /** First day received for which new cases take this version. */
  readonly activeFrom: string;
  readonly stages: readonly StageRow[];
  readonly back: readonly BackMove[];
  readonly duties: readonly DutyRow[];
  /** Straight from receipt to closed: who, on which condition, which close reason. */
  readonly shortPath: { readonly by: readonly By[]; readonly applies: Applies; readonly needs: readonly Gate[]; readonly reason: CloseReason };
  readonly reopen: { readonly by: readonly By[]; readonly to: readonly WorkStage[] };
  readonly cancel: { readonly by: readonly By[]; readonly second: readonly Role[] };
  readonly handOver: { readonly by: readonly By[]; readonly from: readonly WorkStage[] };
  /** How the case is named when it closes in the ordinary way. */
  readonly closesAs: (state: ExistingCase) => CloseReason;
}

/** The row of a stage. @throws Error if the process lacks it: a fault in the table, found by validateProcess. */
export function stageRow(process: Process, stage: WorkStage): StageRow {
  const row = process.stages.find((candidate) => candidate.stage === stage);
  if (row === undefined) throw new Error(`${process.id} has no stage ${stage}`);
  return row;
}

/** The stage after this one in the process's order; `closed` after the last. */
export function stageAfter(process: Process, stage: WorkStage): WorkStage | 'closed' {
  const index = process.stages.findIndex((row) => row.stage === stage);
  return process.stages[index + 1]?.stage ?? 'closed';
}

/** The stages that follow this one, in order. */
export function stagesAfter(process: Process, stage: WorkStage): readonly WorkStage[] {
  const index = process.stages.findIndex((row) => row.stage === stage);
  return process.stages.slice(index + 1).map((row) => row.stage);
}
