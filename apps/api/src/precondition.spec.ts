import { keyOf, versionOf } from './precondition.js';

const badShape = expect.objectContaining({ code: 'badShape' }) as Error;

describe('The headers of a command', () => {
  test('the key is what was sent; without one each request is a command of its own', () => {
    expect(keyOf('abc')).toBe('abc');
    expect(keyOf(undefined)).not.toBe(keyOf(undefined));
    for (const key of ['', 'två ord', 'x'.repeat(201), 'å']) expect(() => keyOf(key)).toThrow(badShape);
  });

  test('a version is an entity tag, strong or weak; none and * ask for nothing', () => {
    expect([versionOf('"7"'), versionOf('W/"7"'), versionOf(undefined), versionOf('*')]).toEqual([7, 7, undefined, undefined]);
    for (const tag of ['7', '"sju"', '""', '"7", "8"']) expect(() => versionOf(tag)).toThrow(badShape);
  });
});
