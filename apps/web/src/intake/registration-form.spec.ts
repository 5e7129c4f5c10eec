import { asFormFaults, faultsIn, registrationFrom } from './registration-form.js';

const filled = { sort: 'complaint', receivedDay: '2026-11-20', channel: 'letter', source: 'relative', what: 'Brevet.' };
const received = (receivedDay: string, receivedTime = '') => registrationFrom({ ...filled, receivedDay, receivedTime })['receivedAt'];

describe('The registrar’s form, as a report', () => {
  test.each([
    ['2026-11-20', '14.30', '2026-11-20T13:30:00.000Z'],
    ['2026-11-20', '9:05', '2026-11-20T08:05:00.000Z'],
    ['2026-07-20', '', '2026-07-19T22:00:00.000Z'],
    ['2026-10-25', '02.30', '2026-10-25T00:30:00.000Z'],
  ])('received on %s at "%s" is %s', (day, time, instant) => {
    expect(received(day, time)).toBe(instant);
  });

  test.each([
    ['2026-03-29', '02.30', 'receivedTime'],
    ['2026-11-20', '25.00', 'receivedTime'],
    ['2026-11-20', 'halv tre', 'receivedTime'],
    ['', '14.30', 'receivedDay'],
  ])('on %s at "%s" there is no moment: the fault stands at %s', (receivedDay, receivedTime, field) => {
    expect(faultsIn({ ...filled, receivedDay, receivedTime }).map((fault) => fault.field)).toEqual([field]);
  });

  test('an invalid day is left for the schema to refuse, never turned into another', () => {
    expect(received('2026-02-30')).toBe('2026-02-30');
  });

  test('a letter is followed by the authority’s request; without a day of its own it is of the day it was received', () => {
    const body = { ...filled, authority: 'ivo', senderNumber: 'IVO 3.1-12/2026', dueOn: '2026-12-20' };
    expect(registrationFrom(body)).toMatchObject({
      externalRef: 'IVO 3.1-12/2026',
      followedBy: [{ type: 'RecordAuthorityRequest', from: 'ivo', letterOn: '2026-11-20', theirNumber: 'IVO 3.1-12/2026', dueOn: '2026-12-20' }],
    });
    expect(registrationFrom({ ...body, authority: '' })).not.toHaveProperty('followedBy');
  });

  test('a deviation needs no source; where an answer is wished it is kept, but there is no code for one who follows it', () => {
    const { source: _, ...body } = { ...filled, sort: 'deviation', answerBy: 'letter', letter: 'Storgatan 1' };
    expect(faultsIn(body)).toEqual([]);
    expect(registrationFrom(body)).toMatchObject({ kind: 'deviation' });
    expect(registrationFrom(body)).toMatchObject({ answer: { by: 'letter', to: 'Storgatan 1' } });
    expect(faultsIn({ ...body, answerBy: 'code' }).map(({ field }) => field)).toEqual(['answerBy']);
  });

  test('faults of the report stand at the fields of the form, each once', () => {
    const faults = ['receivedAt', 'RecordAuthorityRequest.theirNumber', 'externalRef', 'followedBy.0.dueOn', 'answer.to', 'opinionType'];
    const named = asFormFaults(
      faults.map((field) => ({ field, text: 'x' })),
      { answerBy: 'email' },
    );
    expect(named.map(({ field }) => field)).toEqual(['receivedDay', 'senderNumber', 'dueOn', 'email', 'sort']);
  });
});
