import { changeAspects, changeDecisions, changeResults } from '../../codes/change-analyses.js';
import { Lacking } from '../../lacks.js';
import { chiefs } from '../../records/who.js';
import { date, maybe, oneOf, words } from '../../shapes.schema.js';
import { defineAnalysisCommand, isOpen, isToFollowUp } from '../change-analysis.js';
import { analysisEnded, changeDecided, changeFollowedUp } from '../events/change-decided.js';
import { analysts } from '../who.js';

/** Decides on the change: not before every aspect has been judged and it is said who took part. */
export const decideChange = defineAnalysisCommand({
  name: 'DecideChange',
  input: { decision: oneOf(changeDecisions), reasons: words, followUpOn: maybe(date) },
  who: chiefs,
  title: 'Besluta om förändringen',
  button: 'Beslut: spara',
  form: {
    decision: { label: 'Vad beslutas?' },
    reasons: { label: 'Skäl' },
    followUpOn: { label: 'Vilken dag ska förändringen följas upp?', hint: 'Behövs när den genomförs.', required: false },
  },
  offered: isOpen,
  decide({ aspects, participants, risks, startsOn }, { decision, reasons, followUpOn }, { today }) {
    const left = changeAspects.filter(({ code }) => !aspects.some(({ aspect }) => aspect === code));
    const isMade = decision !== 'stop';
    new Lacking('DecideChange')
      .needEach(left.map(({ label }) => ({ field: 'decision', text: `${label} är inte bedömd` })))
      .need(participants.length > 0, 'decision', 'Det är inte antecknat vilka som har varit med')
      .need(decision !== 'goWithActions' || risks.length > 0, 'decision', 'Koppla minst en risk som ska åtgärdas')
      .need(!isMade || followUpOn !== null, 'followUpOn', 'Ange vilken dag förändringen ska följas upp')
      .need(isMade || followUpOn === null, 'followUpOn', 'Det som inte genomförs följs inte upp: lämna fältet tomt')
      .need(
        followUpOn === null || (followUpOn > today && followUpOn >= startsOn),
        'followUpOn',
        'Dagen ska ligga framåt i tiden, och inte före den då förändringen börjar',
      )
      .orRefuse();
    return [changeDecided.of({ decision, followUpOn }, { reasons })];
  },
});

/** Says what came of the change. */
export const followUpChange = defineAnalysisCommand({
  name: 'FollowUpChange',
  input: { result: oneOf(changeResults), text: words },
  who: analysts,
  title: 'Följ upp förändringen',
  button: 'Spara uppföljningen',
  form: { result: { label: 'Hur blev det?' }, text: { label: 'Vad hände, också det som ingen hade räknat med?' } },
  offered: isToFollowUp,
  decide: (_analysis, { result, text }) => [changeFollowedUp.of({ result }, { came: text })],
});

/** Ends an analysis of a change that nobody plans any more. */
export const endAnalysis = defineAnalysisCommand({
  name: 'EndAnalysis',
  input: { reasons: words },
  who: chiefs,
  title: 'Avsluta utan beslut',
  button: 'Avsluta analysen',
  form: { reasons: { label: 'Varför behövs inget beslut?' } },
  offered: isOpen,
  decide: (_analysis, { reasons }) => [analysisEnded.of({}, { ending: reasons })],
});
