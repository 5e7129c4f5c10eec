import { Lacking } from '../../lacks.js';
import { maybeFlag, maybeWords, words } from '../../shapes.schema.js';
import { surveyConcluded, surveyNotDone, surveyReopened } from '../events/survey-concluded.js';
import { answeredInAll, defineSurveyCommand, isOpen, LEAST_ANSWERS } from '../survey.js';
import { surveyKeepers } from '../who.js';

/** What it showed, and whether that can be compared with the year before. Of a unit where too few answered, only that they were too few. */
export const concludeSurvey = defineSurveyCommand({
  name: 'ConcludeSurvey',
  input: { result: maybeWords, comparable: maybeFlag, whyNot: maybeWords },
  who: surveyKeepers,
  title: 'Redovisa undersökningen',
  button: 'Spara redovisningen',
  form: {
    result: { label: 'Vad visade den?', hint: 'Skriv inget som pekar ut en person.', required: false },
    comparable: { label: 'Går resultatet att jämföra med året före?', required: false },
    whyNot: { label: 'Om inte: varför?', hint: 'Årets resultat blir då det som nästa år jämförs med.', required: false },
  },
  offered: isOpen,
  decide(survey, { result, comparable, whyNot }) {
    const answers = answeredInAll(survey.counts);
    const isTooFew = survey.isOfUnit && answers !== null && answers < LEAST_ANSWERS;
    new Lacking('ConcludeSurvey')
      .need(survey.counts.length > 0, '', 'Räkna svaren först, eller anteckna att undersökningen inte genomfördes')
      .need(!isTooFew || !result, 'result', 'Fem eller färre har svarat: enhetens resultat redovisas inte. Lämna fältet tomt')
      .need(isTooFew || Boolean(result), 'result', 'Skriv vad undersökningen visade')
      .need(comparable !== false || Boolean(whyNot), 'whyNot', 'Skriv varför resultatet inte går att jämföra')
      .need(comparable === false || !whyNot, 'whyNot', 'Skäl anges bara när resultatet inte går att jämföra')
      .orRefuse();
    return [surveyConcluded.of({ comparable, isTold: Boolean(result) }, { ...(result ? { result } : {}), ...(whyNot ? { whyNot } : {}) })];
  },
});

/** Planned and not carried out, with the reason: it is told of all the same. */
export const skipSurvey = defineSurveyCommand({
  name: 'SkipSurvey',
  input: { reasons: words },
  who: surveyKeepers,
  title: 'Undersökningen genomfördes inte',
  button: 'Spara som inte genomförd',
  form: { reasons: { label: 'Varför genomfördes den inte?' } },
  offered: (survey) => isOpen(survey) && survey.counts.length === 0,
  decide: (_survey, { reasons }) => [surveyNotDone.of({}, { reasons })],
});

/** Opens one that was ended too early. */
export const reopenSurvey = defineSurveyCommand({
  name: 'ReopenSurvey',
  input: { reasons: words },
  who: surveyKeepers,
  title: 'Öppna undersökningen igen',
  button: 'Öppna igen',
  form: { reasons: { label: 'Varför öppnas den?' } },
  offered: (survey) => !isOpen(survey),
  decide: (_survey, { reasons }) => [surveyReopened.of({}, { reasons })],
});
