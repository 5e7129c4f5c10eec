import { z } from 'zod';
import { surveyGroups } from '../../codes/surveys.js';
import { Lacking } from '../../lacks.js';
import { firstDayOf } from '../../rough-day.js';
import { roughDayHint, typedRoughDay } from '../../rough-day.schema.js';
import { count, maybe, maybeWords, oneOf, words } from '../../shapes.schema.js';
import { answersCounted, resultNoted } from '../events/answers-counted.js';
import { impossible } from '../per-cent.js';
import { answeredInAll, defineSurveyCommand, isOpen, LEAST_ANSWERS, mayTell } from '../survey.js';
import { surveyKeepers } from '../who.js';

const tooFew = `En enhets resultat redovisas bara när fler än fem har svarat (minst ${LEAST_ANSWERS} svar)`;

/** How many of one group were asked and answered on one occasion, by gender where it is known. */
export const countAnswers = defineSurveyCommand({
  name: 'CountAnswers',
  input: {
    group: oneOf(surveyGroups),
    on: typedRoughDay,
    asked: maybe(count),
    answered: maybe(count),
    female: maybe(count),
    male: maybe(count),
    remark: maybeWords,
  },
  who: surveyKeepers,
  title: 'Räkna svaren från en grupp',
  button: 'Spara antalet',
  form: {
    group: { label: 'Vilka svarade?', hint: 'En grupp och ett tillfälle i taget. Samma grupp och tillfälle igen ersätter det som stod.' },
    on: { label: 'När?', hint: roughDayHint },
    asked: { label: 'Hur många tillfrågades?', hint: 'Lämnas tomt när det inte är känt.', required: false },
    answered: { label: 'Hur många svarade?', hint: 'Lämnas tomt när det inte är känt. Noll är ett svar: ingen svarade.', required: false },
    female: { label: 'Varav flickor eller kvinnor', required: false },
    male: { label: 'Varav pojkar eller män', required: false },
    remark: { label: 'Anmärkning', required: false, folded: true },
  },
  offered: isOpen,
  decide(survey, { remark, ...open }, { today }) {
    const { asked, answered, female, male, on } = open;
    const others = survey.counts.filter(({ group, on: at }) => group !== open.group || at !== on);
    const most = answered ?? asked;
    new Lacking('CountAnswers')
      .need(firstDayOf(on) <= today, 'on', 'Dagen kan inte ligga framåt i tiden')
      .need(asked === null || answered === null || answered <= asked, 'answered', 'Fler kan inte ha svarat än som tillfrågades')
      .need(most === null || (female ?? 0) + (male ?? 0) <= most, 'female', 'Flickor och pojkar, kvinnor och män, är fler än alla tillsammans')
      .need(asked !== null || answered !== null || Boolean(remark), 'answered', 'Ange hur många som tillfrågades eller svarade, eller skriv vad som är känt')
      .need(
        (survey.results.length === 0 && !survey.isTold) || mayTell(survey, answeredInAll([...others, open])),
        'answered',
        `${tooFew}, och det finns resultat antecknade`,
      )
      .orRefuse();
    return [answersCounted.of(open, remark ? { remark } : {})];
  },
});

/** The answer to one question as a per cent, with the number of answers that it is of. */
export const noteResult = defineSurveyCommand({
  name: 'NoteResult',
  input: { question: words, percent: z.int('Skriv procenten som ett heltal').min(0, 'Minst 0').max(100, 'Högst 100'), of: maybe(count), noBase: maybeWords },
  who: surveyKeepers,
  title: 'Anteckna svaren på en fråga',
  button: 'Spara resultatet',
  form: {
    question: { label: 'Vilken fråga?' },
    percent: { label: 'Hur många procent?', hint: 'Ett heltal. Procenten ska vara möjlig: av 20 svar är 90 och 95 procent möjliga, men inte 91.' },
    of: { label: 'Av hur många svar?', hint: 'Antalet svar som procenten är räknad på.', required: false },
    noBase: {
      label: 'Om antalet inte är känt: varför?',
      hint: 'Till exempel att en rapport ger procenten utan antal. Då visas procenten med att antalet saknas.',
      required: false,
      folded: true,
    },
  },
  offered: isOpen,
  decide(survey, { question, percent, of, noBase }) {
    const fault = of === null || of === 0 ? null : impossible(percent, of);
    const answers = of ?? answeredInAll(survey.counts);
    const all = survey.counts.some(({ answered }) => answered === null) ? null : answeredInAll(survey.counts);
    new Lacking('NoteResult')
      .need(of !== 0, 'of', 'En procent av noll svar finns inte')
      .need(of === null || all === null || of <= all, 'of', `Bara ${all} har svarat`)
      .need(of !== null || Boolean(noBase), 'of', 'Ange hur många svar procenten är räknad på')
      .need(of === null || !noBase, 'noBase', 'Antalet är angivet: lämna det här tomt')
      .need(fault === null, 'percent', fault ?? '')
      .need(mayTell(survey, answers), of === null ? 'noBase' : 'of', answers === null ? `${tooFew}. Räkna svaren först` : tooFew)
      .orRefuse();
    return [resultNoted.of({ question: survey.results.length + 1, percent, of }, { question, ...(noBase ? { noBase } : {}) })];
  },
});
