/** What text must not hold: PostgreSQL stores no NUL, and UTF-8 has no lone surrogate. A person can't type either. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** The fault of a text, in Swedish; null for one that can be stored. */
export const faultOfText = (text: string): string | null => (UNSTORABLE.test(text) ? 'Texten innehåller tecken som inte går att spara' : null);

/** The text normalised (NFC): "ö" as one character and as two (macOS, iOS) is then the same word, to a search and to a comparison. */
export const composed = (text: string): string => text.normalize('NFC');

const DASHES = /[\u2010-\u2015\u2212]/g;

/** A number as it is typed: any dash is a hyphen. */
export const withHyphens = (value: string): string => value.replaceAll(DASHES, '-');

/** The number of a case or a record as it stands, of how a person types it: `kla–2026–0001 ` is KLA-2026-0001. */
export const numberAsTyped = (value: string): string => withHyphens(value).replaceAll(/\s+/g, '').toUpperCase();
