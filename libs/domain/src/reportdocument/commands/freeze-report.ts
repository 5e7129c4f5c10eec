import { Lacking } from '../../lacks.js';
import { count, id, key, maybeWords, position } from '../../shapes.schema.js';
import { reportFrozen } from '../events/report-frozen.js';
import { defineReportCommand, isWritable, missingIn } from '../reportdocument.js';

/**
 * Freezes the board's report: the document as it was looked through, kept with the record, and the position of its figures. Refused while a heading that
 * the law asks for is empty, or while text and table say different things and nobody has said why.
 */
export const freezeReport = defineReportCommand({
  name: 'FreezeReport',
  input: { position, document: id, sha256: key, contradictions: count, explanation: maybeWords },
  // The controller alone has a right to every figure: another's document would lack those that are masked for them.
  who: ['controller'],
  title: 'Frys berättelsen',
  button: 'Frys berättelsen',
  form: {},
  onPageOfItsOwn: true,
  offered: (report) => isWritable(report) && report.level === 'board',
  decide(report, { position: at, document, sha256, contradictions, explanation }, { actor }) {
    const lacks = missingIn(report, true).map(({ code, label, law }) => ({ field: 'document', text: `${code} ${label} är inte skrivet (${law})` }));
    new Lacking('FreezeReport')
      .needEach(lacks)
      .need(contradictions === 0 || Boolean(explanation), 'explanation', 'Rätta talen i texten, eller skriv varför text och tabell säger olika')
      .need(
        report.attachments.some((file) => file.id === document && file.sha256 === sha256),
        'document',
        'Filen finns inte bland bilagorna. Frys på nytt',
      )
      .orRefuse();
    return [reportFrozen.of({ position: at, document, sha256, contradictions, by: actor.person }, explanation ? { explanation } : {})];
  },
});
