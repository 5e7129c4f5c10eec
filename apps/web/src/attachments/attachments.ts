import type { StoredAttachment } from '#domain/attachment.schema';
import { type AttachmentPurpose, attachmentPurposes, attachmentTypes } from '#domain/codes/attachments';
import { labelOf } from '#domain/codes/code';
import type { RecordedEvent } from '#event-store/event-store';

export interface NamedAttachment extends Pick<StoredAttachment, 'id' | 'mediaType' | 'sha256'> {
  readonly name: string;
  /** What it is and how large: "Bild (JPEG), 1,2 MB". */
  readonly what: string;
  readonly at: string;
  readonly purpose: AttachmentPurpose | null;
}

const size = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });
const sizeOf = (bytes: number): string => (bytes < 100_000 ? `${size.format(Math.ceil(bytes / 1000))} kB` : `${size.format(bytes / 1_000_000)} MB`);

interface WithFiles {
  readonly attachments: readonly (StoredAttachment & { readonly purpose?: AttachmentPurpose | null })[];
}

/** A case or a record opened for one person. */
interface Opened {
  readonly state: WithFiles | { readonly documents: WithFiles };
  readonly events: readonly RecordedEvent[];
  readonly words: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** The attachments whose words this person may read, in the order they came. */
export function attachmentsOf({ state, events, words }: Opened): readonly NamedAttachment[] {
  const { attachments } = 'documents' in state ? state.documents : state;
  return events.flatMap((event) => {
    if (event.type !== 'AttachmentAdded') return [];
    const kept = attachments.find(({ id }) => id === event.open['attachmentId']);
    const name = words.get(event.eventId)?.['name'];
    if (kept === undefined || typeof name !== 'string') return [];
    const { id, mediaType, sha256, purpose = null, bytes } = kept;
    const kind = purpose === null ? labelOf(attachmentTypes, mediaType) : `${labelOf(attachmentPurposes, purpose)}, ${labelOf(attachmentTypes, mediaType)}`;
    return [{ id, name, what: `${kind}, ${sizeOf(bytes)}`, at: event.at, mediaType, sha256, purpose }];
  });
}
