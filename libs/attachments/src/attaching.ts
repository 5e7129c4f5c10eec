import { createHash } from 'node:crypto';
import type { Envelope } from '#case-service/answers';
import { type CaseService, commandIdOf } from '#case-service/case-service';
import type { RecordService } from '#case-service/record-service';
import type { StoredAttachment } from '#domain/attachment.schema';
import type { AttachmentPurpose } from '#domain/codes/attachments';
import { Refusal } from '#domain/errors';
import { caseStream, uuidOf } from '#domain/ids';
import { type Actor, isLoggedIn } from '#domain/org/actor';
import { recordStream } from '#domain/record-types';
import { ADD_FILE } from '#domain/records/attachments';
import type { AnyRecordType } from '#domain/records/record-type';
import type { Attachments } from '#event-store/attachments';
import { type Cleaned, cleaned, type Sent, type Unfit } from './cleaned.js';

/** A file that was not stored, and why: its own fault, ours, or a refusal in Swedish. */
export interface NotKept {
  readonly name: string;
  readonly why: Unfit | 'tooMany' | 'fault' | { readonly refused: string; readonly status: number };
}

export const MOST_FILES = 5;

/** A file whose bytes have been stored, as a command names it. */
interface Kept extends Pick<Cleaned, 'name' | 'mediaType'> {
  readonly attachmentId: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a file is added to: a case or a record, and how its command is given. @throws Refusal */
interface Holder {
  readonly stream: string;
  readonly id: string;
  readonly execute: (file: Kept, envelope: Envelope) => Promise<unknown>;
}

/** Takes pictures and documents in: checked, cleaned, encrypted, and recorded by an event. What can't be stored is named; the rest is stored. */
export class Attaching {
  /** Pictures are redrawn one at a time, since each may need a couple of hundred megabytes. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly to: { readonly cases: CaseService; readonly records: RecordService },
    private readonly attachments: Attachments,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /**
   * Adds files to cases (siblings of one incident each get their own copy). The same file on the same case is one attachment.
   * @param purpose what they are, where they are more than what somebody sent along
   */
  async add(actor: Actor, caseIds: readonly string[], sent: readonly Sent[], purpose: AttachmentPurpose | null = null): Promise<readonly NotKept[]> {
    const nameless = purpose === null && (await this.#isNameless(actor, caseIds[0]));
    return this.#each(sent, nameless, async (fit) => {
      for (const id of caseIds) {
        const execute = (kept: Kept, envelope: Envelope) => this.to.cases.execute(actor, id, { type: 'AddAttachment', ...kept, purpose }, envelope);
        await this.#keep(actor, { stream: caseStream(id), id, execute }, fit);
      }
    });
  }

  /** Adds files to a record. The same file on the same record is one attachment. */
  async addToRecord(actor: Actor, type: AnyRecordType, id: string, sent: readonly Sent[]): Promise<readonly NotKept[]> {
    const stream = recordStream(type, id);
    const execute = (fit: Kept, envelope: Envelope) => this.to.records.execute(actor, type, id, { type: ADD_FILE, ...fit }, envelope);
    return this.#each(sent, false, (fit) => this.#keep(actor, { stream, id, execute }, fit));
  }

  /** The bytes of an attachment; null where they have been removed. @throws AttachmentTampered */
  read(stream: string, { id, sha256 }: Pick<StoredAttachment, 'id' | 'sha256'>): Promise<Buffer | null> {
    return this.attachments.read(stream, id, sha256);
  }

  /** Takes the files one after the other, and answers which were not stored. */
  async #each(sent: readonly Sent[], nameless: boolean, keep: (fit: Cleaned) => Promise<void>): Promise<readonly NotKept[]> {
    const notKept: NotKept[] = [];
    for (const [n, file] of sent.entries()) {
      const why = n >= MOST_FILES ? 'tooMany' : await this.#take(file, nameless, keep);
      if (why !== null) notKept.push({ name: file.name, why });
    }
    return notKept;
  }

  /** Without log-in, or on a case that was reported without a name: the document must not reveal the sender either. */
  async #isNameless(actor: Actor, caseId: string | undefined): Promise<boolean> {
    if (!isLoggedIn(actor)) return true;
    const state = caseId === undefined ? null : await this.to.cases.load(caseId);
    return state?.exists === true && state.desc.anonymous === true;
  }

  async #take(file: Sent, nameless: boolean, keep: (fit: Cleaned) => Promise<void>): Promise<NotKept['why'] | null> {
    try {
      const drawn = this.#turn.then(() => cleaned(file, { nameless }));
      this.#turn = drawn.catch(() => undefined);
      const fit = await drawn;
      if (typeof fit === 'string') return fit;
      await keep(fit);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return { refused: error.missing[0]?.text ?? error.title, status: error.status };
      this.onFault(error);
      return 'fault';
    }
  }

  /** Bytes first, event after: an event never names bytes that do not exist, and bytes without an event are deleted again. */
  async #keep(actor: Actor, { stream, id, execute }: Holder, { name, mediaType, bytes }: Cleaned): Promise<void> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const attachmentId = uuidOf(id, 'attachment', sha256);
    await this.attachments.keep(stream, attachmentId, bytes);
    try {
      await execute({ attachmentId, mediaType, bytes: bytes.length, sha256, name }, { commandId: commandIdOf(actor, `${attachmentId}/${name}`) });
    } catch (error) {
      await this.attachments.drop(attachmentId);
      throw error;
    }
  }
}
