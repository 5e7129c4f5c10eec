import type { Code, Validity } from '#domain/codes/code';
import type { Kind } from '#domain/codes/kinds';

/** What a definition may use of the table's position in its SQL. */
export interface Moment {
  /** True for the rows of a fact table, by its alias, that hold at the table's position. */
  readonly at: (alias: string) => string;
  /** The instant of the table's position, so that what is late in a figure is the same when it is computed again. */
  readonly instant: () => string;
  /** True for the rows of a table that says so, by its alias, whose case was received in the period. */
  readonly received: (alias: string) => string;
  /** First day of the period, and the first after it. */
  readonly from: () => string;
  readonly to: () => string;
  /** The day of the table's position in Stockholm. */
  readonly today: () => string;
}

/** Under which heading the page of all reports has it. */
export type ReportGroup = 'complaints' | 'deviations' | 'lexSarahAndIvo' | 'learning' | 'times';

/** What every report declares. */
interface Report {
  readonly id: string;
  readonly group: ReportGroup;
  /** What it answers, as somebody would ask it: how one finds it. The title has the words of law. */
  readonly question: string;
  readonly title: string;
  /** What is counted and what not, for the reader of the table. */
  readonly definition: string;
  /** The kinds that must all be attested to make a zero a reported zero. */
  readonly kinds: readonly Kind[];
  /** SQL over a fact_case row `c`: which cases the table is about; the engine adds period, cancelled and unit. */
  readonly where: string;
  /** Whether notes on the cases are given beside the figures: incidents, become another, private, cancelled. Not where a row is no case. */
  readonly ofCases: boolean;
  /** Records that count in the same rows and columns, beside the cases. */
  readonly records?: RecordSource;
  /** Further notes: SQL over `c`, and the text for the cases it holds for. */
  readonly beside?: readonly Tally[];
}

export interface Tally {
  readonly when: string;
  readonly says: (n: number) => string;
}

/** Marks by row, in columns that are the parts of the asked unit. */
export interface CountedReport extends Report {
  readonly shape: 'counted';
  /** SQL that gives the row of a mark; `m` is the mark where `marks` is given. */
  readonly row: string;
  /** SQL that distinguishes marks of one row by a division's own list, or null. */
  readonly detail?: string;
  /** SQL of an array column of `c`, unnested as `m`, where a case may have several marks. */
  readonly marks?: string;
  /** SQL over `c`: null for what is counted, otherwise the code it is left out as. */
  readonly aside?: string;
  /** What is left out, by code, with its note; `withPraise` is included when asked for. */
  readonly asides?: Readonly<Record<string, { readonly withPraise?: true; readonly says: (n: number, included: boolean) => string }>>;
  readonly rows: readonly Code[];
  /** The row that a division's own rows (`local`) become above the division, where the report has such. */
  readonly localInto?: string;
  /** The list that the details are of. */
  readonly localList?: 'sourceName' | 'categoryOther' | 'lexSarahKindOther';
  /** The notes of the table. */
  readonly notes?: (counted: Counted) => readonly string[];
}

/** What is measured of the cases, a column a measure; the rows may be joined to them. */
export interface MeasuredReport extends Report {
  readonly shape: 'measured';
  /** SQL: what is joined to the case `c`, mostly as `x`. */
  readonly from: (moment: Moment) => string;
  /** SQL over `c` and what is joined to it: which of those are measured. */
  readonly among?: string;
  /** SQL of the day that the period is about, where it is not the day received. */
  readonly sentOn?: string;
  /** SQL of the row's code. A code `a:b` is also found by `a` alone. */
  readonly row: string;
  /** SQL of the parts of the code, where joining it for every row would be slow. */
  readonly groupBy?: string;
  /** SQL of what is counted, where several rows may be one. */
  readonly unit?: string;
  /** Each case is in one row of the source, so that rows and cases are the same number and are counted once. */
  readonly oneEach?: true;
  readonly columns: readonly Measure[];
  /** The rows to show, given the codes in use. */
  readonly rows: (inUse: readonly string[]) => readonly Code[];
  readonly notes?: (measured: Measured) => readonly string[];
}

/** Records of one type as rows of a table: those that the reader sees, in the unit asked for and below it. */
export interface RecordSource {
  /** The family of the record type. */
  readonly family: string;
  /** SQL over a row `r` of fact_record: whether it belongs to the period. */
  readonly during: (period: Pick<Moment, 'from' | 'to'>) => string;
  /** SQL of the row's code. */
  readonly row: string;
  /** SQL of the records behind a figure, by column; a column that is not here counts none. */
  readonly when: Readonly<Record<string, string | ((moment: Moment) => string)>>;
}

/** A register of records as it stood at the table's position. Whoever may not see a record does not have it counted, so that nothing is masked. */
export interface RecordReport extends Pick<Report, 'id' | 'group' | 'question' | 'title' | 'definition'> {
  readonly shape: 'records';
  readonly records: RecordSource;
  readonly columns: readonly Code[];
  readonly rows: readonly Code[];
}

/** One measure. The first column of a report is `count`, whose sum the table's is. One that counts a code holds when the code does. */
export interface Measure extends Validity {
  readonly id: string;
  readonly title: string;
  /** SQL: the rows behind the figure. */
  readonly when: string | ((moment: Moment) => string);
  /** SQL of an aggregate, where the figure is not a count of those rows. */
  readonly value?: string;
}

/** A column for each code of a list, in its own words and on its own days. */
export const columnsOf = (list: readonly Code[], when: (code: string) => string, idOf: (code: string) => string = (code) => code): readonly Measure[] =>
  list.map(({ code, label, validFrom = null, validTo = null }) => ({ id: idOf(code), title: label, when: when(code), validFrom, validTo }));

/** What is counted of cases. */
export type CaseReport = CountedReport | MeasuredReport;
export type ReportDefinition = CaseReport | RecordReport;

/** The input of a counted table's notes. */
export interface Counted {
  readonly count: number | null;
  readonly cases: number | null;
  /** Marks by row and label of the local entry; label null = no explanation. */
  readonly details: readonly { readonly row: string; readonly label: string | null; readonly n: number }[];
  /** Whether the table is of a division or below it, where its own rows and labels may be shown. */
  readonly withinDivision: boolean;
}

/** The input of a measured table's notes. */
export interface Measured {
  readonly count: number;
  readonly cases: number;
  /** How many of the count are records beside the cases. */
  readonly records: number;
  readonly rows: readonly { readonly code: string; readonly values: Readonly<Record<string, number | null>> }[];
  readonly totals: Readonly<Record<string, number | null>>;
}
