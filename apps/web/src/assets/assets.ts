import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** In this order: later rules win. */
const sheets = ['theme', 'base', 'frame', 'form', 'gensvar', 'work', 'case', 'report', 'figures', 'records', 'document', 'paper', 'print'];
const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#14506f"/><path d="M9 17l5 5 9-12" fill="none" stroke="#fff" stroke-width="3"/></svg>';

export interface Asset {
  readonly type: 'css' | 'js' | 'svg';
  readonly text: string;
}

const require = createRequire(import.meta.url);
/** The parts of Designsystemet that libs/ui draws, below all of ours (docs/decisions/0004). */
const parts = [
  require.resolve('@digdir/designsystemet-css/input.css'),
  require.resolve('@digdir/designsystemet-css/validation-message.css'),
  require.resolve('@digdir/designsystemet-css/error-summary.css'),
];
const textOf = (file: string | URL): string => readFileSync(file, 'utf8');
/** Source map references, which only developers need. */
const script = (file: string | URL): Asset => ({ type: 'js', text: textOf(file).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n') });

/** Browsers get the built files, also where this runs from source (specs): then those of the last build. */
const built = new URL(import.meta.url.endsWith('.ts') ? '../../../../dist/apps/web/src/client/' : '../client/', import.meta.url);

function readAll(): ReadonlyMap<string, Asset> {
  const css = [`@layer ds {\n${parts.map(textOf).join('\n')}\n}`, ...sheets.map((name) => textOf(new URL(`./${name}.css`, import.meta.url)))].join('\n');
  const client = readdirSync(built).filter((name) => name.endsWith('.js'));
  return new Map<string, Asset>([
    ['gensvar.css', { type: 'css', text: css }],
    ['gensvar.svg', { type: 'svg', text: mark }],
    ...client.map((name) => [`client/${name}`, script(new URL(name, built))] as const),
  ]);
}

/** The style sheets and scripts of the pages. Read once: they change with a release, and so do their addresses. */
class Assets {
  readonly #files = readAll();
  /** One hash for all scripts, so that they can import each other by relative addresses. */
  readonly release = releaseOf(this.#files);

  find(name: string): Asset | undefined {
    return this.#files.get(name);
  }
}

function releaseOf(files: ReadonlyMap<string, Asset>): string {
  const hash = createHash('sha256');
  for (const [name, { text }] of files) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
}

let known: Assets | undefined;
export function assets(): Assets {
  known ??= new Assets();
  return known;
}

/**
 * The address of an asset, with a hash of what it is, so that a browser may keep it for a year: `gensvar.css`, or
 * `client/<name>.js` for a script of ours. @throws Error for a name that is none of them
 */
export function asset(name: string): string {
  if (assets().find(name) === undefined) throw new Error(`there is no asset ${name}: is it in apps/web/src/client, and built?`);
  return `/assets/${assets().release}/${name}`;
}
