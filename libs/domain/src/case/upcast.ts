import type { CaseEvent } from './events.schema.js';

/** A stored event, before its type is known to the fold. */
export interface StoredShape {
  readonly type: string;
  readonly v: number;
  readonly version: number;
  readonly position: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly open: Record<string, unknown>;
}

type Upcaster = (open: Record<string, unknown>) => Record<string, unknown>;

/** Not asked then: unknown, which is not "inga". */
const undecided = { insteadOf: null, participants: null, dissents: null };

/** `<type>@<v>` → the open part as the next version has it. */
const upcasters: Readonly<Record<string, Upcaster>> = {
  'AttachmentAdded@1': (open) => ({ ...open, purpose: null }),
  'AttachmentAdded@2': (open) => ({ ...open, by: null }),
  'IvoNotificationSent@1': (open) => ({ ...open, attachments: [] }),
  'OutcomeDecided@1': (open) => ({ ...open, ...undecided }),
  'IvoDecided@1': (open) => ({ other: null, toldAt: null, ...open, ...undecided }),
  // Not asked then: two cases may have had one number without saying so.
  'Diarised@1': (open) => ({ ...open, sharedWith: null }),
  // Not asked then: the number went along.
  'CaseMoved@1': (open) => ({ ...open, leftNumber: null }),
  // A line was given out or left out whole.
  'DisclosureDecided@1': (open) => ({ ...open, passages: (open['passages'] as readonly object[]).map((passage) => ({ ...passage, spans: null })) }),
  'IvoMaterialSent@1': (open) => ({ ...open, attachments: [] }),
};

/**
 * Brings a stored event to the current shape, one version at a time. What was parsed when it was written is trusted;
 * an unknown type is returned as it is and folds to nothing.
 */
export function upcast(stored: StoredShape): CaseEvent {
  let { v, open } = stored;
  for (let up = upcasters[`${stored.type}@${v}`]; up !== undefined; up = upcasters[`${stored.type}@${v}`]) {
    open = up(open);
    v += 1;
  }
  return { type: stored.type, version: stored.version, position: stored.position, at: stored.at, recordedAt: stored.recordedAt, open } as unknown as CaseEvent;
}
