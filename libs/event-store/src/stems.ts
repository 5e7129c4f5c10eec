import { stemmer } from '@orama/stemmers/swedish';
import { personalNumbersIn, splitPersonalNumbers } from '#domain/personal-data';
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
function formsOf(word: string): readonly string[] {
  const forms = new Set([stemmer(word)]);
  const neuter = /^(.{2,}[^aeiouyåäö])[ei]ts?$/u.exec(word)?.[1];
  if (neuter !== undefined) forms.add(neuter).add(stemmer(neuter));
  const vowelLost = /^(.{2,}[^aeiouyåäö])e([lnr])$/u.exec(word);
  if (vowelLost !== null) forms.add(`${vowelLost[1]}${vowelLost[2]}`);
  return [...forms];
}

/** The form of a personnummer, however it is written. No word has the sign, so that the two never meet. */
export const numberForm = (digits: string): string => `#${digits}`;

/** A text that is searched for: as it was typed, and the forms of its pieces, each of which has to be there in one of them (070-1740610 has two pieces). */
export interface Asked {
  readonly text: string;
  readonly pieces: readonly (readonly string[])[];
}

/** What is searched for: all of it has to be in the same case. A personnummer is found in every way of writing it. */
export function askedOf(text: string): readonly Asked[] {
  const { numbers, rest } = splitPersonalNumbers(text);
  const ofNumbers = numbers.map((number) => ({ text: number.text, pieces: [[...formsOf(joined(number.text)), numberForm(number.digits)]] }));
  const ofWords = rest.split(/\s+/).map((word) => ({ text: word, pieces: wordsAsked(word).map(formsOf) }));
  return [...ofNumbers, ...ofWords].filter(({ pieces }) => pieces.length > 0);
}

const joined = (typed: string): string => (plain(typed).match(PIECE) ?? []).join('');

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
  for (const { digits } of personalNumbersIn(text)) stems.add(numberForm(digits));
  for (const [whole] of plain(text).matchAll(JOINED)) {
    const pieces = whole.match(PIECE) ?? [];
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
