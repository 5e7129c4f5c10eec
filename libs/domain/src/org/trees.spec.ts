import { wide } from '../../../../test/support/municipalities.js';
import { Refusal } from '../errors.js';
import type { Post } from './holders.js';
import { treesOf, unitCounted } from './trees.js';

const today = '2026-11-22';
const municipal: readonly Post[] = [{ role: 'enhetschef', unit: 'afs-norra' }];
const provider: readonly Post[] = [
  { role: 'enhetschef', unit: 'bolag-hem' },
  { role: 'utforare', unit: 'bolag' },
];
const counted = (asked: string | undefined, posts: readonly Post[]) => {
  try {
    return unitCounted(asked, posts, wide, today);
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('Figures stay within a tree: a provider’s own cases are never counted in the municipality’s', () => {
  test('each is of the trees where they work; one without a post is the municipality’s', () => {
    expect([treesOf(municipal, wide, today), treesOf(provider, wide, today), treesOf([], wide, today)]).toEqual([['namnd'], ['bolag'], ['namnd']]);
    expect(treesOf([...municipal, ...provider], wide, today)).toEqual(['namnd', 'bolag']);
    expect(treesOf([{ role: 'enhetschef', unit: 'afs-gamla' }], wide, today)).toEqual(['namnd']);
  });

  test('unasked it is the board, and for one of the provider’s the provider', () => {
    expect([counted(undefined, municipal), counted(undefined, provider), counted(undefined, [...municipal, ...provider])]).toEqual([
      undefined,
      'bolag',
      undefined,
    ]);
  });

  test('a unit of another tree is answered as one that does not exist', () => {
    expect([counted('bolag', municipal), counted('bolag-hem', municipal), counted('afs-norra', provider), counted('namnd', provider)]).toEqual(
      Array.from({ length: 4 }, () => 'unitNotValid'),
    );
    expect([counted('afs-vast', municipal), counted('bolag-hem', provider), counted('nowhere', municipal)]).toEqual(['afs-vast', 'bolag-hem', 'nowhere']);
  });
});
