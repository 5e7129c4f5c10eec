/** A figure of the year by its report, row and column; null row: the sum, null column: the first. */
export interface FigureCode {
  readonly report: string;
  readonly row: string | null;
  readonly column: string | null;
}

export type Inline =
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'link'; readonly text: string; readonly href: string }
  | { readonly as: 'figure'; readonly code: FigureCode };

export type Block =
  | { readonly as: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly as: 'heading'; readonly content: readonly Inline[] }
  | { readonly as: 'list'; readonly items: readonly (readonly Inline[])[] };

const FIGURE = /\{siffra:([a-z][a-z-]{0,60})(?:\.([A-Za-z0-9][A-Za-z0-9:#@-]{0,63}))?(?:\.([A-Za-z0-9][A-Za-z0-9:#@-]{0,63}))?\}/;
const LINK = /\[([^\][\n]{1,200})\]\((https?:\/\/[^\s()]{1,500}|\/[^\s()/\\][^\s()]{0,500})\)/;
const SPECIAL = new RegExp(`${FIGURE.source}|${LINK.source}`, 'g');

/**
 * What a section's text says: paragraphs with an empty line between, `## ` a heading, `- ` a point of a list, `[text](address)` a link, and
 * `{siffra:report.row.column}` a figure of the year. Total: what is nothing of this stays as it was typed.
 */
export const blocksOf = (text: string): readonly Block[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((part) => blocksIn(part.split('\n').filter((line) => line.trim() !== '')));

function blocksIn(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.startsWith('## ')) blocks.push({ as: 'heading', content: inlinesOf(line.slice(3)) });
    else if (line.startsWith('- ')) {
      if (last?.as === 'list') blocks[blocks.length - 1] = { as: 'list', items: [...last.items, inlinesOf(line.slice(2))] };
      else blocks.push({ as: 'list', items: [inlinesOf(line.slice(2))] });
    } else if (last?.as === 'paragraph')
      blocks[blocks.length - 1] = { as: 'paragraph', content: [...last.content, { as: 'text', text: ' ' }, ...inlinesOf(line)] };
    else blocks.push({ as: 'paragraph', content: inlinesOf(line) });
  }
  return blocks;
}

function inlinesOf(line: string): readonly Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(SPECIAL)) {
    if (match.index > from) found.push({ as: 'text', text: line.slice(from, match.index) });
    const [, report, row, column, text, href] = match;
    found.push(
      report === undefined
        ? { as: 'link', text: text as string, href: href as string }
        : { as: 'figure', code: { report, row: row ?? null, column: column ?? null } },
    );
    from = match.index + match[0].length;
  }
  if (from < line.length) found.push({ as: 'text', text: line.slice(from) });
  return found;
}

/** The figures that a text has, in its order. */
export const figuresIn = (text: string): readonly FigureCode[] =>
  [...text.matchAll(new RegExp(FIGURE.source, 'g'))].map(([, report, row, column]) => ({
    report: report as string,
    row: row ?? null,
    column: column ?? null,
  }));

/** A figure as it is written in a text. */
export const figureCode = ({ report, row, column }: FigureCode): string => `{siffra:${[report, row, column].filter((part) => part !== null).join('.')}}`;

/** The text without its figures, so that the numbers left in it are typed by hand. */
export const withoutFigures = (text: string): string => text.replaceAll(new RegExp(FIGURE.source, 'g'), ' ');
