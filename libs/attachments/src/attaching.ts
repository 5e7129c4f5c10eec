import { createHash } from 'node:crypto';
import { type CaseService, commandIdOf } from '#case-service/case-service';
import type { Attachment, ExistingCase } from '#domain/case/case';
import type { AttachmentPurpose } from '#domain/codes/attachments';
import { Refusal } from '#domain/errors';
import { caseStream, uuidOf } from '#domain/ids';
import { type Actor, isLoggedIn } from '#domain/org/actor';
import type { Attachments } from '#event-store/attachments';
import { type Cleaned, cleaned, type Sent, type Unfit } from './cleaned.js';

/** A file that was not stored, and why: its own fault, ours, or a refusal in Swedish. */
export interface NotKept {
  readonly name: string;
  readonly why: Unfit | 'tooMany' | 'fault' | { readonly refused: string; readonly status: number };
}

export const MOST_FILES = 5;

interface As {
  readonly purpose: AttachmentPurpose | null;
  readonly nameless: boolean;
}

/** Takes pictures and documents in: checked, cleaned, encrypted, and recorded by an event. What can't be stored is named; the rest is stored. */
export class Attaching {
  /** Pictures are redrawn one at a time, since each may need a couple of hundred megabytes. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly cases: CaseService,
    private readonly attachments: Attachments,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /**
   * Adds files to cases (siblings of one incident each get their own copy). The same file on the same case is one attachment.
   * @param purpose what they are, where they are more than what somebody sent along
   */
  async add(actor: Actor, caseIds: readonly string[], sent: readonly Sent[], purpose: AttachmentPurpose | null = null): Promise<readonly NotKept[]> {
    const notKept: NotKept[] = [];
    const nameless = purpose === null && (await this.#isNameless(actor, caseIds[0]));
    for (const [n, file] of sent.entries()) {
      const why = n >= MOST_FILES ? 'tooMany' : await this.#take(actor, caseIds, file, { purpose, nameless });
      if (why !== null) notKept.push({ name: file.name, why });
    }
    return notKept;
  }

  /** The bytes of an attachment; null where they have been removed. @throws AttachmentTampered */
  read(state: ExistingCase, { id, sha256 }: Attachment): Promise<Buffer | null> {
    return this.attachments.read(caseStream(state.id), id, sha256);
  }

  /** Without log-in, or on a case that was reported without a name: the document must not reveal the sender either. */
  async #isNameless(actor: Actor, caseId: string | undefined): Promise<boolean> {
    if (!isLoggedIn(actor)) return true;
    const state = caseId === undefined ? null : await this.cases.load(caseId);
    return state?.exists === true && state.desc.anonymous === true;
  }

  async #take(actor: Actor, caseIds: readonly string[], file: Sent, { purpose, nameless }: As): Promise<NotKept['why'] | null> {
    try {
      const drawn = this.#turn.then(() => cleaned(file, { nameless }));
      this.#turn = drawn.catch(() => undefined);
      const fit = await drawn;
      if (typeof fit === 'string') return fit;
      for (const caseId of caseIds) await this.#keep(actor, caseId, fit, purpose);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return { refused: error.missing[0]?.text ?? error.title, status: error.status };
      this.onFault(error);
      return 'fault';
    }
  }

  /** Bytes first, event after: an event never names bytes that do not exist, and bytes without an event are deleted again. */
  async #keep(actor: Actor, caseId: string, { name, mediaType, bytes }: Cleaned, purpose: AttachmentPurpose | null): Promise<void> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const attachmentId = uuidOf(caseId, 'attachment', sha256);
    await this.attachments.keep(caseStream(caseId), attachmentId, bytes);
    const command = { type: 'AddAttachment' as const, attachmentId, mediaType, bytes: bytes.length, sha256, purpose, name };
    try {
      await this.cases.execute(actor, caseId, command, { commandId: commandIdOf(actor, `${attachmentId}/${name}`) });
    } catch (error) {
      await this.attachments.drop(attachmentId);
      throw error;
    }
  }
}
