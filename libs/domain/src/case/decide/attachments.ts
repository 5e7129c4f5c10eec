import { refuse } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';

/** More than any case needs; a guard against one who fills the store. */
export const MOST_ATTACHMENTS = 40;

/**
 * A picture or a document is added, as a word may be also when the case has ended. The bytes are kept beside the log, sealed by the key of
 * the case; the event holds what they are and their hash, so that others can't take their place. @throws Refusal
 */
export function addAttachment(state: ExistingCase, { type: _, name, ...open }: CommandOf<'AddAttachment'>): readonly NewCaseEvent[] {
  if (state.cancelled !== null) refuse('cancelled');
  if (state.attachments.some((kept) => kept.id === open.attachmentId)) return [];
  if (state.attachments.length >= MOST_ATTACHMENTS)
    refuse('incomplete', [{ field: 'attachments', text: `Ärendet har redan ${MOST_ATTACHMENTS} bilagor. Lämna resten till den som handlägger ärendet` }]);
  return [{ type: 'AttachmentAdded', open, sealed: { name } }];
}
