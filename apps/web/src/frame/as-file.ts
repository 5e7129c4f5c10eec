import { create } from 'content-disposition';

/** The header that hands something out as a file to save, by a name in any script (RFC 6266, 8187); an old reader gets `bilaga` with its ending. */
export const asFile = (name: string): string =>
  create(name, { type: 'attachment', fallback: /^[\x20-\x7e]*$/.test(name) || `bilaga${/\.[a-z0-9]{1,5}$/.exec(name)?.[0] ?? ''}` });
