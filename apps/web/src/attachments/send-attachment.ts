import type { Request, Response } from 'express';
import type { AttachmentType } from '#domain/codes/attachments';
import { AttachmentTampered } from '#event-store/attachments';
import { errorFields, type Log } from '#platform/log';
import { attachmentTexts as said } from '#text/attachments';
import { asFile } from '../frame/as-file.js';
import type { Frame } from '../frame/frame.js';
import { AttachmentGone } from './attachment-list.js';

const types: Readonly<Record<AttachmentType, string>> = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf', text: 'text/plain; charset=utf-8' };

interface Wanted {
  /** The name that it is saved under. */
  readonly name: string;
  readonly mediaType: AttachmentType;
  /** The stream that it belongs to, for the log. */
  readonly stream: string;
  /** The bytes; null where they have been removed. @throws AttachmentTampered */
  readonly read: () => Promise<Buffer | null>;
}

/** Answers with a file to save, never one that a browser opens; a page says so where it has been removed or is not the one that was stored. */
export async function sendAttachment(frame: Frame, log: Log, request: Request, response: Response, { name, mediaType, stream, read }: Wanted): Promise<void> {
  const gone = async (status: number, text: string): Promise<void> =>
    void response
      .status(status)
      .type('html')
      .send(await frame.html(request, said.label, AttachmentGone({ text }), true));
  try {
    const bytes = await read();
    if (bytes === null) return gone(410, said.removed);
    response
      .setHeader('Content-Disposition', asFile(name))
      .setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
      .type(types[mediaType])
      .send(bytes);
  } catch (error) {
    if (!(error instanceof AttachmentTampered)) throw error;
    log.error({ stream, ...errorFields(error) }, 'attachment does not match its event');
    await gone(500, said.tampered);
  }
}
