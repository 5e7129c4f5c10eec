import type { z } from 'zod';
import type { HistoryGroup } from '../codes/history-groups.js';
import type { Organisation } from '../org/units.js';
import { none } from '../shapes.schema.js';
import type { ExistingCase } from './case.js';
import type { Change } from './changes.js';
import type { Step } from './step.js';

/** An event of one type as the fold sees it: no words, no actor's identity beyond what the open part says. Times are instants (UTC). */
export interface Happened<N extends string, O extends z.ZodType> {
  readonly type: N;
  readonly open: z.infer<O>;
  readonly version: number;
  readonly position: number;
  readonly at: string;
  readonly recordedAt: string;
}

/** Everything that is known of one event of a case. */
export interface CaseEventParts<N extends string, O extends z.ZodType, S extends z.ZodType> {
  readonly name: N;
  /** What the history says, Swedish. */
  readonly label: string;
  /** Version of the shape, 1 where nothing is said; each change has its upcaster (upcast.ts). */
  readonly v?: number;
  /** Codes, ids, dates and instants. */
  readonly open: O;
  /** A person's words, kept under the key of the case; none where nothing is said. */
  readonly sealed?: S;
  /** What the history can be narrowed to; work and decisions where nothing is said. */
  readonly group?: HistoryGroup;
  /** Bookkeeping of duties, shown apart from what people have done. */
  readonly bookkeeping?: true;
  /** Another case that it is about: told only to one who sees that case too. */
  about?(open: z.infer<O>): string | null;
  /** Another label, where the open part says so. */
  says?(open: z.infer<O>): string | null;
  /** What the sentence adds to the label: the code that matters, in words. Never a person's words. */
  detail?(open: z.infer<O>, organisation: Organisation, today: string): string | null;
  /** What it changes in a case that exists; nothing where it is left out. Total: never throws. */
  evolve?(state: ExistingCase, event: Happened<N, O>): Change;
  /** What it counts as by its own day: rows of fact_step (docs/engine.md#facts-and-figures). The state is the one before it. */
  steps?(event: Happened<N, O>, state: ExistingCase): readonly Step[];
  /** The keys of rows that no longer count. */
  takesBack?(event: Happened<N, O>, state: ExistingCase): readonly string[];
}

export interface CaseEventOf<N extends string, O extends z.ZodType, S extends z.ZodType> extends CaseEventParts<N, O, S> {
  readonly v: number;
  readonly sealed: S;
}

/** An event whose open part is not known here. */
export interface AnyCaseEvent extends Omit<CaseEventParts<string, z.ZodType, z.ZodType>, 'about' | 'says' | 'detail' | 'evolve' | 'steps' | 'takesBack'> {
  readonly v: number;
  readonly sealed: z.ZodType;
  about?(open: never): string | null;
  says?(open: never): string | null;
  detail?(open: never, organisation: Organisation, today: string): string | null;
  evolve?(state: ExistingCase, event: never): Change;
  steps?(event: never, state: ExistingCase): readonly Step[];
  takesBack?(event: never, state: ExistingCase): readonly string[];
}

/** Defines an event of a case. Its file is the one place where the event is described. */
export const defineCaseEvent = <const N extends string, O extends z.ZodType, S extends z.ZodType = typeof none>(
  parts: CaseEventParts<N, O, S>,
): CaseEventOf<N, O, S> => ({ ...parts, v: parts.v ?? 1, sealed: parts.sealed ?? (none as unknown as S) });
