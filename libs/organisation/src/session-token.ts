import { createHash, randomBytes } from 'node:crypto';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** What a browser keeps: 32 random bytes. The table has their hash, so that whoever reads the table can't use the session. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const isToken = (text: string): boolean => TOKEN.test(text);
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
