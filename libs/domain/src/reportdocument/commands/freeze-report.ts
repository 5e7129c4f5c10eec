import { Lacking } from '../../lacks.js';
import { count, id, key, maybeWords, position } from '../../shapes.schema.js';
import { documentMade } from '../events/document-made.js';
import { reportFrozen } from '../events/report-frozen.js';
import { defineReportCommand, isWritable, missingIn, type ReportDocument } from '../reportdocument.js';

const isToFreeze = (report: ReportDocument): boolean => isWritable(report) && report.level === 'board';

/** Keeps what the platform has set: given by it alone, so that nobody freezes another file, or counts the contradictions for themselves. */
export const makeDocument = defineReportCommand({
  name: 'MakeDocument',
  input: { position, document: id, sha256: key, contradictions: count },
  who: ['system'],
  title: 'Skapa dokumentet',
  button: 'Skapa dokumentet',
  form: {},
  offered: isToFreeze,
  decide({ attachments }, { position: at, document, sha256, contradictions }) {
    const isKept = attachments.some((file) => file.id === document && file.sha256 === sha256);
    new Lacking('MakeDocument').need(isKept, 'document', 'Filen finns inte bland bilagorna').orRefuse();
    return [documentMade.of({ position: at, document, sha256, contradictions })];
  },
});

/**
 * Freezes the board's report: the document that the platform has just set of it. Refused while a heading that the law asks for is empty, while text and
 * table say different things and nobody has said why, or where something has been written since the document was set.
 */
export const freezeReport = defineReportCommand({
  name: 'FreezeReport',
  input: { explanation: maybeWords },
  // The controller alone has a right to every figure: another's document would lack those that are masked for them.
  who: ['controller'],
  title: 'Frys berättelsen',
  button: 'Frys berättelsen',
  form: {},
  onPageOfItsOwn: true,
  offered: isToFreeze,
  decide(report, { explanation }, { actor }) {
    const { made } = report;
    const lacks = missingIn(report, true).map(({ code, label, law }) => ({ field: 'document', text: `${code} ${label} är inte skrivet (${law})` }));
    new Lacking('FreezeReport')
      .needEach(lacks)
      .need(
        made !== null && made.version === report.version,
        'document',
        'Dokumentet är inte skapat efter det som skrevs senast. Frys på sidan Frys berättelsen',
      )
      .need(
        made === null || made.contradictions === 0 || Boolean(explanation),
        'explanation',
        'Rätta talen i texten, eller skriv varför text och tabell säger olika',
      )
      .orRefuse();
    if (made === null) return [];
    const { version: _, ...document } = made;
    return [reportFrozen.of({ ...document, by: actor.person }, explanation ? { explanation } : {})];
  },
});
