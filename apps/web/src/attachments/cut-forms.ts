import { isUtf8 } from 'node:buffer';
import { parse } from 'node:querystring';
import { type CallHandler, type ExecutionContext, HttpException, Injectable, type NestInterceptor } from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import type { Request, RequestHandler } from 'express';
import type { Observable } from 'rxjs';
import type { NotKept } from '#attachments/attaching';
import { Refusal } from '#domain/errors';
import { FILES } from '#ui/files-field';
import type { FormBody } from '../frame/request.js';
import { type Cut, MOST_OF_FORM } from './upload-stream.js';

/** The longest text that is accepted, as in the schemas (words). */
export const MOST_WORDS = 20_000;
/** The limit at which reading stops: nobody types more than this. */
const MOST_LET_BY = 64 * 1024 * 1024;
const MOST_FIELDS = 1_000;

/** Whether the form was too large to be read to its end: nothing may be done by it, and what was read is shown again. */
export const isCut = (request: Request): boolean => (request as Cut).isCut === true;

/** Where the fault is shown: at the text that is too long, otherwise at the files. */
export const cutField = (body: FormBody, otherwise: string = FILES): string => {
  const [name, text = ''] = Object.entries(body)
    .flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []))
    .reduce<readonly string[]>((longest, row) => (row[1].length > (longest[1]?.length ?? 0) ? row : longest), []);
  return name !== undefined && text.length > MOST_WORDS ? name : otherwise;
};

/** The message where nothing but files was sent. */
export const noneKept: readonly NotKept[] = [{ name: 'Filerna', why: { refused: 'det var fler än 200 på en gång', status: 413 } }];

/** How a form is answered whose files were not all stored. */
export const statusOf = (notKept: readonly NotKept[]): number => (notKept.some(({ why }) => typeof why === 'object' && why.status === 403) ? 403 : 422);

/** For the paths of forms, before the body is parsed: one that is too large is read as far as it goes. Other paths are left to the parser. */
export function readsLargeForms(): RequestHandler {
  return (request: Cut & { _body?: boolean }, _response, next) => {
    const isForm = request.method === 'POST' && request.is('application/x-www-form-urlencoded') !== false;
    if (!isForm || Number(request.headers['content-length'] ?? 0) <= MOST_OF_FORM) return next();
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      if (size < MOST_OF_FORM) parts.push(part.subarray(0, MOST_OF_FORM - size));
      size += part.length;
      if (size > MOST_LET_BY) request.socket.destroy();
    });
    request.once('end', () => {
      const bytes = Buffer.concat(parts);
      if (!isUtf8(bytes)) return next(new Refusal('badShape', [{ field: '', text: 'Texten är inte UTF-8' }]));
      request.body = { ...parse(withoutHalfSign(bytes.toString('latin1')), '&', '=', { maxKeys: MOST_FIELDS }) };
      request._body = true;
      request.isCut = true;
      next();
    });
  };
}

/** The last character may have been cut in two (`%C3` of `%C3%B6`) and is left out. Only the end of the text is examined. */
function withoutHalfSign(text: string): string {
  const end = text.slice(-12);
  return text.slice(0, -12) + end.replace(/%[0-9a-f]?$/i, '').replace(/%[c-f][0-9a-f](%[89ab][0-9a-f]){0,3}$/i, '');
}

const TOO_MUCH = /^(Too many (files|fields|parts)|Field value too long|File too large)/;

/** Reads a form with files; where a limit ends the reading, what was read before it is shown again. */
export const reading = (options: Parameters<typeof AnyFilesInterceptor>[0]): (new () => NestInterceptor) => {
  const Reads = AnyFilesInterceptor(options) as new () => NestInterceptor;
  @Injectable()
  class Reading implements NestInterceptor {
    readonly #reads = new Reads();

    async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
      try {
        return await this.#reads.intercept(context, next);
      } catch (error) {
        if (!(error instanceof HttpException) || !TOO_MUCH.test(error.message)) throw error;
        context.switchToHttp().getRequest<Cut>().isCut = true;
        return next.handle();
      }
    }
  }
  return Reading;
};
