import type { Refusal } from '#domain/errors';
import type { Fault } from '#ui/error-summary';
import type { FormBody } from '../frame/request.js';

/** The name, among those of commands, of the form of the next step: it holds the forms of several commands (libs/case-view step-form.ts). */
export const STEP = 'Step';

/** A form that was sent and refused: shown again as it was, with the faults. */
export interface Tried {
  /** The command, or the form of the step. */
  readonly command: string;
  readonly body: FormBody;
  /** In the form of the step: what was sent of each command, by its name. */
  readonly parts?: ReadonlyMap<string, FormBody>;
  readonly title: string;
  /** In the form of the step each names its command (`Command.field`). */
  readonly faults: readonly Fault[];
  /** Somebody else was first: the version of the case that this person had seen. */
  readonly since?: number;
}
/**
 * `kept`: of the form of the step, the parts that were saved, and those that are not complete and are the person's drafts; `stopped` where the case was to go
 * on and could not, since more is missing.
 */
export interface Done {
  readonly done: true;
  readonly kept?: { readonly saved: readonly FormBody[]; readonly drafts: readonly FormBody[]; readonly stopped?: true };
}
export type Sent = Done | { readonly done: false; readonly tried: Tried; readonly status: number };

/** The status of a page that shows a refused form again. */
export const pageStatus = ({ status }: Refusal): number => (status === 412 ? 409 : status === 403 ? 403 : 422);
