import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { type Lack, refuse } from '#domain/errors';
import { composed, faultOfText } from '#domain/text';

/** No body of ours is a tenth as deep; a deeper one could overflow the stack. */
const DEEPEST = 32;

/** The input with each text normalised (NFC). @throws Refusal badShape that names every field whose text can't be stored */
export function keptText(value: unknown): unknown {
  const faults: Lack[] = [];
  const kept = walked(value, '', 0, faults);
  return faults.length === 0 ? kept : refuse('badShape', faults);
}

function walked(value: unknown, field: string, depth: number, faults: Lack[]): unknown {
  if (typeof value === 'string') return textOf(value, field, faults);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return refuse('badShape', [{ field, text: 'Uppgiften har för många nivåer' }]);
  const within = (name: string | number) => (field === '' ? String(name) : `${field}.${name}`);
  if (Array.isArray(value)) return value.map((item, n) => walked(item, within(n), depth + 1, faults));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [textOf(name, field, faults), walked(item, within(name), depth + 1, faults)]));
}

function textOf(text: string, field: string, faults: Lack[]): string {
  const fault = faultOfText(text);
  if (fault === null) return composed(text);
  faults.push({ field: faultOfText(field) === null ? field : '', text: fault });
  return '';
}

/** An address with text that can't be stored is refused before it is read, since some readers of addresses have no schema. */
export function refuseUnreadableAddress(): RequestHandler {
  return (request, _response, next) => {
    if (isKept(request.originalUrl)) next();
    else refuse('badShape', [{ field: '', text: 'Adressen innehåller tecken som inte går att läsa' }]);
  };
}

/** For body parsers (`verify`): bytes that are not UTF-8 would be read as another text than was written. */
export function refuseUnreadableBody(request: IncomingMessage, _response: ServerResponse, bytes: Buffer): void {
  const isForm = /urlencoded/i.test(request.headers['content-type'] ?? '');
  if (!isUtf8(bytes) || (isForm && !isKept(bytes.toString('latin1')))) refuse('badShape', [{ field: '', text: 'Texten är inte UTF-8' }]);
}

/** Whether percent-encoded text is UTF-8 that can be stored. A percent sign that encodes nothing is a percent sign. */
function isKept(encoded: string): boolean {
  if (!encoded.includes('%')) return true;
  try {
    return faultOfText(decodeURIComponent(encoded.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))) === null;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
