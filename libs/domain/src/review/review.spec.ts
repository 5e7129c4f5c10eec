import { wide } from '../../../../test/support/municipalities.js';
import { RecordScenario } from '../../../../test/support/record-scenario.js';
import { people } from '../../../../test/support/scenario.js';
import { actionType } from '../action/index.js';
import { recordIdOf, uuidOf } from '../ids.js';
import { defaultSettings } from '../org/settings.js';
import { agenda } from './agenda.js';
import { type Review, reviewType } from './index.js';
import { unanswered } from './review.js';

const { carer, manager, otherManager, divisionHead, director, registrar } = people;
const registered = { unit: 'afs-norra', by: 'ivo', kinds: ['inspection'], what: 'Läkemedelshantering', on: '2026-02' };
const review = (body: object = {}) => {
  const way = new RecordScenario<Review>(reviewType);
  way.units = wide;
  return way.create({ ...registered, ...body }, divisionHead);
};
const close = { type: 'CloseReview', on: '2026-03-02', closing: 'Åtgärderna bedöms räcka.' };
const criticism = { type: 'NoteCriticism', criticism: 'Rutin saknas.' };
const asked = (due: string, by = 'unit') => ({ type: 'AskForStatement', by, due });
const stepsOf = ({ record }: RecordScenario<Review>) =>
  agenda(record, defaultSettings).map((step) => `${step.do} ${step.about} ${step.toRole} ${step.at.slice(0, 10)}`);
const ACTION = uuidOf('an action');

