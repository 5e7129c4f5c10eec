import { goTo } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { placeOf } from '../../errors.js';
import { uuidOf } from '../../ids.js';
import { personActor } from '../../org/actor.js';

type Command = Parameters<Scenario['when']>[0];
const { carer, director, sas, irregularityInvestigator: investigator, divisionHead } = people;
const free = { type: 'AnswerConflict', answer: 'none' } as const;
/** A lex Sarah that waits for its decisions: received 2 March, investigated by 12 March. */
const waiting = () => {
  const way = new Scenario().report({ kind: 'lexSarah', lawAreas: ['SoL'], what: 'Slaget på armen.' }, carer).later(10);
  return goTo(way, 'ivoDecision').later(5).does(director, free);
};
const outcome = (more: object = {}) => ({ type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: 'x', ...more }) as Command;
const position = (more: object = {}) => ({ type: 'DecideIvo', notify: 'yes', presenter: investigator.person, reasons: 'x', ...more }) as Command;

describe.each([
  ['the assessment', outcome, () => waiting(), 'OutcomeDecided'],
  ['the notification', position, () => waiting().does(director, outcome({ at: '2026-03-12T08:00:00Z' })), 'IvoDecided'],
] as const)('The record of the decision on %s (KL 6 kap. 35 §, docs/law/decisions.md#the-record)', (_, command, ready, type) => {
  const decision = (way: Scenario) => (type === 'OutcomeDecided' ? way.case.assessment.outcome : way.case.ivo);

  test('holds the day that it was made, which is neither in the future nor before what it stands on', () => {
    for (const at of ['2026-03-20T10:00:00Z', '2027-01-01T10:00:00Z', '2026-03-11T22:00:00Z', '2026-03-02T08:00:00Z', '1999-01-01T00:00:00Z'])
      expect([at, ...ready().when(command({ at }), director).lacks()]).toEqual([at, expect.stringMatching(/^Decide(Outcome|Ivo)\.at$/)]);
    const way = ready().does(director, command({ at: '2026-03-14T09:00:00Z' }));
    expect(decision(way)?.at).toBe('2026-03-14T09:00:00.000Z');
    expect(decision(ready().does(director, command()))?.at).toBe(ready().now);
  });

  test('on the very day of its ground it is not before the ground: a day without a time of day begins at midnight', () => {
    const way = ready().does(director, command({ at: '2026-03-11T23:00:00Z' }));
    expect(decision(way)?.at).toBe('2026-03-12T08:00:00.000Z');
  });

  test('holds who took part without deciding, where inga is a value and not asked is another', () => {
    const taking = (participants: unknown) => decision(ready().does(director, command({ participants })))?.participants;
    expect([taking(undefined), taking(['none']), taking([]), taking([sas.person])]).toEqual([null, [], [], [sas.person]]);
    for (const participants of [['none', sas.person], [director.person], [uuidOf('nobody')]])
      expect(ready().when(command({ participants }), director).lacks()).toEqual([expect.stringContaining('.participants')]);
  });

  test('nobody who is barred is named as taking part (KL 6 kap. 30 §)', () => {
    const way = ready().does(sas, { type: 'AnswerConflict', answer: 'conflict' });
    expect(way.when(command({ participants: [sas.person] }), director).said()).toContain('Den som är jävig får inte medverka (KL 6 kap. 30 §)');
  });

  test('holds a reservation or a dissenting opinion with its words, and never the one without the other (KL 4 kap. 27 §)', () => {
    const way = ready().does(director, command({ dissents: ['reservation', 'differing'], dissent: 'Utredaren ser ingen påtaglig risk.' }));
    expect(decision(way)?.dissents).toEqual(['reservation', 'differing']);
    expect(way.log.findLast((event) => event.type === type)?.sealed).toEqual({ reasons: 'x', dissent: 'Utredaren ser ingen påtaglig risk.' });
    expect(decision(ready().does(director, command({ dissents: ['none'] })))?.dissents).toEqual([]);
    expect(
      ready()
        .when(command({ dissents: ['reservation'] }), director)
        .lacks(),
    ).toEqual([expect.stringContaining('.dissent')]);
    expect(
      ready()
        .when(command({ dissent: 'Emot.' }), director)
        .lacks(),
    ).toEqual([expect.stringContaining('.dissents')]);
    expect(
      ready()
        .when(command({ dissents: ['none', 'differing'], dissent: 'x' }), director)
        .lacks(),
    ).toEqual([expect.stringContaining('.dissents')]);
  });

  test('a stand-in signs as one: the event says in whose place; who holds the post does not', () => {
    const person = divisionHead.person as string;
    const instead = personActor(person, [...divisionHead.posts, { role: 'socialchef', unit: 'namnd', instead: director.person as string }]);
    const way = ready().does(instead, free, command());
    expect(decision(way)).toMatchObject({ byRole: 'socialchef', insteadOf: director.person });
    expect(decision(ready().does(director, command()))).toMatchObject({ byRole: 'socialchef', insteadOf: null });
  });

  test('a refusal names everything that is wrong with it at once', () => {
    const wrong = command({ at: '2027-01-01T10:00:00Z', participants: ['none', sas.person], dissents: ['reservation'], ...nothing(type) });
    expect(
      ready()
        .when(wrong, director)
        .lacks()
        .map((field) => placeOf({ field }).path[0])
        .toSorted(),
    ).toEqual(['at', 'dissent', 'participants', type === 'OutcomeDecided' ? 'outcome' : 'presenter'].toSorted());
  });
});

/** Without what the decision itself asks for. */
const nothing = (type: string) => (type === 'OutcomeDecided' ? { outcome: null } : { presenter: null });

describe('That an outcome which shall be notified has no “no”', () => {
  test('is said in the first refusal, beside everything else that is missing', () => {
    const way = goTo(new Scenario().report({ kind: 'lexSarah', lawAreas: ['SoL'], what: 'Slaget på armen.' }, carer), 'ivoDecision').does(director, outcome());
    expect(way.when(position({ notify: 'no', presenter: null }), director).lacks()).toEqual(['DecideIvo.notify', 'DecideIvo.presenter']);
    expect(way.said().join(' ')).toContain('Den här bedömningen ska anmälas till IVO');
  });

  test('the day a decision is stated meets the duty to decide on that day', () => {
    const way = waiting().does(director, outcome({ at: '2026-03-13T08:00:00Z' }), position({ at: '2026-03-14T08:00:00Z' }));
    expect(way.log.findLast((event) => event.type === 'DutyClosed' && event.open.id.startsWith('LOK-LS-BESLUT'))?.at).toBe('2026-03-14T08:00:00.000Z');
  });
});
