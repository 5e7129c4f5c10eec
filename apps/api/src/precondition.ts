import { randomUUID } from 'node:crypto';
import { refuse } from '#domain/errors';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The Idempotency-Key, or a random one where none was sent: then each request is a command of its own. */
export function keyOf(header: string | undefined): string {
  if (header === undefined) return randomUUID();
  return KEY.test(header) ? header : refuse('badShape', [{ field: 'Idempotency-Key', text: 'Ska vara högst 200 tecken utan mellanslag' }]);
}

/** The version of an If-Match; undefined where none was sent or any will do. */
export function versionOf(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  return version === undefined ? refuse('badShape', [{ field: 'If-Match', text: 'Ska vara en version inom citattecken, till exempel "7"' }]) : Number(version);
}

export const etagOf = (version: number): string => `"${version}"`;
