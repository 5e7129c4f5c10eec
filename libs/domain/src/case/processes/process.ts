import type { notApplicableReasons } from '../../codes/case-codes.js';
import type { closeReasons } from '../../codes/closing.js';
import type { CodeOf } from '../../codes/code.js';
import type { Kind } from '../../codes/kinds.js';
import type { Role } from '../../codes/roles.js';
import type { Stage } from '../../codes/stages.js';
import type { Lack } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import type { CommandType } from '../commands.schema.js';
import type { DutyText } from './ground.js';

/** One of the six stages that a case passes; `closed` and `cancelled` are where it ends. */
export type WorkStage = Exclude<Stage, 'closed' | 'cancelled'>;
export type NotApplicableReason = CodeOf<typeof notApplicableReasons>;
export type CloseReason = CodeOf<typeof closeReasons>;

/** A condition of a move: null when it holds, otherwise what is missing and in which field of which command it is supplied. */
export type Gate = (state: ExistingCase) => Lack | null;
/** A condition of a duty or a stage. */
export type Applies = (state: ExistingCase) => boolean;

/**
 * Who may do it: a role that the actor holds over the case's unit, the handler of the case, or the one to whom the
 * municipality has given the decision on IVO for this kind (org/settings).
 */
export type By = Role | 'handler' | 'decider';

/** A duty that a stage (or the case as a whole) opens. The deadline itself is the regulation's. */
export interface DutyRow {
  /** Rule of libs/domain/src/law/regulation. */
  readonly rule: string;
  /** The stage whose entry opens it. */
  readonly opens: WorkStage;
  /** What its time runs from. */
  readonly runsFrom: 'received' | 'entered';
  /** When it is met: by leaving the stage forwards, or by an event that `decide` ties to it; the decision on notification by either. */
  readonly metBy: 'leaving' | 'decision' | 'confirmation' | 'answer';
  readonly owner: Role;
  readonly applies: Applies;
}

/** Something owed, computed from the facts of the case: one per subject (a request of IVO's, a requirement), or one in all. */
export interface Owed {
  readonly subject: string | null;
  /** What its time runs from. */
  readonly since: string;
  /** The day of an authority's letter, where there is one. */
  readonly dueOn?: string | null;
  /** When it was done; null while it waits. */
  readonly metAt: string | null;
  /** The owner, where it is not the rule's own. */
  readonly owner?: Role;
  /** Why it was lawfully not done; then `metAt` is when that was recorded, and the duty did not apply. */
  readonly hinder?: string | null;
}

/** A duty that follows the facts rather than a stage: it opens and closes with them, in whatever stage the case is. */
export interface FactDuty {
  readonly rule: string;
  readonly owner: Role;
  readonly owed: (state: ExistingCase) => readonly Owed[];
  /** The stage whose work meets it, or `ivo` where it is met towards IVO in whatever stage. None: wherever the case is. Says who watches it in the workflow. */
  readonly metIn?: WorkStage | 'ivo';
}

/** How the process handles the question of notification. */
export interface IvoRow {
  /** `never`: notified only as a case of another kind; `decides`: the municipality takes the position; `mirrors`: another does. */
  readonly position: 'never' | 'decides' | 'mirrors';
  /** What the decider must have; an urgent notification may go without, and then records what was missing. */
  readonly needs: readonly Gate[];
  /** Who decides, where it is not a setting of the municipality: a private provider's own people. */
  readonly deciders?: readonly Role[];
}

/** A stage of the process, with the texts shown at it. */
export interface StageRow {
  readonly stage: WorkStage;
  /** What is done here, in one sentence, Swedish. */
  readonly purpose: string;
  /** The duty behind it, with its source, Swedish. */
  readonly duty: DutyText;
  /** The button of the next step, Swedish imperative. */
  readonly next: string;
  /** What must be in place before the case goes forward. */
  readonly needs: readonly Gate[];
  /** Who takes it forward. */
  readonly by: readonly By[];
  /** Who instead, when the case is grave. */
  readonly whenGrave?: { readonly applies: Applies; readonly by: readonly By[] };
  /** Where this is true, what the stage asks is asked in the form of the stage before: each command is still given by a person, with reasons of its own. */
  readonly joins?: Applies;
  /** Reasons for which the stage may be passed as not applicable; [] = never. */
  readonly mayBeSkippedFor: readonly NotApplicableReason[];
}

/** A move back, always with reasons. */
export interface BackMove {
  readonly from: WorkStage;
  readonly to: WorkStage;
  readonly by: readonly By[];
}

/** One kind of case, one version: stages, moves, roles, duties. Frozen once published; a case keeps its version for life. */
export interface Process {
  readonly id: string;
  readonly kind: Kind;
  /** The municipality's view of a private provider's case: for cases of contracted units. */
  readonly mirrors?: true;
  /** A private provider's own, for cases of its own tree. */
  readonly provider?: true;
  readonly published: boolean;
  /** First day received for which new cases take this version. */
  readonly activeFrom: string;
  readonly stages: readonly StageRow[];
  readonly back: readonly BackMove[];
  readonly duties: readonly DutyRow[];
  readonly alongside: readonly FactDuty[];
  /** Who may do what, where it differs from what holds for every kind (case/policy). */
  readonly who: { readonly [T in CommandType]?: readonly By[] };
  /** The stage in which the outcome is decided, and the one who has investigated may not decide it alone. */
  readonly outcome: { readonly stage: WorkStage; readonly byInvestigator: boolean };
  readonly ivo: IvoRow;
  /** Straight from receipt to closed: who, on which condition, which close reason; null where every case is investigated. */
  readonly shortPath: { readonly by: readonly By[]; readonly applies: Applies; readonly needs: readonly Gate[]; readonly reason: CloseReason } | null;
  readonly reopen: { readonly by: readonly By[]; readonly to: readonly WorkStage[] };
  readonly cancel: { readonly by: readonly By[]; readonly second: readonly Role[] };
  readonly handOver: { readonly by: readonly By[]; readonly from: readonly WorkStage[] };
  /** The reason of an ordinary close. */
  readonly closesAs: (state: ExistingCase) => CloseReason;
}

/** Who takes this case on from its stage. */
export const takersOf = (row: StageRow, state: ExistingCase): readonly By[] => (row.whenGrave?.applies(state) ? row.whenGrave.by : row.by);

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

/** The reason of a close after all stages: done and followed up, or nothing needed doing. */
export const closesByActions = (state: ExistingCase): CloseReason =>
  state.remedy.actions.some((action) => action.status !== 'dropped') ? 'actionsDoneAndEffectFollowed' : 'noActionNeeded';
