import type { Kind } from '#domain/codes/kinds';
import type { Actor } from '#domain/org/actor';

/** The answer to a command, and to each repeat of it: ids and codes only, since it is kept for ever. */
export interface CommandAnswer {
  readonly version: number;
  readonly events: readonly { readonly type: string }[];
  /** The last position; absent where the command changed nothing. */
  readonly position?: number;
  /** The case of another kind that the command gave rise to. */
  readonly born?: readonly { readonly id: string; readonly kind: Kind; readonly number: string }[];
}

/** The answer to a report. The receipt code is not stored: it is computed from the case's id. */
export interface ReportAnswer extends CommandAnswer {
  readonly id: string;
  readonly number: string;
  /** The kind it was taken in as, where that is another than it was called (docs/law/lex-sarah.md#reports-without-a-name). */
  readonly takenInAs?: Kind;
  readonly siblings: readonly { readonly id: string; readonly number: string }[];
}

/** The identity of a command: its sender, and the key that makes a repeat the same command. */
export interface Envelope {
  /** uuid; see commandIdOf. */
  readonly commandId: string;
  /** The version the sender has seen (If-Match); undefined = any. */
  readonly ifMatch?: number | undefined;
  /** The instant to decide by, where the sender's clock counts (the workflow's); otherwise the platform's. */
  readonly now?: string | undefined;
}

/**
 * The identity of a report. The id is derived for the sender that will be in the log (`(sender) => commandIdOf(sender, key)`), so
 * that the id of an anonymous report depends on the key alone and can't be tested against the logins of the staff.
 */
export interface ReportEnvelope extends Pick<Envelope, 'now'> {
  readonly commandId: string | ((sender: Actor) => string);
}
