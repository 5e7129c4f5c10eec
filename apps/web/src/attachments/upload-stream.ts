import type { Writable } from 'node:stream';
import type { Request } from 'express';

/** How much of the rest may come, unread, after the answer: a browser that is cut off while it sends shows no answer. */
const LINGER_MS = 1_000;
const cuts = new WeakMap<Request, () => void>();

/** What is read of a form in words; what is longer is shown as far as it was read, with the word that it was too much. */
export const MOST_OF_FORM = 4 * 1024 * 1024;
/** What all texts of a form with files may be together: one that is cut leaves room for those after it. */
const MOST_OF_TEXTS = 2 * MOST_OF_FORM;

/** A form that was not read to its end, or a text of it: nothing may be done by it. */
export type Cut = Request & { isCut?: boolean };

/** Feeds the parser of a form from the request, and can be ended. */
export function feeding(request: Cut, parser: Writable): void {
  keepsLongTexts(request, parser);
  const feed = (part: Buffer) => {
    if (parser.write(part)) return;
    request.pause();
    parser.once('drain', () => request.resume());
  };
  const end = () => parser.end();
  request.on('data', feed).once('end', end);
  cuts.set(request, () => {
    request.off('data', feed).off('end', end);
    const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(request.headers['content-type'] ?? '') ?? [];
    // To the parser the form ends here: what came before the file is a whole form, and can be answered.
    parser.end(`\r\n--${quoted ?? plain}--\r\n`);
    request.resume();
    request.res?.once('finish', () => {
      if (!request.complete) setTimeout(() => request.socket.destroy(), LINGER_MS).unref();
    });
  });
}

/** A text over the limit is kept as far as it was read, and the form is read on: otherwise it and all after it would be lost. */
function keepsLongTexts(request: Cut, parser: Writable): void {
  let read = 0;
  parser.prependListener('field', (_name: string, value: string, info: { valueTruncated: boolean }) => {
    read += value.length;
    if (info.valueTruncated || read > MOST_OF_TEXTS) request.isCut = true;
    info.valueTruncated = false;
    if (read > MOST_OF_TEXTS) queueMicrotask(() => cutUpload(request));
  });
}

/** Ends the feeding; a repeat does nothing. */
export function cutUpload(request: Request): void {
  cuts.get(request)?.();
  cuts.delete(request);
}
