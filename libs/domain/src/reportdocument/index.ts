import { labelOf } from '../codes/code.js';
import { reportKinds, reportStatuses } from '../codes/report-documents.js';
import { addDuration, stockholmDate } from '../law/calendar.js';
import type { RecordType } from '../records/record-type.js';
import { agenda, stepTaken, takeStep } from './agenda.js';
import { freezeReport, makeDocument } from './commands/freeze-report.js';
import { sendBack, submitReport, takeIn } from './commands/hand-over.js';
import { openReport } from './commands/open-report.js';
import { leaveEmpty, writeSection } from './commands/write-section.js';
import { documentMade } from './events/document-made.js';
import { reportSentBack, reportSubmitted, reportTakenIn } from './events/handed-over.js';
import { reportFrozen } from './events/report-frozen.js';
import { reportOpened } from './events/report-opened.js';
import { sectionLeftEmpty, sectionWritten } from './events/section-written.js';
import { headingsOf } from './outline-002.js';
import { isWritable, missingIn, type ReportDocument } from './reportdocument.js';
import { reportReaders } from './who.js';

export type { ReportDocument } from './reportdocument.js';

const titleOf = (kind: unknown, year: unknown): string => `${labelOf(reportKinds, String(kind))} ${year}`;

/** The written reports of units, divisions and boards (SOSFS 2011:9, 7 kap. 1 §; docs/decisions/0045). */
export const reportDocumentType: RecordType<ReportDocument> = {
  family: 'reportdocument',
  path: 'report-documents',
  page: 'berattelser',
  series: 'BER',
  words: {
    the: 'berättelsen',
    one: 'en berättelse',
    many: 'Berättelser',
    due: 'Klar senast',
    purpose: 'Kvalitetsberättelsen, från enheternas texter till den som nämnden får.',
  },
  statuses: reportStatuses,
  abouts: [
    { code: 'due', label: 'berättelsen, som ska lämnas in' },
    { code: 'waits', label: 'berättelsen, som är inlämnad och väntar på att tas emot' },
  ],
  events: [reportOpened, sectionWritten, sectionLeftEmpty, reportSubmitted, reportSentBack, reportTakenIn, documentMade, reportFrozen, stepTaken],
  creation: openReport,
  commands: [submitReport, takeIn, sendBack, writeSection, leaveEmpty, makeDocument, freezeReport, takeStep],
  readers: reportReaders,
  handedDown: false,
  ownerOf: () => null,
  agenda,
  facts(report) {
    const { kind, year, level, status, due, submitted } = report;
    const asked = headingsOf(report).filter((heading) => heading.kind === 'text').length;
    return {
      status,
      due: isWritable(report) ? due : status === 'submitted' && submitted !== null ? addDuration(stockholmDate(submitted.at), 'P7D') : null,
      // Never: the list shows each unit with its report, taken in and frozen ones too, and leads to the form only where there is none.
      closed: false,
      values: { kind, year, level, asked, missing: missingIn(report).length, submittedAt: submitted?.at ?? null },
    };
  },
  standing: { reasons: 'Varför den skickades tillbaka', explanation: 'Varför tal i text och tabell skiljer sig' },
  heading: { term: 'Berättelse', of: ({ kind, year }) => titleOf(kind, year) },
  terms: (report) => {
    const asked = headingsOf(report).filter((heading) => heading.kind === 'text').length;
    return [{ term: 'Skrivet', text: `${asked - missingIn(report).length} av ${asked} rubriker` }];
  },
  casesOf: () => [],
};
