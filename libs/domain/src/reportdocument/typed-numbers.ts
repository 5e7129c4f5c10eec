import { type FigureCode, withoutFigures } from './markup.js';

/** The figures of one table of a section. A null is not reported, which is no zero. */
export interface KnownTable {
  readonly report: string;
  readonly title: string;
  readonly total: number | null;
  readonly figures: readonly KnownFigure[];
  /** The sum of each column. */
  readonly columns: readonly KnownFigure[];
}
interface KnownFigure {
  readonly code: FigureCode;
  readonly label: string;
  readonly value: number | null;
}

/** What is typed by hand about what a table counts. `same`: a live figure can stand instead; `other`: text and table say different things. */
export interface NumberRemark {
  readonly kind: 'same' | 'other';
  readonly title: string;
  readonly typed: readonly number[];
  readonly total: number;
  /** The live figure that says it. */
  readonly code: FigureCode;
}

/** How a text names what a report counts. A report that is not here is not compared with. */
const subjects: Readonly<Record<string, string>> = {
  'complaints-by-source': '(?:klagomål|synpunkt)',
  'lex-sarah-by-kind': 'lex[ -]sarah',
  risks: 'risk(?:er)?\\b',
  'self-inspections': 'egenkontroll',
};
const NUMBER_WORDS = ['två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
/** So many words may stand between a number and what it is a number of: “10 nya klagomål”. */
const BETWEEN = 2;

/**
 * Numbers typed by hand that equal or contradict a table of the section: “tio lex Sarah” and “tre lex Sarah” are 10 + 3 where the table has 12.
 * Several are added, since a text tells of parts; each that is itself a figure of the table agrees with it. Pure, and no proof: it points out.
 */
export function remarksOn(text: string, tables: readonly KnownTable[]): readonly NumberRemark[] {
  const typed = withoutFigures(text);
  return tables.flatMap(({ report, title, total, figures }): readonly NumberRemark[] => {
    const subject = subjects[report];
    if (subject === undefined || total === null) return [];
    const numbers = numbersOf(typed, subject);
    if (numbers.length === 0) return [];
    const sum = numbers.reduce((all, n) => all + n, 0);
    const of = { title, typed: numbers, total };
    const code = { report, row: null, column: null };
    if (sum === total) return [{ kind: 'same', ...of, code }];
    const known = numbers.map((n) => (n === total ? code : figures.find(({ value }) => value === n)?.code));
    return known.every((one) => one !== undefined) ? [{ kind: 'same', ...of, code: known[0] as FigureCode }] : [{ kind: 'other', ...of, code }];
  });
}

function numbersOf(text: string, subject: string): readonly number[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}.,])(\\d{1,5}|${NUMBER_WORDS.join('|')})\\s+(?:\\p{L}[\\p{L}-]*\\s+){0,${BETWEEN}}${subject}`, 'giu');
  return [...text.matchAll(pattern)].map(([, n]) => numberOf(n as string)).filter((n) => !isYear(n));
}

const numberOf = (text: string): number => {
  const word = NUMBER_WORDS.indexOf(text.toLowerCase());
  return word === -1 ? Number(text) : word + 2;
};
const isYear = (n: number): boolean => n >= 1990 && n <= 2100;
