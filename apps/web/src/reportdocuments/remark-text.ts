import type { Remark } from '#domain/reportdocument/claims';
import { reportDocumentTexts as said } from '#text/report-document';

/** What a remark says, under its heading. */
export function remarkText(heading: string, remark: Remark): string {
  if (remark.kind === 'claim') return said.claimOther(heading, remark.words, remark);
  return remark.kind === 'other' ? said.numberOther(heading, remark.typed, remark.title, remark.total) : said.numberSame(heading, remark.typed, remark.title);
}
