import { create } from 'content-disposition';

/** The header for a download, with a name in any script (RFC 6266, 8187); an old browser gets `bilaga` with the extension. */
export const asFile = (name: string): string =>
  create(name, { type: 'attachment', fallback: /^[\x20-\x7e]*$/.test(name) || `bilaga${/\.[a-z0-9]{1,5}$/.exec(name)?.[0] ?? ''}` });
