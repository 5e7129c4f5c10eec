import { z } from 'zod';
import { attachmentShape } from '../../attachment.schema.js';
import { attachmentPurposes, attachmentSides } from '../../codes/attachments.js';
import { maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';

/** The bytes lie beside the log, sealed by the key of the case; the hash is theirs, unsealed. */
export const attachmentAdded = defineCaseEvent({
  name: 'AttachmentAdded',
  label: 'En bilaga lades till',
  v: 3,
  open: z.object({
    ...attachmentShape,
    purpose: maybe(oneOf(attachmentPurposes)),
    by: maybe(oneOf(attachmentSides)),
  }),
  sealed: sealed('name'),
  detail: (open): string | null => label('attachmentType', open.mediaType),
  evolve(state, event): Change {
    const { attachmentId, ...kept } = event.open;
    return { documents: { ...state.documents, attachments: [...state.documents.attachments, { id: attachmentId, ...kept }] } };
  },
});
