import type { Stage } from '../codes/stages.js';
import type { Raising } from '../org/settings.js';
import { type AgendaItem, agenda } from './agenda.js';
import { dueOf, type ExistingCase, nextDuty } from './case.js';
import { processOf } from './processes/index.js';
import type { Process, WorkStage } from './processes/process.js';

/** So many steps at most travel with a case, the earliest first; the next follow when these have been taken. Keeps a snapshot within 4 KB. */
const EARLIEST = 12;
/** With the first step of each further duty, so that as many duties as may be are seen. */
const MOST = 14;

/** One thing that time does about a duty: ids, codes and an instant. */
export type DutyStep = Pick<AgendaItem, 'id' | 'do' | 'level' | 'toRole' | 'at'>;

/** An open duty that time has something to do about, with what it does in order. */
export interface WatchedDuty {
  readonly id: string;
  readonly rule: string;
  /** Whose work meets it: a stage's, what is sent to IVO, or none in particular. */
  readonly of: 'stage' | 'case' | 'ivo';
  /** The stage that meets it, where `of` is `stage`. */
  readonly stage: WorkStage | null;
  readonly steps: readonly DutyStep[];
}

/** How far the notification to IVO has come. */
export type IvoState = 'toBeSent' | 'sent' | 'acknowledged' | 'decided' | 'closed';

/** What the workflow of a case is told: codes, ids and times, no words (≤ 4 KB). */
export interface CaseSnapshot {
  readonly caseId: string;
  readonly version: number;
  readonly kind: ExistingCase['desc']['kind'];
  readonly number: string;
  readonly unit: string | null;
  readonly stage: Stage;
  /** The duties that time has something to do about, the earliest first. */
  readonly duties: readonly WatchedDuty[];
  /** Null where nothing is, or may become, a matter between the municipality and IVO. */
  readonly ivo: IvoState | null;
  /** The nearest duty, for those who look in Temporal's pages. */
  readonly next: { readonly rule: string; readonly dueAt: string } | null;
  /** Milliseconds that the platform's clock is ahead (demo); the workflow adds it to Temporal's. */
  readonly clockOffset: number;
}

/** How the case stands at this moment. */
export function snapshotOf(state: ExistingCase, clockOffset: number, raising: Raising): CaseSnapshot {
  const duties = watchedDuties(state, raising);
  const next = nextDuty(state);
  return {
    caseId: state.id,
    version: state.version,
    kind: state.desc.kind,
    number: state.number,
    unit: state.desc.unit,
    stage: state.stage,
    duties,
    ivo: ivoState(state, duties),
    next: next === null ? null : { rule: next.rule, dueAt: dueOf(next) },
    clockOffset,
  };
}

/** When time has something to do in the case next; null where it has nothing. */
export const nextAt = ({ duties }: Pick<CaseSnapshot, 'duties'>): string | null => duties[0]?.steps[0]?.at ?? null;

/** The agenda by duty. Law and times are the agenda's. */
function watchedDuties(state: ExistingCase, raising: Raising): readonly WatchedDuty[] {
  const process = processOf(state.desc.process);
  const items = withinLimits(agenda(state, raising));
  return [...new Set(items.map((item) => item.duty))].map((id) => {
    const own = items.filter((item) => item.duty === id);
    const rule = own[0]?.rule ?? '';
    const steps = own.map(({ id, do: what, level, toRole, at }) => ({ id, do: what, level, toRole, at }));
    const met = metIn(process, rule, steps);
    return met === 'ivo' ? { id, rule, of: met, stage: null, steps } : { id, rule, of: met === null ? 'case' : 'stage', stage: met, steps };
  });
}

function withinLimits(items: readonly AgendaItem[]): readonly AgendaItem[] {
  const earliest = items.slice(0, EARLIEST);
  const seen = new Set(earliest.map((item) => item.duty));
  const firsts = items.slice(EARLIEST).filter((item) => !seen.has(item.duty) && seen.add(item.duty));
  return [...earliest, ...firsts].slice(0, MOST);
}

/** A confirmation belongs to the receipt and a question of effect to the follow-up; the rest is said by the process. */
function metIn(process: Process, rule: string, steps: readonly DutyStep[]): WorkStage | 'ivo' | null {
  if (steps.some((step) => step.do === 'sendReceipt')) return 'received';
  if (rule === 'LOK-ATGARD-EFFEKT') return 'followUp';
  const row = process.duties.find((duty) => duty.rule === rule);
  if (row === undefined) return process.alongside.find((duty) => duty.rule === rule)?.metIn ?? null;
  return row.metBy === 'confirmation' ? 'received' : row.metBy === 'answer' ? 'feedback' : row.opens;
}

function ivoState({ ivo, ivoTrack: track }: ExistingCase, duties: readonly WatchedDuty[]): IvoState | null {
  if (track.closedAt !== null) return 'closed';
  if (track.decision !== null) return 'decided';
  if (track.ivoNumber !== null) return 'acknowledged';
  if (track.sent !== null) return 'sent';
  return ivo?.notify === 'yes' || duties.some((duty) => duty.of === 'ivo') ? 'toBeSent' : null;
}
