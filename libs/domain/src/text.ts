/** What text has to be before it is taken in: PostgreSQL stores no NUL, UTF-8 has no lone surrogate. A person can't type either. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** What is wrong with a text, in Swedish; null for one that can be kept. */
export const faultOfText = (text: string): string | null => (UNSTORABLE.test(text) ? 'Texten innehåller tecken som inte går att spara' : null);

/** The same text in one spelling (NFC): "ö" typed as one sign and as two (macOS, iOS) are the same word, to a search and to a comparison. */
export const composed = (text: string): string => text.normalize('NFC');
