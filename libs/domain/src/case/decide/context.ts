import type { LocalList } from '../../codes/local-lists.js';
import { uuidOf } from '../../ids.js';
import type { Actor } from '../../org/actor.js';
import type { Holder } from '../../org/holders.js';
import type { Organisation } from '../../org/units.js';
import type { ExistingCase } from '../case.js';

/** What a decision may know besides the command and the case. No clock, no random numbers: both are handed in. */
export interface Context {
  /** The platform's time as an instant. */
  readonly now: string;
  /** Today in Stockholm. */
  readonly today: string;
  readonly actor: Actor;
  readonly organisation: Organisation;
  /** Id of the command: ids of new things are derived from it, so that a repeat makes the same. */
  readonly commandId: string;
  /** Who holds which post today, by id: for conflicts of interest and second persons. */
  readonly people: readonly Holder[];
  /** Cases that may have the diary number that the command gives, this one among them; none for a command that gives none. */
  readonly diary: readonly ExistingCase[];
  /** The cases that the command names, as far as they exist. */
  readonly cases: readonly ExistingCase[];
  /** Does the local list have this entry, for the unit's division, on the day? (docs/contract.md#local-lists) */
  readonly hasLocalEntry: (list: LocalList, unit: string | null, code: string, day: string) => boolean;
}

/** What the day of a duty depends on beside the case: the time, and the municipality's own periods. */
export type Timed = Pick<Context, 'now' | 'organisation'>;

/** A new id within the command; `what` tells several apart. */
export const newId = (context: Context, what: string, n = 0): string => uuidOf(context.commandId, what, n);
