import type { z } from 'zod';
import { none } from '../../shapes.schema.js';

export interface EventShape<O extends z.ZodType, S extends z.ZodType> {
  readonly v: number;
  readonly open: O;
  readonly sealed: S;
  /** What the history says, Swedish. */
  readonly label: string;
}
/** One event: the sentence of the history, the open part, what is sealed, and the version of its shape (each change has its upcaster). */
export const event = <O extends z.ZodType, S extends z.ZodType = typeof none>(label: string, open: O, seal?: S, v = 1): EventShape<O, S> => ({
  v,
  open,
  sealed: (seal ?? none) as S,
  label,
});
