import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Lines of running code, without comments: what stands there in Swedish is said to somebody. */
const said = ['apps', 'libs', 'workflows']
  .flatMap((room) => readdirSync(root + room, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`))
  .filter((path) => /\.tsx?$/.test(path) && !/node_modules|\/dist\/|\.spec\.tsx?$|\.d\.ts$/.test(path))
  .flatMap((path) =>
    readFileSync(root + path, 'utf8')
      .split('\n')
      .map((line, n) => [`${path}:${n + 1}`, line] as const),
  )
  .filter(([, line]) => !/^\s*(\/\/|\*|\/\*)/.test(line));
const where = (what: RegExp): readonly string[] => said.filter(([, line]) => what.test(line)).map(([place]) => place);

describe('Words are written one way', () => {
  test('lex Sarah and lex Maria have a small letter within a sentence, a capital first in one, and the names always a capital', () => {
    expect(where(/[\p{Ll}\d,;(] Lex (Sarah|Maria)|\(Lex (Sarah|Maria)/u)).toEqual([]);
    expect(where(/[.!?] lex (Sarah|Maria)/u)).toEqual([]);
    expect(where(/\blex (sarah|maria)\b/iu).filter((place) => !where(/\b[Ll]ex (Sarah|Maria)\b/u).includes(place))).toEqual([]);
  });

  test('a number of units is said in the singular where it is one', () => {
    expect(where(/\$\{[^}]*\} enheter\b/u).filter((place) => !where(/=== 1/u).includes(place))).toEqual([]);
  });
});
