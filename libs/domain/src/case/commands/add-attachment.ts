import { z } from 'zod';
import { type AttachmentSide, attachmentPurposes, attachmentTypes } from '../../codes/attachments.js';
import { refuse } from '../../errors.js';
import { type Actor, isLoggedIn } from '../../org/actor.js';
import { id, key, oneOf, words } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseCommand } from '../case-command.js';
import { notCancelled } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';

/** More than any case needs of either; a guard against one who fills the store. */
export const MOST_ATTACHMENTS = 40;

const full: Readonly<Record<AttachmentSide, string>> = {
  sender: `Du har redan skickat ${MOST_ATTACHMENTS} bilagor i ärendet, fler tas inte emot. Lämna resten till den som handlägger ärendet`,
  staff: `Verksamheten har redan lagt till ${MOST_ATTACHMENTS} bilagor i ärendet, fler tas inte emot. De som avsändaren skickade är inte medräknade`,
};

/**
 * Bytes that have been taken in, checked and sealed; not offered on the command route, where nobody has shown them.
 * A picture or a document is added, as a word may be also when the case has ended. The bytes are kept beside the log, sealed by the key of
 * the case; the event holds what they are and their hash, so that others can't take their place. The sender's and the staff's are counted
 * apart; older ones, of which it was not noted whose they are, are counted as nobody's. @throws Refusal
 */
export const addAttachment = defineCaseCommand({
  name: 'AddAttachment',
  input: {
    attachmentId: id,
    mediaType: oneOf(attachmentTypes),
    bytes: z.int().min(1),
    sha256: key,
    purpose: oneOf(attachmentPurposes).nullable(),
    name: words,
  },
  who: 'anyone',
  byCode: true,
  mustStand: notCancelled,
  decide(state, { type: _, name, ...open }, { actor }): readonly NewCaseEvent[] {
    if (state.documents.attachments.some((kept) => kept.id === open.attachmentId)) return [];
    const by = sideOf(state, actor);
    if (state.documents.attachments.filter((kept) => kept.by === by).length >= MOST_ATTACHMENTS)
      refuse('incomplete', [{ field: 'attachments', text: full[by] }]);
    return [{ type: 'AttachmentAdded', open: { ...open, by }, sealed: { name } }];
  },
});

/** The one with the code, and staff about their own report. Who registers a complaint for another, or handles the case, is staff. */
function sideOf(state: ExistingCase, actor: Actor): AttachmentSide {
  if (!isLoggedIn(actor)) return 'sender';
  const isReporter = state.desc.kind !== 'complaint' && state.receipt.reporter === actor.person && state.handler?.person !== actor.person;
  return isReporter ? 'sender' : 'staff';
}
