import type { ExtractChoice, ExtractRefusalGround } from '../codes/extracts.js';
import { commandsOf } from '../records/record-command.js';
import { eventsOf, type RecordState } from '../records/record-event.js';

/** What was found for the one who asks, and is judged by itself: a case or another record, by the two parts of its stream. */
export interface HitId {
  readonly family: string;
  readonly of: string;
}

/** A line of a hit's words by its place, and what is done with it; `spans`: only these parts of it are left out. */
export interface JudgedPassage {
  readonly event: string;
  readonly words: string;
  readonly part: number;
  readonly choice: ExtractChoice;
  readonly spans: readonly { readonly from: number; readonly to: number }[] | null;
}

export interface JudgedHit extends HitId {
  readonly passages: readonly JudgedPassage[];
  /** Whether the extract may show that something is left out of this hit: the fact itself may be secret. */
  readonly mayTell: boolean;
}

/**
 * A request for what is held about one person (registerutdrag; GDPR art. 15), from the day that it came until the extract is given out. Who asks, their
 * personnummer and what is looked for are sealed and not here.
 */
export interface Extract extends RecordState {
  /** The day (YYYY-MM-DD) on which the request was received, and the last day to answer it. */
  readonly receivedOn: string;
  readonly due: string;
  readonly requestedAt: string;
  /** The last judgement of each hit. */
  readonly judged: readonly JudgedHit[];
  readonly released: { readonly at: string; readonly document: string; readonly given: number; readonly leftOut: number } | null;
  /** The day on which the one who asked was told that it takes two months more; null where it does not. */
  readonly extendedOn: string | null;
  readonly refused: { readonly at: string; readonly ground: ExtractRefusalGround } | null;
  readonly endedAt: string | null;
  readonly stepsTaken: readonly string[];
}

export const defineExtractEvent = eventsOf<Extract>();
export const defineExtractCommand = commandsOf<Extract>('extract');

export const isOpen = ({ released, refused, endedAt }: Pick<Extract, 'released' | 'refused' | 'endedAt'>): boolean =>
  released === null && refused === null && endedAt === null;

export const isSameHit = (one: HitId, other: HitId): boolean => one.family === other.family && one.of === other.of;

/** Lines that are given out at least in part, and lines that are left out by a rule, whole or in part. */
export function counted(hits: readonly Pick<JudgedHit, 'passages'>[]): { readonly given: number; readonly leftOut: number } {
  const all = hits.flatMap(({ passages }) => passages);
  return {
    given: all.filter(({ choice, spans }) => choice === 'give' || spans !== null).length,
    leftOut: all.filter(({ choice }) => choice !== 'give' && choice !== 'other').length,
  };
}
