import { RecordScenario } from '../../../../test/support/record-scenario.js';
import { people } from '../../../../test/support/scenario.js';
import { defaultSettings } from '../org/settings.js';
import { agenda } from './agenda.js';
import { type Survey, surveyType } from './index.js';
import { answersAt, impossible } from './per-cent.js';

const { carer, manager, divisionHead } = people;
const survey = (body: object = {}) =>
  new RecordScenario<Survey>(surveyType).create({ unit: 'afs-norra', what: 'Trygghet', on: '2026-02', ...body }, divisionHead);
const counted = (answered: number | null, more: object = {}) => ({ type: 'CountAnswers', group: 'serviceUsers', on: '2026-02', answered, ...more });
const result = (percent: number, of: number | null, more: object = {}) => ({ type: 'NoteResult', question: 'Är du trygg?', percent, of, ...more });

describe('A per cent and the number that it is of (R-364)', () => {
  test('INC-14 91 per cent of 20 is not possible, and of 11 it is', () => {
    expect(impossible(91, 20)).toContain('18 av 20 är 90 procent och 19 av 20 är 95 procent');
    expect([impossible(91, 11), impossible(90, 20), impossible(96, 140), impossible(88, 140), impossible(83, 653)]).toEqual([null, null, null, null, null]);
  });

  test('is possible exactly where some number of the answers rounds to it', () => {
    const wrong: string[] = [];
    for (let of = 1; of <= 120; of += 1) {
      const possible = new Set(Array.from({ length: of + 1 }, (_, n) => Math.round((100 * n) / of)));
      for (let percent = 0; percent <= 100; percent += 1) if (answersAt(percent, of).length > 0 !== possible.has(percent)) wrong.push(`${percent} of ${of}`);
    }
    expect(wrong).toEqual([]);
  });

  test('is refused where it is impossible, and where the number is left out without saying why', () => {
    const way = survey().does(manager, counted(20));
    expect(way.when(manager, result(91, 20)).lacks()).toEqual(['NoteResult.percent']);
    expect(way.when(manager, result(91, null)).lacks()).toEqual(['NoteResult.of']);
    expect(way.when(manager, result(100, 0)).lacks()).toContain('NoteResult.of');
    way.does(manager, result(91, null, { noBase: 'Rapporten anger 20 svar, och 91 procent av 20 är inte möjligt.' }));
    expect(way.record.results).toEqual([{ question: 1, percent: 91, of: null }]);
  });
});

test('INC-26 a per cent stands with the question that it answers, never in a sentence that may lose its words', () => {
  const way = survey().does(manager, counted(20));
  const asked = surveyType.commands.find(({ name }) => name === 'NoteResult')?.schema.safeParse({ ...result(90, 20), question: '' });
  expect(asked?.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['question', 'Skriv något här']]);
  expect(way.does(manager, result(90, 20)).record.results).toEqual([{ question: 1, percent: 90, of: 20 }]);
});

describe('Results of a unit are told of only where more than five answered (R-360)', () => {
  test.each([
    [5, ['NoteResult.of']],
    [6, []],
  ])('%i answers', (answers, lacks) => {
    expect(survey().does(manager, counted(answers)).when(manager, result(100, answers)).lacks()).toEqual(lacks);
  });

  test('nor where nobody knows how many; of a level above, any number may be told of', () => {
    expect(
      survey()
        .when(manager, result(91, null, { noBase: 'Okänt.' }))
        .lacks(),
    ).toEqual(['NoteResult.noBase']);
    expect(survey({ unit: 'afs' }).when(divisionHead, result(100, 3)).lacks()).toEqual([]);
  });

  test('no door leads round it: the number can’t be counted down afterwards, and the text of the result is refused too', () => {
    const way = survey().does(manager, counted(6)).does(manager, result(100, 6));
    expect(way.when(manager, counted(5)).lacks()).toEqual(['CountAnswers.answered']);
    expect(way.when(manager, counted(null, { asked: 9 })).lacks()).toEqual(['CountAnswers.answered']);
    expect(way.when(manager, result(100, 7)).lacks()).toEqual(['NoteResult.of']);
    const told = survey()
      .does(manager, counted(6))
      .does(manager, { type: 'ConcludeSurvey', result: 'Goda.' })
      .does(manager, { type: 'ReopenSurvey', reasons: 'Fel antal.' });
    expect(told.when(manager, counted(5)).lacks()).toEqual(['CountAnswers.answered']);
    const few = survey().does(manager, counted(5));
    expect(few.when(manager, { type: 'ConcludeSurvey', result: 'Alla är nöjda.' }).lacks()).toEqual(['ConcludeSurvey.result']);
    expect(few.does(manager, { type: 'ConcludeSurvey' }).record.concluded).not.toBeNull();
  });
});

describe('A survey (R-336, R-361–R-363)', () => {
  test('R-363 counts groups by gender where it is known; not known is not none; a group counted again is not counted twice', () => {
    const way = survey()
      .does(manager, counted(13, { group: 'children', female: 9, male: 4 }))
      .does(manager, counted(null, { group: 'guardians', asked: 18 }));
    expect(surveyType.facts(way.record).values).toMatchObject({ answered: 13, asked: 18 });
    way.does(manager, counted(14, { group: 'children' }));
    expect(surveyType.facts(way.record).values['answered']).toBe(14);
    expect(surveyType.facts(survey().record).values['answered']).toBeNull();
  });

  test('its numbers agree with each other', () => {
    const way = survey();
    expect(way.when(manager, counted(8, { asked: 7 })).lacks()).toEqual(['CountAnswers.answered']);
    expect(way.when(manager, counted(8, { female: 5, male: 4 })).lacks()).toEqual(['CountAnswers.female']);
    expect(way.when(manager, counted(null)).lacks()).toEqual(['CountAnswers.answered']);
  });

  test('R-361, R-362 one that can’t be compared with the year before says why', () => {
    const way = survey().does(manager, counted(20));
    expect(way.when(manager, { type: 'ConcludeSurvey', result: 'Goda.', comparable: false }).lacks()).toEqual(['ConcludeSurvey.whyNot']);
    way.does(manager, { type: 'ConcludeSurvey', result: 'Goda.', comparable: false, whyNot: 'Sammanlagda nämnder.' });
    expect(surveyType.facts(way.record)).toMatchObject({ status: 'done', closed: true, values: { comparable: false } });
  });

  test('R-336 planned and not carried out has a reason, and only before anybody has answered', () => {
    expect(surveyType.facts(survey().does(manager, { type: 'SkipSurvey', reasons: 'Fick inte plats i årets kalender.' }).record).status).toBe('notDone');
    expect(survey().does(manager, counted(7)).when(manager, { type: 'SkipSurvey', reasons: 'Nej.' }).refusal?.code).toBe('alreadyMet');
  });

  test('is read by those who work there', () => {
    expect(survey().sees(carer)).toBe(true);
  });

  test('R-336 one that is planned and not told of reminds the chief a month after, and the next chief a week later', () => {
    const steps = (way: ReturnType<typeof survey>) =>
      agenda(way.record, defaultSettings).map(({ do: what, toRole, at }) => `${what} ${toRole} ${at.slice(0, 10)}`);
    expect(steps(survey({ on: '2026-03' }))).toEqual(['remind enhetschef 2026-04-30', 'escalate avdelningschef 2026-05-08']);
    expect(steps(survey({ unit: 'afs', on: '2026-03' }))[0]).toBe('remind avdelningschef 2026-04-30');
    expect(steps(survey().does(manager, { type: 'SkipSurvey', reasons: 'Sjukdom.' }))).toEqual([]);
  });
});
