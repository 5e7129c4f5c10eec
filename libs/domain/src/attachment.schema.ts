import { z } from 'zod';
import { type AttachmentType, attachmentTypes } from './codes/attachments.js';
import { id, oneOf } from './shapes.schema.js';

/** A picture or document of a case or another record. Its bytes stand beside the log, sealed by the key of the stream, its name in the event. */
export interface StoredAttachment {
  readonly id: string;
  readonly mediaType: AttachmentType;
  readonly bytes: number;
  /** SHA-256 of the bytes, unsealed, in hex. */
  readonly sha256: string;
}

/** What an event says of one. */
export const attachmentShape = {
  attachmentId: id,
  mediaType: oneOf(attachmentTypes),
  bytes: z.int().min(1).max(100_000_000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
} as const;
