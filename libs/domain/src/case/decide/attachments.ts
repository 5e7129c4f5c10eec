import type { AttachmentSide } from '../../codes/attachments.js';
import { type Lack, refuse } from '../../errors.js';
import { type Actor, isLoggedIn } from '../actor.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';

/** More than any case needs of either; a guard against one who fills the store. */
export const MOST_ATTACHMENTS = 40;

const full: Readonly<Record<AttachmentSide, string>> = {
  sender: `Du har redan skickat ${MOST_ATTACHMENTS} bilagor i ärendet, fler tas inte emot. Lämna resten till den som handlägger ärendet`,
  staff: `Verksamheten har redan lagt till ${MOST_ATTACHMENTS} bilagor i ärendet, fler tas inte emot. De som avsändaren skickade är inte medräknade`,
};

/**
 * A picture or a document is added, as a word may be also when the case has ended. The bytes are kept beside the log, sealed by the key of
 * the case; the event holds what they are and their hash, so that others can't take their place. The sender's and the staff's are counted
 * apart; older ones, of which it was not noted whose they are, are counted as nobody's. @throws Refusal
 */
export function addAttachment(state: ExistingCase, { type: _, name, ...open }: CommandOf<'AddAttachment'>, actor: Actor): readonly NewCaseEvent[] {
  if (state.attachments.some((kept) => kept.id === open.attachmentId)) return [];
  const by = sideOf(state, actor);
  if (state.attachments.filter((kept) => kept.by === by).length >= MOST_ATTACHMENTS) refuse('incomplete', [{ field: 'attachments', text: full[by] }]);
  return [{ type: 'AttachmentAdded', open: { ...open, by }, sealed: { name } }];
}

/** The one with the code, and staff about their own report. Who registers a complaint for another, or handles the case, is staff. */
function sideOf(state: ExistingCase, actor: Actor): AttachmentSide {
  if (!isLoggedIn(actor)) return 'sender';
  const isReporter = state.desc.kind !== 'complaint' && state.reporter === actor.person && state.handler?.person !== actor.person;
  return isReporter ? 'sender' : 'staff';
}

/** Files that are said to go along, and that the case does not have. */
export const unknownFiles = (state: ExistingCase, ids: readonly string[], field: string): readonly Lack[] =>
  ids.every((id) => state.attachments.some((kept) => kept.id === id)) ? [] : [{ field, text: 'Filen finns inte i ärendet' }];
