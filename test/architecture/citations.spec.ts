import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { everyWording } from '#domain/law/regulation';

const root = fileURLToPath(new URL('../../', import.meta.url));
const self = 'test/architecture/citations.spec.ts';
/** What is fetched, built or written by a run is not read. */
const skipped = /^(node_modules|dist|peers|\.git|\.gensvar.*|\.vscode|\.idea)$/;
const filesIn = (folder: string): readonly string[] =>
  readdirSync(root + folder, { withFileTypes: true })
    .filter(({ name }) => !skipped.test(name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${folder}${entry.name}/`) : [`${folder}${entry.name}`]));
const all = filesIn('');
const known = new Set(all.flatMap((path) => [path, ...foldersAbove(path)]));
const read = all.filter((path) => /\.(md|tsx?|mjs|sql|css|ya?ml)$/.test(path) && path !== self);
const pages = read.filter((path) => path.endsWith('.md'));
/** The titles of the specs belong to the text that is read: requirement ids stand in them. */
const lines = read.flatMap((path) =>
  withoutExamples(readFileSync(root + path, 'utf8'), path)
    .split('\n')
    .map((text, n) => ({ path, text, at: `${path}:${n + 1}` })),
);

/** What a worked example adds is not here until its test makes it (how-to-add.spec.ts). The numbers of the lines stay. */
function withoutExamples(text: string, path: string): string {
  return path === 'docs/how-to-add.md' ? text.replaceAll(/^```(?:diff\n--- |ts\n\/\/ )[\s\S]*?^```$/gm, (block) => block.replaceAll(/[^\n]/g, '')) : text;
}

function foldersAbove(path: string): readonly string[] {
  const above = dirname(path);
  return above === '.' ? [] : [above, ...foldersAbove(above)];
}

/** The anchors of a page as GitHub makes them of its headings, and those that are written out. */
function anchorsOf(path: string): ReadonlySet<string> {
  const text = readFileSync(root + path, 'utf8');
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    (heading as string)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id]) => id as string)]);
}

const fileOf = (from: string, path: string): string | null =>
  (from.endsWith('.md') ? [join(dirname(from), path), path] : [path, join(dirname(from), path)]).find((candidate) => known.has(candidate.replace(/\/$/, ''))) ??
  null;

/** Pages named in the text; addresses on the web and links of Markdown are looked at apart. */
const PAGE = /(?<![\w/.#-])(?!https?:)((?:\.{1,2}\/)*[A-Za-z][\w./-]*\.md)(?:#([\w\p{L}-]+))?/gu;
const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)?(?:#([^)]+))?\)/g;
/** A path from the root, as it stands in prose; a comment may leave the ending out. */
const PATH = /(?<![\w/.#@-])((?:apps|libs|workflows|infra|test|docs)\/[\w./-]*[\w/])/g;
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.sql', '.spec.ts', '.int.spec.ts', '.e2e.spec.ts', '.browser.spec.ts', '.md', '.css', '/src'];

const lacking = (from: string, path: string, anchor: string | undefined): string | null => {
  const file = fileOf(from, path);
  if (file === null) return `${path} is not here`;
  return anchor === undefined || anchorsOf(file).has(anchor) ? null : `${file} has no heading #${anchor}`;
};

/** The comments of a line of code; the whole line of a page. */
const prose = (path: string, text: string): string =>
  path.endsWith('.md') ? text : (/(?:^\s*(?:\*|\/\*)|(?<!:)\/\/|^\s*(?:--|#)\s|\/\*).*$/.exec(text)?.[0] ?? '');

describe('What is cited is here', () => {
  test('every page that is named exists, with the heading where one is given', () => {
    const faults = lines.flatMap(({ path, text, at }) =>
      [
        ...prose(path, text)
          .replaceAll(/https?:\S+/g, '')
          .matchAll(PAGE),
        ...titlesIn(path, text),
      ].flatMap(([, page, anchor]) => {
        const fault = lacking(path, page as string, anchor);
        return fault === null ? [] : [`${at}: ${fault}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  test('every link between pages leads to a file and a heading', () => {
    const faults = lines
      .filter(({ path }) => path.endsWith('.md'))
      .flatMap(({ path, text, at }) =>
        [...text.matchAll(LINK)].flatMap(([, page, anchor]) => {
          const fault = page === undefined ? null : lacking(path, page, anchor);
          return fault === null ? [] : [`${at}: ${fault}`];
        }),
      );
    expect(faults).toEqual([]);
  });

  test('a page is cited by its heading, never by a number, and nothing is cited that is no file', () => {
    const numbered = /\.md,? (?:§ ?)?(?:rows? |no\. )?[A-Z]?\d/;
    const elsewhere =
      /\b(?:law-and-practice|law-corrections|event[- ]model \d|acceptance\.md|issue \d|(?:engine|house|product|contract|libraries|models|roadmap) (?:§ ?)?\d)|[(;,] ?[DE]\d{1,2}[),;]/;
    const section = /\((?:[^()]*[,;] )?[1-9]\.[1-9](?: S\d)?(?:[,;–][^()]*)?\)/;
    expect(
      lines
        .filter(
          ({ path, text }) =>
            numbered.test(text) || elsewhere.test(text) || (!path.endsWith('.md') && section.test(prose(path, text).replaceAll(/WCAG[^)]*/g, ''))),
        )
        .map(({ at, text }) => `${at}: ${text.trim()}`),
    ).toEqual([]);
  });

  test('every path from the root that the prose names exists', () => {
    const faults = lines.flatMap(({ path, text, at }) =>
      [
        ...prose(path, text)
          .replaceAll(/https?:\S+/g, '')
          .matchAll(PATH),
      ]
        .map(([, named]) => (named as string).replace(/\/$/, ''))
        .filter((named) => !isMade(named) && !ENDINGS.some((ending) => known.has(named + ending)) && !beginsADecision(named))
        .map((named) => `${at}: ${named}`),
    );
    expect(faults).toEqual([]);
  });

  test('every requirement and scenario that is named stands in docs/requirements.md', () => {
    const listed = new Set(readFileSync(`${root}docs/requirements.md`, 'utf8').match(/\b(?:R-\d{3}|AC-\d{2})\b/g));
    const named = lines.flatMap(({ text, at }) => [...text.matchAll(/\b(?:R-\d{3}|AC-\d{2})\b/g)].map(([id]) => ({ id, at })));
    expect(named.filter(({ id }) => !listed.has(id)).map(({ id, at }) => `${at}: ${id}`)).toEqual([]);
  });

  test('every worked case and every contradiction of document 002 that is named is described', () => {
    const described = new Set(
      ['docs/law/practice.md', 'docs/glossary.md']
        .flatMap((path) => readFileSync(root + path, 'utf8').match(/^\| (?:EX|INC)-\d{2}\b/gm) ?? [])
        .map((row) => row.slice(2)),
    );
    const named = lines.flatMap(({ text, at }) => [...text.matchAll(/\b(?:EX|INC)-\d{2}\b/g)].map(([id]) => ({ id, at })));
    expect(named.filter(({ id }) => !described.has(id)).map(({ id, at }) => `${at}: ${id}`)).toEqual([]);
  });

  test('every rule of law that a page names by its id is one that is held', () => {
    const held = new Set(everyWording.map(({ id }) => id));
    const named = lines
      .filter(({ path }) => pages.includes(path))
      .flatMap(({ text, at }) => [...text.matchAll(/\b(?:LOK|LS|LM|KLAG|HSL|IVO|PN)-[A-ZÅÄÖ0-9]+(?:-[A-ZÅÄÖ0-9]+)*\b/g)].map(([id]) => ({ id, at })));
    expect(named.filter(({ id }) => !held.has(id)).map(({ id, at }) => `${at}: ${id}`)).toEqual([]);
  });
});

/** In specs a citation may stand in the title, which is a string. */
function titlesIn(path: string, text: string): readonly RegExpMatchArray[] {
  return /\.spec\.tsx?$/.test(path) && /\b(?:describe|test|it)\b/.test(text) ? [...text.matchAll(PAGE)] : [];
}

/** A decision may be cited by its number alone. */
const beginsADecision = (named: string): boolean => /^docs\/decisions\/\d{4}$/.test(named) && pages.some((path) => path.startsWith(`${named}-`));

/** What is built, fetched or written by a run. */
const isMade = (named: string): boolean => /(^|\/)(node_modules|dist)(\/|$)/.test(named);
