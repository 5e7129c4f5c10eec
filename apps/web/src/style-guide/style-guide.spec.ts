import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { htmlOf, Page } from '#ui/page';
import { StyleGuide } from './style-guide.page.js';

const ui = fileURLToPath(new URL('../../../../libs/ui/src/', import.meta.url));
const source = readdirSync(ui, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx') && !path.endsWith('.spec.tsx'))
  .map((path) => readFileSync(ui + path, 'utf8'))
  .join('\n');
const assets = fileURLToPath(new URL('../assets/', import.meta.url));
const sheets = readdirSync(assets)
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(assets + name, 'utf8'))
  .join('\n');
/** Every class of the sheets that a name with a number or code behind it can become. */
const inSheets = (name: string): readonly string[] =>
  name.endsWith('-') ? [...sheets.matchAll(new RegExp(`\\.(${name}\\w+)`, 'g'))].map(([, found = '']) => found) : [name];

/** Every class that a part of libs/ui can have: each is a look of its own. */
const looks = [
  ...new Set(
    [...source.matchAll(/\bclass(?:: name)?=(?:"([^"]+)"|\{([^}]*(?:\{[^}]*\}[^}]*)*)\})/g)]
      .flatMap(([, plain, code]) =>
        plain === undefined ? [...(code ?? '').matchAll(/['`]([\w\s$-]+)/g)].map(([, text = '']) => text.replaceAll(/\$\w*/g, '')) : [plain],
      )
      .flatMap((text) => text.trim().split(/\s+/))
      .filter((name) => name !== '')
      .flatMap(inSheets),
  ),
].sort();

const html = htmlOf(
  Page({
    title: 'Stilguide',
    user: { name: 'Någon', role: 'en roll' },
    municipality: { name: 'Almeby', crest: '/assets/vapen.svg', sheet: null, contact: ['0123-456 78'] },
    menu: [],
    demo: true,
    health: '',
    children: StyleGuide(),
  }),
);
const drawn = new Set([...html.matchAll(/\bclass="([^"]+)"/g)].flatMap(([, names = '']) => names.split(/\s+/)));

describe('The style guide', () => {
  test('draws every look that a part of libs/ui has', () => {
    expect(looks.length).toBeGreaterThan(60);
    expect(looks.filter((name) => !drawn.has(name))).toEqual([]);
  });

  test('has one heading of the first level, and each part under its own', () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    for (const [, id = ''] of html.matchAll(/<a href="#([^"]+)"/g)) expect([id, html.split(` id="${id}"`).length - 1]).toEqual([id, 1]);
  });
});
