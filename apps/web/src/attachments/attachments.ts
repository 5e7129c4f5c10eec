import type { OpenedCase } from '#case-service/case-reader';
import { type AttachmentPurpose, type AttachmentType, attachmentPurposes, attachmentTypes } from '#domain/codes/attachments';
import { labelOf } from '#domain/codes/code';

export interface NamedAttachment {
  readonly id: string;
  readonly name: string;
  /** What it is and how large: "Bild (JPEG), 1,2 MB". */
  readonly what: string;
  readonly at: string;
  readonly mediaType: AttachmentType;
  readonly purpose: AttachmentPurpose | null;
}

const size = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });
const sizeOf = (bytes: number): string => (bytes < 100_000 ? `${size.format(Math.ceil(bytes / 1000))} kB` : `${size.format(bytes / 1_000_000)} MB`);

/** The attachments whose words this person may read, in the order they came. */
export const attachmentsOf = ({ state, events, words }: OpenedCase): readonly NamedAttachment[] =>
  events.flatMap((event) => {
    if (event.type !== 'AttachmentAdded') return [];
    const kept = state.attachments.find(({ id }) => id === event.open['attachmentId']);
    const name = words.get(event.eventId)?.['name'];
    if (kept === undefined || typeof name !== 'string') return [];
    const { id, mediaType, purpose, bytes } = kept;
    const kind = purpose === null ? labelOf(attachmentTypes, mediaType) : `${labelOf(attachmentPurposes, purpose)}, ${labelOf(attachmentTypes, mediaType)}`;
    return [{ id, name, what: `${kind}, ${sizeOf(bytes)}`, at: event.at, mediaType, purpose }];
  });
