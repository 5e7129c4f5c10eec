import type { Writable } from 'node:stream';
import type { Request } from 'express';

/** How much of the rest may come, unread, after the answer: a browser that is cut off while it sends shows no answer. */
const LINGER_MS = 1_000;
const cuts = new WeakMap<Request, () => void>();

/** Feeds the parser of a form from the request, and can be ended. */
export function feeding(request: Request, parser: Writable): void {
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

/** Ends the feeding; a repeat does nothing. */
export function cutUpload(request: Request): void {
  cuts.get(request)?.();
  cuts.delete(request);
}
