import type { Readable } from 'node:stream';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import type { Request } from 'express';
import { MOST_BYTES, type Sent } from '#attachments/cleaned';
import { FILES } from '#ui/files-field';

type Stored = { readonly originalname: string; readonly stream: Readable };
type Done = (error: unknown, kept?: { readonly buffer: Buffer | null }) => void;

/**
 * Holds a file in memory up to what is taken in and lets the rest of it run by, so that one that is too large is told of beside the others
 * and takes nothing of what was typed with it. Nothing unsealed is written to disk.
 */
const held = {
  _handleFile(_request: unknown, { stream }: Stored, done: Done): void {
    const parts: Buffer[] = [];
    let size = 0;
    stream.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= MOST_BYTES) parts.push(part);
      else parts.length = 0;
    });
    stream.on('error', done);
    stream.on('end', () => done(null, { buffer: size <= MOST_BYTES ? Buffer.concat(parts) : null }));
  },
  _removeFile(_request: unknown, _file: unknown, done: (error: null) => void): void {
    done(null);
  },
};

/** Reads a form that has files; one without them passes as it is. More files than are kept are read, so that they can be named. */
export const TakesFiles = AnyFilesInterceptor({
  storage: held,
  defParamCharset: 'utf8',
  limits: { files: 12, fields: 60, fieldNameSize: 64, fieldSize: 100_000 },
});

/** The files of the form, in order; a field that was left empty is none. */
export function sentIn(request: Request): readonly Sent[] {
  const files = (request as Request & { files?: readonly { fieldname: string; originalname: string; buffer: Buffer | null }[] }).files ?? [];
  return files
    .filter(({ fieldname, originalname }) => fieldname === FILES && originalname !== '')
    .map(({ originalname, buffer }) => ({ name: originalname, bytes: buffer }));
}
