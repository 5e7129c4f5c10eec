import type { Readable } from 'node:stream';
import type { Request } from 'express';
import { MOST_FILES } from '#attachments/attaching';
import { MOST_BYTES, type Sent } from '#attachments/cleaned';
import { FILES } from '#ui/files-field';
import type { FormBody } from '../frame/request.js';
import { reading } from './cut-forms.js';
import { cutUpload, feeding, MOST_OF_FORM } from './upload-stream.js';

/** The memory for the bytes of uploads, over all requests of the process. */
export const MOST_HELD = 256 * 1024 * 1024;
/** The largest form that is still read to its end when its sender may not send files. */
const MOST_PASSED_BY = 1024 * 1024;
let held = 0;
/** Bytes of files that are in memory now; never more than MOST_HELD. */
export const bytesHeld = (): number => held;

/** Whether the sender of the form may send files; asked when the first file begins, with the fields before it. */
export type MaySend = (body: FormBody) => boolean | Promise<boolean>;
export type Uploading = Request & { maySendFiles?: MaySend; heldBytes?: number; filesBegun?: number };
type Stored = { readonly originalname: string; readonly stream: Readable };
type Kept = { readonly buffer: Buffer | null; readonly busy?: boolean };
type Done = (error: unknown, kept?: Kept) => void;

const storage = {
  _handleFile(request: Uploading, { stream }: Stored, done: Done): void {
    hold(request, stream).then((kept) => done(null, kept), done);
  },
  _removeFile(_request: unknown, _file: unknown, done: (error: null) => void): void {
    done(null);
  },
};

/**
 * Holds a file in memory up to the limit and discards the rest of it, so that one that is too large is reported beside the others
 * and nothing that was typed is lost. Nothing unencrypted is written to disk. A large form of one who may not send files is read no further.
 */
async function hold(request: Uploading, stream: Readable): Promise<Kept> {
  // Closed without an end where a limit ended the reading, so that nobody waits for it.
  const ended = new Promise<void>((resolve, reject) => stream.once('end', resolve).once('close', resolve).once('error', reject));
  request.filesBegun = (request.filesBegun ?? 0) + 1;
  const may = (await request.maySendFiles?.(request.body as FormBody)) ?? false;
  if (!may && !isSmall(request)) cutUpload(request);
  if (!may || request.filesBegun > MOST_FILES) {
    stream.resume();
    await ended;
    return { buffer: null };
  }
  const parts: Buffer[] = [];
  let [size, busy] = [0, false];
  stream.on('data', (part: Buffer) => {
    size += part.length;
    busy ||= size <= MOST_BYTES && !take(request, part.length);
    if (size <= MOST_BYTES && !busy) parts.push(part);
    else parts.length = 0;
  });
  await ended;
  return { buffer: size <= MOST_BYTES && !busy ? Buffer.concat(parts) : null, busy };
}

/** A form whose files are small is read to its end, past them, since fields may follow the files. */
const isSmall = (request: Request): boolean => Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY) <= MOST_PASSED_BY;

/** Counts bytes as held until the request is over, however it ends. */
function take(request: Uploading, bytes: number): boolean {
  if (held + bytes > MOST_HELD) return false;
  if (request.heldBytes === undefined) {
    request.heldBytes = 0;
    request.res?.once('close', () => {
      held -= request.heldBytes ?? 0;
    });
  }
  request.heldBytes += bytes;
  held += bytes;
  return true;
}

/**
 * Reads a form that has files; one without them passes unchanged. Files beyond the limit are skipped and named, and
 * too long a text is read, so that the page can say so with the text kept. */
export const TakesFiles = reading({
  storage,
  limits: { files: 200, fields: 2_000, parts: 4_000, fieldNameSize: 64, fieldSize: MOST_OF_FORM },
  ...{ defParamCharset: 'utf8', streamHandler: feeding },
});

/** The files of the form, in order; a field that was left empty is none. @param prefix of the form's part, where a page's forms are sent as one */
export function sentIn(request: Request, prefix = ''): readonly Sent[] {
  const files = (request as Request & { files?: readonly ({ fieldname: string; originalname: string } & Kept)[] }).files ?? [];
  return files
    .filter(({ fieldname, originalname }) => fieldname === `${prefix}${FILES}` && originalname !== '')
    .map(({ originalname, buffer, busy = false }) => ({ name: originalname, bytes: buffer, busy }));
}
