import type { AspectVerdict, ChangeAspect, ChangeDecision, ChangeResult, UnionContact } from '../codes/change-analyses.js';
import type { Role } from '../codes/roles.js';
import { commandsOf } from '../records/record-command.js';
import { eventsOf, type RecordState } from '../records/record-event.js';

/** The risk and consequence analysis of a planned change (SOSFS 2011:9, 5 kap. 1 §; document 004). Its words are sealed and not here. */
export interface ChangeAnalysis extends RecordState {
  readonly begunAt: string;
  /** Who is reminded: the chief of the unit's level. */
  readonly ownerRole: Role;
  /** The day (YYYY-MM-DD) on which the change is to begin. */
  readonly startsOn: string;
  /** The latest verdict on each aspect that has been judged. */
  readonly aspects: readonly { readonly aspect: ChangeAspect; readonly verdict: AspectVerdict }[];
  /** Codes of those who took part, and of the contact with the unions; empty and null until it is noted. */
  readonly participants: readonly string[];
  readonly unions: UnionContact | null;
  /** Streams of the risks that it has led to. */
  readonly risks: readonly string[];
  /** `followUpOn`: null where the change is not made. */
  readonly decision: { readonly at: string; readonly decision: ChangeDecision; readonly followUpOn: string | null } | null;
  readonly followedUp: { readonly at: string; readonly result: ChangeResult } | null;
  readonly endedAt: string | null;
  readonly stepsTaken: readonly string[];
}

export const defineAnalysisEvent = eventsOf<ChangeAnalysis>();
export const defineAnalysisCommand = commandsOf<ChangeAnalysis>('changeanalysis');

/** Not yet decided on. */
export const isOpen = ({ decision, endedAt }: Pick<ChangeAnalysis, 'decision' | 'endedAt'>): boolean => decision === null && endedAt === null;

/** Decided to be made, and what came of it is not said. */
export const isToFollowUp = ({ decision, followedUp }: Pick<ChangeAnalysis, 'decision' | 'followedUp'>): boolean =>
  decision !== null && decision.decision !== 'stop' && followedUp === null;
