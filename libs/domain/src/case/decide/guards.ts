import { type Lack, refuse } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import type { Guard } from '../case-command.js';
import { holdsFor, type When } from '../conditions.js';
import { noDuplicate } from '../processes/ending-gates.js';
import { mustBeOpen } from './situation.js';

/* Guards that several commands share. */

export const whileOpen: Guard = (state) => mustBeOpen(state);
export const openWith =
  (holds: (state: ExistingCase) => boolean, field: string, text: string): Guard =>
  (state) => {
    mustBeOpen(state);
    if (!holds(state)) refuse('incomplete', [{ field, text }]);
  };
/** For a command that belongs to some kinds of case alone: no page offers it in another, and there it is refused. */
export const onlyWhere =
  (when: When, field: string, text: string): Guard =>
  (state) => {
    if (!holdsFor(when, state)) refuse('incomplete', [{ field, text }]);
  };
export const notCancelled: Guard = (state) => {
  if (state.end?.as === 'cancelled') refuse('cancelled');
};
/** A duplicate is investigated in another case: to go on with it here, the link is taken back. */
export const ownMatter: Guard = (state) => {
  const lack = noDuplicate(state);
  if (lack !== null) refuse('incomplete', [lack]);
};
export const notified =
  (field: string): Guard =>
  (state) => {
    mustBeOpen(state);
    if (state.ivoTrack.sent === null) refuse('incomplete', [{ field, text: 'Ärendet är inte anmält till IVO' }]);
  };
export const withIvo =
  (field: string): Guard =>
  (state, process, asking) => {
    notified(field)(state, process, asking);
    if (state.ivoTrack.closedAt !== null) refuse('incomplete', [{ field, text: 'IVO har avslutat sitt ärende' }]);
  };
export const notYoursFor = (lack: Lack | null): void => {
  if (lack !== null) refuse('notYours', [lack]);
};
