import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('./', import.meta.url));
const require = createRequire(import.meta.url);
const withoutComments = (css: string): string => css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
const read = (path: string): string => withoutComments(readFileSync(path, 'utf8'));
const theme = read(`${here}theme.css`);
const sheets = readdirSync(here)
  .filter((name) => name.endsWith('.css') && name !== 'theme.css')
  .map((name) => ({ name, css: read(here + name) }));
const parts = ['input', 'validation-message', 'error-summary'].map((name) => read(require.resolve(`@digdir/designsystemet-css/${name}.css`)));

/** The declared names of a part of the theme, with their values. */
const declared = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
const [, darkCss = ''] = /@media screen and \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(theme) ?? [];
const light = declared(theme.replace(darkCss, ''));
const dark = declared(darkCss);
const schemes = { light, dark: new Map([...light, ...dark]) } as const;
type Scheme = keyof typeof schemes;

const COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/;
/** The colour that a name stands for. @throws Error where it is none */
function colour(scheme: Scheme, name: string): string {
  const value = schemes[scheme].get(`--${name}`) ?? '';
  const [, other] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
  if (other !== undefined) return colour(scheme, other);
  if (!COLOUR.test(value)) throw new Error(`--${name} is no colour in ${scheme}: ${value}`);
  return value;
}

/** Relative luminance, 0 to 1 (WCAG 2.2, relative luminance). */
function luminance(hex: string): number {
  const long = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [r = 0, g = 0, b = 0] = (long.match(/../g) ?? []).map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(scheme: Scheme, one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(colour(scheme, one)), luminance(colour(scheme, other))].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
/** The pairs whose contrast is less than it has to be, in words. */
const tooWeak = (least: number, pairs: readonly (readonly [string, string])[]): readonly string[] =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    pairs.flatMap(([one, other]) => {
      const found = contrast(scheme, one, other);
      return found >= least ? [] : [`${scheme}: --${one} on --${other} is ${found.toFixed(2)}`];
    }),
  );
const cross = (some: readonly string[], others: readonly string[]) => some.flatMap((one) => others.map((other) => [one, other] as const));

/** What text may stand on anywhere, and what text may be written in there. */
const grounds = ['ground', 'paper', 'wash', 'tint', 'mine-wash', 'bad-wash', 'soon-wash', 'good-wash'];
const texts = ['ink', 'quiet', 'accent', 'accent-deep', 'bad', 'soon', 'good'];
/** --on-x is written on --x; `-quiet` is a weaker text on the same. */
const paired = [...light.keys()]
  .filter((name) => name.startsWith('--on-'))
  .map((name) => [name.slice(2), name.slice('--on-'.length).replace(/-quiet$/, '')] as const);
const pairs = [...cross(texts, grounds), ...paired, ['on-accent', 'accent-deep'] as const, ['on-band', 'municipality'] as const, ['ink', 'shade-1'] as const];
const marks = [
  ...cross(['edge', 'accent', 'bad', 'soon', 'good', 'focus', 'tone-0'], grounds),
  ['band-focus', 'band'] as const,
  ...[1, 2, 3, 4, 5].map((n) => ['ink', `tone-${n}`] as const),
];

describe('Light and dark (DOS-lagen, WCAG 2.2 1.4.3, 1.4.11)', () => {
  test('every colour is written in both schemes, and print is always light', () => {
    const written = (names: ReadonlyMap<string, string>) => [...names].filter(([, value]) => COLOUR.test(value)).map(([name]) => name);
    expect(written(dark)).toEqual(written(light));
    expect(written(light).length).toBeGreaterThan(30);
    expect(theme.match(/color-scheme: \w+;/g)).toEqual(['color-scheme: light;', 'color-scheme: dark;']);
    expect(theme.match(/@media[^{]*dark[^{]*/g)?.map((query) => query.trim())).toEqual(['@media screen and (prefers-color-scheme: dark)']);
  });

  test('every text has a contrast of at least 4.5:1 to whatever it may stand on', () => {
    expect(tooWeak(4.5, pairs)).toEqual([]);
  });

  test('every mark has a contrast of at least 3:1 to what it is drawn on', () => {
    expect(tooWeak(3, marks)).toEqual([]);
  });

  test('a colour is written in the theme alone', () => {
    const literal = /#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch|color-mix)\(|: (?:white|black|gr[ae]y|red|green|blue|yellow)\b/gi;
    expect(sheets.flatMap(({ name, css }) => [...css.matchAll(literal)].map(([found]) => `${name}: ${found}`))).toEqual([]);
  });

  test('text has the sizes of the scale, 14 16 18 22 28 36', () => {
    expect([...light].filter(([name]) => /^--t-?\d$/.test(name)).map(([, value]) => Number.parseFloat(value) * 16)).toEqual([14, 16, 18, 22, 28, 36]);
    /** The level's word in a square of the grid of risks on a telephone, the words of a curve, and paper. */
    const others = ['records.css 0.6875rem', 'figures.css 12px', 'print.css 0.75rem'];
    const sizes = sheets.flatMap(({ name, css }) => [...css.matchAll(/font-size: ([^;]+);/g)].map(([, size = '']) => `${name} ${size}`));
    expect(sizes.filter((size) => !/ (var\(--t-?\d\)|inherit|[\d.]+pt)$/.test(size) && !others.includes(size))).toEqual([]);
  });

  test('every name that a sheet or a part of Designsystemet reads is in the theme', () => {
    const own = (css: string): ReadonlySet<string> => new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name));
    // What begins with an underscore is a part's own, and may be unset.
    const reads = (css: string) => [...css.matchAll(/var\((--[^_][\w-]*)\)/g)].map(([, name = '']) => name).filter((name) => !own(css).has(name));
    expect([...sheets.map(({ css }) => css), ...parts].flatMap(reads).filter((name) => !light.has(name))).toEqual([]);
  });
});

describe('What the sheets put together', () => {
  interface Rule {
    readonly where: string;
    readonly color: string | null;
    readonly background: string | null;
  }
  const rules: readonly Rule[] = sheets.flatMap(({ name, css }) =>
    [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => {
      const nameIn = (property: RegExp) => /^var\(--([\w-]+)\)$/.exec(property.exec(body)?.[1] ?? '')?.[1] ?? null;
      return {
        where: `${name} ${selector.trim().replaceAll(/\s+/g, ' ')}`,
        color: nameIn(/(?:^|[\s;])color: ([^;]+);/),
        background: nameIn(/(?:^|[\s;])background(?:-color)?: ([^;]+);/),
      };
    }),
  );

  test('a rule that sets text and background sets two that are tried together', () => {
    const tried = new Set(pairs.map(([one, other]) => `${one} ${other}`));
    const set = rules.filter(({ color, background }) => color !== null && background !== null);
    expect(set.length).toBeGreaterThan(15);
    expect(
      set.filter(({ color, background }) => !tried.has(`${color} ${background}`) && !tried.has(`${background} ${color}`)).map(({ where }) => where),
    ).toEqual([]);
  });

  test('a background alone is one that every text may stand on, and a text alone one that may stand on every background', () => {
    const onBand = /^frame\.css .*(\.brand|\.who|\.menu a|\.fold summary|\.me)/;
    const alone = rules.flatMap(({ where, color, background }) =>
      color === null && background !== null && !grounds.includes(background)
        ? [`${where}: background ${background}`]
        : background === null && color !== null && !texts.includes(color) && !(onBand.test(where) && color.startsWith('on-band'))
          ? [`${where}: color ${color}`]
          : [],
    );
    expect(alone).toEqual([]);
  });
});