describe('A review (R-184–R-199)', () => {
  test('R-185 may be of several kinds, and is known by day, month or year', () => {
    const way = review({ by: 'ivo', kinds: ['afterLexSarah', 'afterMedia'], on: '2025' });
    expect(reviewType.facts(way.record)).toMatchObject({
      status: 'ongoing',
      due: null,
      values: { kinds: ['afterLexSarah', 'afterMedia'], on: '2025', from: '2025-01-01' },
    });
    expect(reviewType.terms(way.record)).toContainEqual({ term: 'När', text: '2025' });
    expect(review({ kinds: [], on: '2027' }).lacks()).toEqual(['RegisterReview.kinds', 'RegisterReview.on']);
  });

  test('is of one unit or of several below its own, and of no other', () => {
    expect(review({ unit: 'afs', units: ['afs-norra'] }).record.units).toEqual(['afs-norra']);
    expect(review({ unit: 'afs', units: ['iof-ekonomi'] }).lacks()).toEqual(['RegisterReview.units']);
  });

  test('R-186 without findings says so outright, and only where no criticism is noted', () => {
    const way = review().when(divisionHead, close);
    expect(way.lacks()).toEqual(['NoteCriticism.criticism']);
    way.does(divisionHead, { type: 'StateNoFindings' });
    expect(reviewType.facts(way.record).values['noFindings']).toBe(true);
    expect(way.does(divisionHead, close).record.closedOn).toBe('2026-03-02');
    expect(review().does(divisionHead, criticism).when(divisionHead, { type: 'StateNoFindings' }).refusal?.code).toBe('alreadyMet');
  });

  test('R-190 a point of a general kind is marked as such', () => {
    const way = review()
      .does(divisionHead, { ...criticism, isGeneral: true })
      .does(divisionHead, criticism);
    expect(reviewType.facts(way.record).values).toMatchObject({ points: 2, generalPoints: 1, unanswered: 2 });
  });

  test('R-187 cannot be closed while a point has neither an action nor a reason, nor while a statement is owed', () => {
    const way = review().does(divisionHead, criticism).does(divisionHead, criticism).does(divisionHead, asked('2026-03', 'board'));
    expect(way.when(divisionHead, close).lacks()).toEqual(['GiveStatement.on', 'AnswerCriticism.point']);
    expect(way.refusal?.missing.map(({ text }) => text).join(' ')).toContain('punkt 1 och 2');
    way.does(divisionHead, { type: 'GiveStatement', on: '2026-03-01', diary: 'SN 2026/44' });
    expect(way.when(divisionHead, { type: 'AnswerCriticism', whyNone: 'Av allmän karaktär.' }).lacks()).toEqual(['AnswerCriticism.point']);
    way.does(divisionHead, { type: 'AnswerCriticism', point: 2, whyNone: 'Av allmän karaktär.' });
    expect(way.when(divisionHead, close).lacks()).toEqual(['AnswerCriticism.point']);
    way.seen.add(`action/${ACTION}`);
    way.does(divisionHead, { type: 'AnswerCriticism', action: ACTION });
    expect(unanswered(way.record)).toEqual([]);
    expect(way.does(divisionHead, close).record.closedOn).toBe('2026-03-02');
  });

  test('an answer is an action or why none is taken, never both or neither', () => {
    const way = review().does(divisionHead, criticism);
    expect(way.when(divisionHead, { type: 'AnswerCriticism' }).lacks()).toEqual(['AnswerCriticism.action']);
    way.seen.add(`action/${ACTION}`);
    expect(way.when(divisionHead, { type: 'AnswerCriticism', action: ACTION, whyNone: 'Nej.' }).lacks()).toEqual(['AnswerCriticism.whyNone']);
  });

  test('R-187 an action that is proposed for a point answers it in the same append', () => {
    const way = review().does(divisionHead, criticism);
    const action = new RecordScenario(actionType);
    action.seen.add(`review/${way.record.id}`);
    action.create({ unit: 'afs-norra', review: way.record.id, point: 1, area: 'routines', what: 'Skriva rutinen.', due: '2026-05-01' }, manager);
    const [beside] = action.besideRecords;
    expect(beside).toMatchObject({
      stream: `review/${way.record.id}`,
      command: { type: 'TieAction', point: 1, action: recordIdOf(uuidOf('record scenario', 1), 'action') },
    });
    way.does({ ...manager, id: 'system', person: null }, { ...beside?.command, type: 'TieAction' });
    expect(unanswered(way.record)).toEqual([]);
    expect(way.when({ ...manager, id: 'system', person: null }, { type: 'TieAction', point: 7, action: ACTION }).lacks()).toEqual(['ProposeAction.point']);
  });

  test('R-192 a statement by the unit reminds its chief a week before and the next when the day has passed; one by the board the director', () => {
    expect(stepsOf(review().does(divisionHead, asked('2026-03-31')))).toEqual([
      'remind statement enhetschef 2026-03-24',
      'escalate statement avdelningschef 2026-04-01',
    ]);
    expect(stepsOf(review().does(divisionHead, asked('2026-03', 'board')))).toEqual([
      'remind statement socialchef 2026-03-24',
      'escalate statement namnd 2026-04-01',
    ]);
    const given = review().does(divisionHead, asked('2026-03')).does(divisionHead, { type: 'GiveStatement', on: '2026-03-02' });
    expect(stepsOf(given)).toEqual([]);
    expect(reviewType.facts(given.record)).toMatchObject({ due: null, values: { statementsGiven: 1 } });
  });

  test('criticism that nobody answers reminds the chief after a month', () => {
    expect(stepsOf(review().does(divisionHead, criticism))[0]).toBe('remind criticism enhetschef 2026-04-01');
  });

  test('R-195 damages are yes or no, and their amount may be unknown', () => {
    const way = review().does(divisionHead, { type: 'NoteDecision', on: '2026-02', decision: 'Skadestånd ska betalas.', damages: true });
    expect(reviewType.terms(way.record)).toContainEqual({ term: 'Skadestånd', text: 'skadestånd, beloppet är inte känt' });
    expect(way.when(divisionHead, { type: 'NoteDecision', on: '2026-02', decision: 'Nej.', damages: false, amount: 5 }).lacks()).toEqual([
      'NoteDecision.amount',
    ]);
  });

  test('R-189 is closed with the reviewer’s reason, and can be opened again', () => {
    const way = review().does(divisionHead, { type: 'StateNoFindings' }).does(registrar, close);
    expect(way.log.at(-1)).toMatchObject({ type: 'ReviewClosed', open: { on: '2026-03-02' }, sealed: { closing: close.closing } });
    expect(reviewType.facts(way.record)).toMatchObject({ status: 'closed', closed: true });
    expect(way.does(divisionHead, { type: 'ReopenReview', reasons: 'IVO återkom.' }).record.closedOn).toBeNull();
    expect(way.when(divisionHead, { ...close, on: '2026-01' }).lacks()).toEqual(['CloseReview.on']);
  });

  test('is read by the chiefs of the unit and above, and not by staff: it may be of one person’s case', () => {
    const way = review();
    expect([manager, divisionHead, director, registrar].map((who) => way.sees(who))).toEqual([true, true, true, true]);
    expect([carer, otherManager].map((who) => way.sees(who))).toEqual([false, false]);
  });

  test('R-341 a provider’s yearly account is asked for, reminded of, received in parts and reviewed; only a private provider gives one', () => {
    const body = { unit: 'afs-vast', by: 'municipality', kinds: ['qualityAccount'], on: '2026', due: '2026-03-31' };
    const way = review(body);
    expect(way.types()).toEqual(['ReviewRegistered', 'StatementAsked']);
    expect(stepsOf(way)).toEqual(['remind statement avtal 2026-03-24', 'escalate statement avdelningschef 2026-04-01']);
    expect(way.when(divisionHead, { type: 'GiveStatement', on: '2026-03-02' }).lacks()).toEqual(['GiveStatement.parts']);
    way.does(divisionHead, { type: 'GiveStatement', on: '2026-03-02', parts: ['annualReport', 'plan'] });
    expect(reviewType.terms(way.record)).toContainEqual({
      term: 'Redovisning',
      text: 'Utföraren, senast 31 mars 2026, lämnad den 2 mars 2026 (verksamhetsberättelse, verksamhetsplan, saknas: patientsäkerhetsberättelse)',
    });
    expect(way.when(divisionHead, close).lacks()).toEqual(['NoteCriticism.criticism']);
    way.does(divisionHead, { type: 'StateNoFindings' }).does(divisionHead, close);
    expect(review({ ...body, unit: 'afs-norra' }).lacks()).toEqual(['RegisterReview.unit']);
    expect(review({ ...body, due: null }).lacks()).toEqual(['RegisterReview.due']);
    expect(review({ due: '2026-04' }).lacks()).toEqual(['RegisterReview.due']);
    expect(review().when(divisionHead, asked('2026-04', 'provider')).lacks()).toEqual(['AskForStatement.by']);
  });
});
