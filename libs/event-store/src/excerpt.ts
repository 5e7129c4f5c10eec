import { personalNumbersIn } from '#domain/personal-data';
import { askedOf, numberForm, stemsOf } from './stems.js';

/** The place in a text where a word that was asked for stands, and some words around it. */
export interface Excerpt {
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

const AROUND = 70;
const WORD = /[\p{L}\p{N}]+(?:[-'’.:@/_][\p{L}\p{N}]+)*/gu;

/** Where the first of the words stands in the first text that has one; null where none has. */
export function excerptOf(texts: readonly string[], asked: string): Excerpt | null {
  const wanted = new Set(askedOf(asked).flatMap(({ pieces }) => pieces.flat()));
  for (const given of texts) {
    const text = given.normalize('NFC').replaceAll(/\s+/g, ' ');
    const number = personalNumbersIn(text).find(({ digits }) => wanted.has(numberForm(digits)));
    if (number !== undefined) return around(text, number.text);
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (![...stemsOf(word)].some((stem) => wanted.has(stem))) continue;
      return { before: startAt(text.slice(0, index)), hit: word, after: endAt(text.slice(index + word.length)) };
    }
  }
  return null;
}

/** Where a number stands; by itself where it is written with other signs than those that it is read by. */
function around(text: string, hit: string): Excerpt {
  const at = text.indexOf(hit);
  return at === -1 ? { before: '', hit, after: '' } : { before: startAt(text.slice(0, at)), hit, after: endAt(text.slice(at + hit.length)) };
}

const startAt = (text: string): string => (text.length <= AROUND ? text : `… ${text.slice(-AROUND).replace(/^\S*\s/, '')}`);
const endAt = (text: string): string => (text.length <= AROUND ? text : `${text.slice(0, AROUND).replace(/\s\S*$/, '')} …`);
