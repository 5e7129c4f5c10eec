import { refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import type { RecordContext } from '../../records/record-command.js';
import { count, oneOf, words } from '../../shapes.schema.js';
import { sectionLeftEmpty, sectionWritten } from '../events/section-written.js';
import { headings002, headingsOf } from '../outline-002.js';
import { defineReportCommand, isWritable, mayWrite, type ReportDocument, sectionOf } from '../reportdocument.js';
import { reportWriters } from '../who.js';

/** `base`: the version of the section that was read before it was written; 0 where it had none. */
const about = { heading: oneOf(headings002), base: count };

/** @throws Refusal movedOn where somebody else has written the section since it was read: nobody's words are written over */
function mustFit(type: string, report: ReportDocument, { heading, base }: { readonly heading: string; readonly base: number }, context: RecordContext): void {
  if (!mayWrite(report, context)) refuse('notYours');
  const found = headingsOf(report).find(({ code }) => code === heading);
  new Lacking(type)
    .need(found !== undefined && (found.kind === 'text' || found.kind === 'prefilled'), 'heading', 'Under den rubriken skrivs inget i den här berättelsen')
    .orRefuse();
  if ((sectionOf(report, heading)?.version ?? 0) !== base) refuse('movedOn');
}

/** Saves the text of one heading. */
export const writeSection = defineReportCommand({
  name: 'WriteSection',
  input: { ...about, text: words },
  who: reportWriters,
  title: 'Skriv ett avsnitt',
  button: 'Spara avsnittet',
  form: {},
  onPageOfItsOwn: true,
  offered: isWritable,
  decide(report, { heading, base, text }, context) {
    mustFit('WriteSection', report, { heading, base }, context);
    return [sectionWritten.of({ heading }, { text })];
  },
});

/** Says outright that there is nothing to tell under a heading: it is not the same as not having written. */
export const leaveEmpty = defineReportCommand({
  name: 'LeaveEmpty',
  input: about,
  who: reportWriters,
  title: 'Inget att redovisa',
  button: 'Inget att redovisa',
  form: {},
  onPageOfItsOwn: true,
  offered: isWritable,
  decide(report, { heading, base }, context) {
    mustFit('LeaveEmpty', report, { heading, base }, context);
    return [sectionLeftEmpty.of({ heading })];
  },
});
