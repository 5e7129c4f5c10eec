import type { SurveyGroup } from '../codes/surveys.js';
import { commandsOf } from '../records/record-command.js';
import { eventsOf, type RecordState } from '../records/record-event.js';
import type { RoughDay } from '../rough-day.js';

/** How many of one group were asked and answered on one occasion. Null is not known, which is not none. */
export interface Counted {
  readonly group: SurveyGroup;
  readonly on: RoughDay;
  readonly asked: number | null;
  readonly answered: number | null;
  /** Of those counted: girls or women, and boys or men. */
  readonly female: number | null;
  readonly male: number | null;
}

/** The answer to one question. Its words are sealed. */
export interface Result {
  /** From 1, in the order they were noted. */
  readonly question: number;
  readonly percent: number;
  /** How many answers the per cent is of; null where the source does not say, and it is said why. */
  readonly of: number | null;
}

/** A survey among those who use the service (brukarundersökning; ). Its words are sealed and not here. */
export interface Survey extends RecordState {
  readonly plannedAt: string;
  readonly on: RoughDay;
  /** Whether it is of one unit: then results are told of only where more than five answered. */
  readonly isOfUnit: boolean;
  readonly counts: readonly Counted[];
  readonly results: readonly Result[];
  /** Whether it is told what it showed, and whether that can be compared with the year before; null where nothing is said of it. */
  readonly concluded: { readonly at: string; readonly comparable: boolean | null } | null;
  readonly stepsTaken: readonly string[];
  /** Whether a text about what it showed has been written. */
  readonly isTold: boolean;
  /** When it was said that it was planned and not carried out. */
  readonly notDoneAt: string | null;
}

export const defineSurveyEvent = eventsOf<Survey>();
export const defineSurveyCommand = commandsOf<Survey>('survey');

export const isOpen = ({ concluded, notDoneAt }: Pick<Survey, 'concluded' | 'notDoneAt'>): boolean => concluded === null && notDoneAt === null;

/** “Utförarenheter med fler än fem svarande får resultat även på enhetsnivå” (document 002). */
export const LEAST_ANSWERS = 6;

/** Answers in all; null where no group’s number is known. */
export const answeredInAll = (counts: readonly Counted[]): number | null => {
  const known = counts.flatMap(({ answered }) => (answered === null ? [] : [answered]));
  return known.length === 0 ? null : known.reduce((sum, n) => sum + n, 0);
};

/**
 * Whether results of so many answers may be told of: of a unit only more than five, and never where the number is not known. What may not be
 * told of is never stored, so that no page, API or file can show it.
 */
export const mayTell = ({ isOfUnit }: Pick<Survey, 'isOfUnit'>, answers: number | null): boolean => !isOfUnit || (answers !== null && answers >= LEAST_ANSWERS);
