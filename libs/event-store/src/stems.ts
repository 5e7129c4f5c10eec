import { stemmer } from '@orama/stemmers/swedish';
import { partsOf } from '#domain/words/compounds';
import { stopWords } from '#domain/words/stop-words';

/** Letters and figures, with what a hyphen, an apostrophe, a full stop or an @ joins (e-post, 19500101-1234, 14.30). */
const JOINED = /[\p{L}\p{N}]+(?:[-'’.:@/_][\p{L}\p{N}]+)*/gu;
const PIECE = /[\p{L}\p{N}]+/gu;
const LONGEST = 64;
/** A text has a limit; a command has several. What is beyond is not indexed, rather than not stored. */
const MOST = 5000;

const isWord = (word: string): boolean => (word.length > 1 || /\p{N}/u.test(word)) && word.length <= LONGEST && !stopWords.has(word);
const plain = (text: string): string => text.normalize('NFC').replaceAll('\u00AD', '').toLocaleLowerCase('sv');

/**
 * The forms by which a word is found: its Snowball stem, and what that leaves of words in -et and -it (larmet, fallit) and of those that lose a
 * vowel (läkemedel – läkemedlet). Two words are the same where they share a form.
 */
export function formsOf(word: string): readonly string[] {
  const forms = new Set([stemmer(word)]);
  const neuter = /^(.{2,}[^aeiouyåäö])[ei]ts?$/u.exec(word)?.[1];
  if (neuter !== undefined) forms.add(neuter).add(stemmer(neuter));
  const vowelLost = /^(.{2,}[^aeiouyåäö])e([lnr])$/u.exec(word);
  if (vowelLost !== null) forms.add(`${vowelLost[1]}${vowelLost[2]}`);
  return [...forms];
}

/** The words that are searched for, each once: all have to be in the text. */
export function wordsAsked(text: string): readonly string[] {
  return [...new Set((plain(text).match(PIECE) ?? []).filter(isWord))];
}

/** Every form under which a text is found. */
export function stemsOf(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  const add = (word: string): void => {
    if (isWord(word) && stems.size < MOST) for (const form of formsOf(word)) stems.add(form);
  };
  for (const [joined] of plain(text).matchAll(JOINED)) {
    const pieces = joined.match(PIECE) ?? [];
    if (pieces.length > 1) add(pieces.join(''));
    for (const piece of pieces) {
      add(piece);
      for (const part of partsOf(piece)) add(part);
    }
  }
  return stems;
}

/** Every text in a sealed part: what people wrote, and names. */
export function textsIn(sealed: unknown): readonly string[] {
  if (typeof sealed === 'string') return [sealed];
  return sealed === null || typeof sealed !== 'object' ? [] : Object.values(sealed).flatMap(textsIn);
}
