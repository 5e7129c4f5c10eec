import type { Actor } from '#domain/org/actor';
import type { Draft } from '#event-store/drafts';
import type { Tried } from './sent-form.js';

/** A request for a page of a case: by whom, what was just sent and refused, drafts, and the query of the address. */
export interface Look {
  readonly actor: Actor;
  /** Makes a double click the same command. */
  readonly newKey: () => string;
  readonly tried: Tried | null;
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The form to show open (`?gor=`). */
  readonly open: string | null;
  /** What was just saved, in words (`?klart=`). */
  readonly saved: string | null;
  /** The letter to begin a form with (`?mall=`). */
  readonly letter: string | null;
  /** The group of events to show alone (`?visa=`). */
  readonly group: string | null;
}
