import { claimedOf, claimsOn, isContradiction, type Remark } from '#domain/reportdocument/claims';
import { remarksOn } from '#domain/reportdocument/typed-numbers';
import type { ReportTable } from '#read-model/reports/run';
import { reportDocumentTexts as said } from '#text/report-document';
import type { DocumentSection } from './document-model.js';
import { knownTable, type YearFigures } from './year-figures.js';

/** What is pointed out in the text of a section: numbers against the tables of the section, and what is said of all against those of the year. */
export const remarksIn = (text: string, tables: readonly ReportTable[], figures: Pick<YearFigures, 'tablesOf'>): readonly Remark[] => [
  ...remarksOn(text, tables.map(knownTable)),
  ...claimsOn(text, figures.tablesOf(claimedOf).map(knownTable)),
];

/** Where text and table say different things. */
export const contradictionsIn = (sections: readonly DocumentSection[]) =>
  sections.flatMap(({ heading, remarks }) => remarks.filter(isContradiction).map((remark) => ({ heading, remark })));

/** What a remark says, under its heading. */
export function remarkText(heading: string, remark: Remark): string {
  if (remark.kind === 'claim') return said.claimOther(heading, remark.words, remark);
  return remark.kind === 'other' ? said.numberOther(heading, remark.typed, remark.title, remark.total) : said.numberSame(heading, remark.typed, remark.title);
}
