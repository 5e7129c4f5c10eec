import type { Fault } from '#ui/error-summary';
import type { FormBody } from '../frame/request.js';

/** A form that was sent and refused: shown again as it was, with the faults. */
export interface Tried {
  readonly command: string;
  readonly body: FormBody;
  readonly title: string;
  readonly faults: readonly Fault[];
  /** Somebody else was first: the version of the case that this person had seen. */
  readonly since?: number;
}
export type Sent = { readonly done: true } | { readonly done: false; readonly tried: Tried; readonly status: number };
