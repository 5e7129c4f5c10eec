import type { Kind } from '../../codes/kinds.js';
import type { NewCaseEvent } from '../events.schema.js';

/** A case that a decision gives rise to. Its number is the store's to give, in the same append. */
export interface Born {
  readonly caseId: string;
  readonly kind: Kind;
  /** Decides the year of the number. */
  readonly receivedAt: string;
  readonly events: (number: string) => readonly NewCaseEvent[];
}
