import { people, Scenario } from '../../../../../test/support/scenario.js';
import { stepRows } from '../facts.js';
import { asStored } from './foresee.js';
import { mayReply } from './reply-by-code.js';

const { anonymous, manager, divisionHead } = people;
const answer = { type: 'GiveFeedback' as const, what: 'answer' as const, method: 'code' as const, parts: ['explanation'] as const, text: 'Vi har bytt rutin.' };
const reply = (answered: 'yes' | 'partly' | 'no', text?: string) => ({ type: 'ReplyByCode' as const, answered, ...(text === undefined ? {} : { text }) });

/** Answered by the short path, and so closed. */
const ended = () => {
  const way = new Scenario().report({ categories: ['treatment'] }, anonymous);
  way.does(manager, { type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: 'Bad om ursäkt.' });
  way.now = '2026-03-03T08:00:00.000Z';
  return way;
};

describe('The one with the code says whether the answer was one (R-202)', () => {
  test('before there is an answer there is nothing to say of it', () => {
    const way = new Scenario().report({}, anonymous);
    expect(mayReply(way.case)).toBe(false);
    expect(way.when(reply('yes'), anonymous).refusal?.code).toBe('tooEarly');
  });

  test('yes stands in the case and is counted, once an answer', () => {
    const way = ended().when(reply('yes'), anonymous);
    expect(way.types()).toEqual(['ReporterReplied']);
    expect(
      stepRows(
        way.case.id,
        way.log.map((event, n) => asStored(event, way.now, n + 1)),
      ).at(-1)?.values,
    ).toMatchObject({ type: 'reply', code: 'yes' });
    expect(way.case.end?.as).toBe('closed');
    expect(way.when(reply('no', 'Ändå inte.'), anonymous).refusal?.code).toBe('alreadyMet');
  });

  test('R-202 no says why, and opens a case that has ended: an answer is owed again', () => {
    const way = ended();
    expect(way.when(reply('no'), anonymous).refusal?.missing).toEqual([{ field: 'text', text: 'Skriv vad du inte är nöjd med' }]);
    way.when(reply('no', 'Ingen har ringt.'), anonymous);
    expect(way.types().slice(0, 2)).toEqual(['ReporterReplied', 'CaseReopened']);
    expect(way.case).toMatchObject({ stage: 'investigating', end: null, progress: { reopenings: [{}] } });
    expect(way.case.duties.filter((duty) => duty.closed === null).map(({ rule }) => rule)).toContain('LOK-KLAG-SVAR');
    expect(new Set(way.case.duties.map(({ id }) => id)).size).toBe(way.case.duties.length);
  });

  test('while the case is open a no is for those who work with it to read', () => {
    const way = new Scenario().report({}, anonymous).advanceTo('feedback').does(manager, answer);
    way.now = '2026-03-30T08:00:00.000Z';
    way.when(reply('no', 'Svaret gäller fel dag.'), anonymous);
    expect(way.types()).toEqual(['ReporterReplied']);
    expect(way.case.stage).toBe('feedback');
  });

  test('a case that has been opened again once is not opened by a no a second time', () => {
    const way = new Scenario().report({}, anonymous).advanceTo('closed');
    way.does(divisionHead, { type: 'ReopenCase', to: 'investigating', reason: 'newFacts', text: 'Mer kom fram.' }).advanceTo('closed');
    way.now = '2026-06-01T08:00:00.000Z';
    way.when(reply('no', 'Fortfarande inte.'), anonymous);
    expect([way.types(), way.case.stage]).toEqual([['ReporterReplied'], 'closed']);
  });
});
