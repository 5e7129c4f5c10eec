import { z } from 'zod';
import type { StoredAttachment } from '../attachment.schema.js';
import type { Organisation } from '../org/units.js';

/** What every record has, whatever it is of. */
export interface RecordState {
  readonly id: string;
  /** Number of its last event. */
  readonly version: number;
  /** `RIS-2026-0001`: gap-free by series and year. */
  readonly number: string;
  /** Code of the unit that has it. */
  readonly unit: string;
  /** Its files, in the order they came. */
  readonly attachments: readonly StoredAttachment[];
}

/** What the first event makes of a record: everything but what the engine itself keeps. */
export type Begun<R extends RecordState> = Omit<R, 'attachments'>;

/** An event as the fold sees it: no words. Times are instants (UTC). */
export interface Happened<O extends z.ZodType> {
  readonly open: z.infer<O>;
  readonly version: number;
  readonly at: string;
  readonly recordedAt: string;
}

/** An event that a decision wants written: the store adds version, position and time. */
export interface NewRecordEvent {
  readonly type: string;
  readonly open: Readonly<Record<string, unknown>>;
  readonly sealed?: Readonly<Record<string, unknown>> | undefined;
}

/** Everything that is known of one event of a record. Its name is unique within its record type. */
export interface RecordEventParts<R extends RecordState, N extends string, O extends z.ZodType, S extends z.ZodType> {
  readonly name: N;
  /** What the history says, Swedish. */
  readonly label: string;
  /** Version of the shape, 1 where nothing is said. */
  readonly v?: number;
  /** Codes, ids, dates and instants: this part leaves PostgreSQL. */
  readonly open: O;
  /** A person's words, kept under the record's own key; none where nothing is said. */
  readonly sealed?: S;
  /** What the sentence adds to the label: codes in words. Never a person's words. */
  detail?(open: z.infer<O>, organisation: Organisation, today: string): string | null;
  /** Makes the record; the first event of its stream alone. */
  begin?(id: string, event: Happened<O>): Begun<R>;
  /** What it changes in a record that exists. Total: never throws. */
  evolve?(state: R, event: Happened<O>): Partial<R>;
}

/** An event whose parts are not known here. `detail`, `begin` and `evolve` take what its own schema has parsed. */
export interface AnyRecordEvent<R extends RecordState> {
  readonly name: string;
  readonly label: string;
  readonly v: number;
  readonly open: z.ZodType;
  readonly sealed: z.ZodType;
  detail?(open: never, organisation: Organisation, today: string): string | null;
  begin?(id: string, event: never): Begun<R>;
  evolve?(state: R, event: never): Partial<R>;
}

export const noWords = z.object({}).strict();

/** For a record type: defines its events. `of` is the only way to make one. */
export const eventsOf =
  <R extends RecordState>() =>
  <const N extends string, O extends z.ZodType, S extends z.ZodType = typeof noWords>(parts: RecordEventParts<R, N, O, S>) => ({
    ...parts,
    v: parts.v ?? 1,
    sealed: parts.sealed ?? (noWords as unknown as S),
    of: (open: z.input<O>, sealed?: z.input<S>): NewRecordEvent => ({
      type: parts.name,
      open: open as Record<string, unknown>,
      sealed: sealed as Record<string, unknown> | undefined,
    }),
  });
