import type { Attaching } from '#attachments/attaching';
import type { Sent as SentFile } from '#attachments/cleaned';
import type { CaseService } from '#case-service/case-service';
import type { ExistingCase } from '#domain/case/case';
import type { PublicCommand } from '#domain/case/commands.schema';
import type { AttachmentPurpose } from '#domain/codes/attachments';
import { refuse } from '#domain/errors';
import type { Actor } from '#domain/org/actor';
import { attachmentTexts as said } from '#text/attachments';
import { FILES, type FilesAsked } from '#ui/files-field';
import { whyNotKept } from '../attachments/files-field.js';
import { type FormBody, textOf } from '../frame/request.js';
import type { Sent } from './sent-form.js';

type Name = PublicCommand['type'];

/** The forms that take a document along, and the purpose of the document. */
const papers: { readonly [N in Name]?: AttachmentPurpose } = {
  NotifyIvo: 'ivoReceipt',
  RecordIvoNumber: 'ivoLetter',
  RecordIvoRequest: 'ivoLetter',
  RecordIvoDecision: 'ivoLetter',
  CloseIvoMatter: 'ivoLetter',
};

/** The file field of a form; null where it has none. */
export const filesAsked = (name: Name): FilesAsked | null => {
  const purpose = papers[name];
  return purpose === undefined ? null : { label: said.paper[purpose === 'ivoReceipt' ? 'receipt' : 'letter'], hint: said.hint };
};

/** Stores the documents of a form on the case before its command is sent, so that the event can name them. */
export class CommandFiles {
  constructor(
    private readonly cases: CaseService,
    private readonly attaching: Attaching,
  ) {}

  /** The form as it is sent on as a command; or refused when a document could not be stored, since the command needs it. */
  async keep(actor: Actor, id: string, body: FormBody, files: readonly SentFile[]): Promise<{ readonly body: FormBody } | { readonly turnedDown: Sent }> {
    const name = textOf(body, '_type') as Name;
    const purpose = papers[name];
    if (files.length === 0 || purpose === undefined) return { body };
    const before = await this.#load(id);
    const notKept = await this.attaching.add(actor, [id], files, purpose);
    if (notKept.length > 0) {
      const faults = notKept.map(({ name: file, why }) => ({ field: FILES, text: `${file} ${whyNotKept(why)}` }));
      return { turnedDown: { done: false, status: 422, tried: { command: name, body, title: said.notKeptTitle, faults } } };
    }
    // The version that this form itself has made is no conflict; anything more is found by the command.
    const after = await this.#load(id);
    const own = after.documents.attachments.length - before.documents.attachments.length;
    return { body: after.version - own === Number(textOf(body, '_version')) ? { ...body, _version: String(after.version) } : body };
  }

  async #load(id: string): Promise<ExistingCase> {
    const state = await this.cases.load(id);
    return state.exists ? state : refuse('notFound');
  }
}
