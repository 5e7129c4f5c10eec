import { z } from 'zod';
import { attachmentShape } from '../attachment.schema.js';
import { type AttachmentType, attachmentTypes } from '../codes/attachments.js';
import { labelOf } from '../codes/code.js';
import { refuse } from '../errors.js';
import { sealed, words } from '../shapes.schema.js';
import type { AnyRecordCommand } from './record-command.js';
import type { AnyRecordEvent, RecordState } from './record-event.js';
import { eventsOf } from './record-event.js';
import type { RecordType } from './record-type.js';

/** A guard against one who fills the store: more than any record needs. */
export const MOST_ATTACHMENTS = 40;

/** The command that adds a file to a record. */
export const ADD_FILE = 'AddFile';

/**
 * The same event for every record type: the bytes stand beside the log, sealed by the key of the record, and the hash is theirs. It is named as that of a
 * case, since the store's own rules look for the name where bytes are to be kept or removed (libs/event-store/src/sql/attachments.sql).
 */
export const attachmentAdded = eventsOf<RecordState>()({
  name: 'AttachmentAdded',
  label: 'En bilaga lades till',
  open: z.object(attachmentShape),
  sealed: sealed('name'),
  detail: ({ mediaType }) => labelOf(attachmentTypes, mediaType as AttachmentType),
  evolve({ attachments }, { open: { attachmentId, ...kept } }): Pick<RecordState, 'attachments'> {
    return { attachments: [...attachments, { id: attachmentId, ...kept }] };
  },
});

/** The events of a record type: its own, and that of its files. */
export const eventsIn = <R extends RecordState>({ events }: RecordType<R>): readonly AnyRecordEvent<R>[] => [
  ...events,
  attachmentAdded as unknown as AnyRecordEvent<R>,
];

const schema = z
  .object({ type: z.literal(ADD_FILE), ...attachmentShape, name: words })
  .strict()
  .meta({ id: `record.${ADD_FILE}` });

/**
 * Bytes that have been taken in, checked and sealed, added by whoever may do anything else with the record, also when it is closed. It is none of the
 * type's commands: the routes do not take it, since nobody has shown them the bytes. @throws Refusal
 */
export const addAttachment = <R extends RecordState>({ commands }: RecordType<R>): AnyRecordCommand<R> => ({
  name: ADD_FILE,
  schema,
  input: {},
  title: 'Lägg till filer',
  button: 'Lägg till',
  form: {},
  who: [...new Set(commands.flatMap(({ who }) => who))].filter((by) => by !== 'system'),
  offered: () => true,
  decide({ attachments }, given: never) {
    const { type: _, name, ...open } = given as z.infer<typeof schema>;
    if (attachments.some((kept) => kept.id === open.attachmentId)) return [];
    if (attachments.length >= MOST_ATTACHMENTS)
      refuse('incomplete', [{ field: 'attachments', text: `Det finns redan ${MOST_ATTACHMENTS} filer här, fler tas inte emot` }]);
    return [attachmentAdded.of(open, { name })];
  },
});

/** The commands of a record type, by name: its own, and the one that adds a file. */
export const commandNamed = <R extends RecordState>(type: RecordType<R>, name: string): AnyRecordCommand<R> | undefined =>
  name === ADD_FILE ? addAttachment(type) : type.commands.find((command) => command.name === name);
