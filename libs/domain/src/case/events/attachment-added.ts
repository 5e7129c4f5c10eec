import { z } from 'zod';
import { attachmentPurposes, attachmentSides, attachmentTypes } from '../../codes/attachments.js';
import { id, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';

/** A hash in hex, 256 bits. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The bytes lie beside the log, sealed by the key of the case; the hash is theirs, unsealed. */
export const attachmentAdded = defineCaseEvent({
  name: 'AttachmentAdded',
  label: 'En bilaga lades till',
  v: 3,
  open: z.object({
    attachmentId: id,
    mediaType: oneOf(attachmentTypes),
    bytes: z.int().min(1).max(100_000_000),
    sha256,
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
