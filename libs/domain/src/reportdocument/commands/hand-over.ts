import { refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { words } from '../../shapes.schema.js';
import { reportSentBack, reportSubmitted, reportTakenIn } from '../events/handed-over.js';
import { defineReportCommand, isWritable, mayWrite, missingIn, type ReportDocument } from '../reportdocument.js';
import { reportReceivers, reportWriters } from '../who.js';

/** Attests the report and hands it in. Every heading that the law asks for must have a text, or say that there is nothing to tell. */
export const submitReport = defineReportCommand({
  name: 'SubmitReport',
  input: {},
  who: reportWriters,
  title: 'Intyga och lämna in',
  button: 'Jag intygar innehållet och lämnar in',
  form: {},
  offered: (report) => isWritable(report) && report.level !== 'board',
  decide(report, _command, context) {
    if (!mayWrite(report, context)) refuse('notYours');
    const lacks = missingIn(report, true).map(({ code, label, law }) => ({ field: '', text: `${code} ${label} är inte skrivet (${law})` }));
    new Lacking('SubmitReport').needEach(lacks).orRefuse();
    return [reportSubmitted.of({ by: context.actor.person })];
  },
});

const isSubmitted = ({ status }: Pick<ReportDocument, 'status'>): boolean => status === 'submitted';

/** @throws Refusal notYours for the one who handed it in: two persons */
function mustBeAnother({ submitted }: ReportDocument, person: string | null): void {
  if (submitted?.by !== null && submitted?.by === person)
    refuse('notYours', [{ field: 'TakeIn', text: 'Den som har lämnat in berättelsen kan inte själv ta emot den' }]);
}

/** Takes the report in: its texts can then be read in the report of the level above, with their source. */
export const takeIn = defineReportCommand({
  name: 'TakeIn',
  input: {},
  who: reportReceivers,
  title: 'Ta emot',
  button: 'Ta emot berättelsen',
  form: {},
  offered: isSubmitted,
  decide(report, _command, { actor }) {
    mustBeAnother(report, actor.person);
    return [reportTakenIn.of({})];
  },
});

/** Sends the report back to those who write it, with what is to be changed. */
export const sendBack = defineReportCommand({
  name: 'SendBack',
  input: { reasons: words },
  who: reportReceivers,
  title: 'Skicka tillbaka',
  button: 'Skicka tillbaka',
  form: { reasons: { label: 'Vad ska ändras?', hint: 'Den som skriver ser texten överst i berättelsen.' } },
  offered: isSubmitted,
  decide(report, { reasons }, { actor }) {
    mustBeAnother(report, actor.person);
    return [reportSentBack.of({}, { reasons })];
  },
});
