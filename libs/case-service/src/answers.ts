import type { Actor } from '#domain/case/actor';
import type { Kind } from '#domain/codes/kinds';

/** What a command is answered, and is answered again when it is repeated: ids and codes only, since it is kept for ever. */
export interface CommandAnswer {
  readonly version: number;
  readonly events: readonly { readonly type: string }[];
  /** The last position; absent where the command changed nothing. */
  readonly position?: number;
  /** The case of another kind that the command gave rise to. */
  readonly born?: readonly { readonly id: string; readonly kind: Kind; readonly number: string }[];
}

/** What a report is answered. The receipt code is not stored: it is made again from the case's id. */
export interface ReportAnswer extends CommandAnswer {
  readonly id: string;
  readonly number: string;
  /** The kind it was taken in as, where that is another than it was called (docs/law/lex-sarah.md#reports-without-a-name). */
  readonly takenInAs?: Kind;
  readonly siblings: readonly { readonly id: string; readonly number: string }[];
}

/** How a command is named: who sends it, and the key that makes a repeat the same command. */
export interface Envelope {
  /** uuid; see commandIdOf. */
  readonly commandId: string;
  /** The version the sender has seen (If-Match); undefined = any. */
  readonly ifMatch?: number | undefined;
  /** The instant to decide by, where the sender's clock counts (the workflow's); else the platform's. */
  readonly now?: string | undefined;
}

/**
 * How a report is named. From a key the id is made for the sender that will stand in the log (`(sender) => commandIdOf(sender, key)`), so
 * that the id of an anonymous report follows from the key alone and can't be tried against the staff's names.
 */
export interface ReportEnvelope extends Pick<Envelope, 'now'> {
  readonly commandId: string | ((sender: Actor) => string);
}
