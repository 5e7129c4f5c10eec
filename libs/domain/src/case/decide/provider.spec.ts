import { goTo, type Mends } from '../../../../../test/support/lawful.js';
import { wide } from '../../../../../test/support/municipalities.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { uuidOf } from '../../ids.js';
import { wordingOf } from '../../law/regulation.js';
import { personActor } from '../../org/actor.js';
import { processOf } from '../processes/index.js';
import { lacksToAdvance } from './stages.js';

type Command = Parameters<Scenario['when']>[0];
const { providerHead: head, director, sas, registrar } = people;
const worker = personActor(uuidOf('person', 'bolag worker'), [{ role: 'medarbetare', unit: 'bolag-hem' }]);
const reported = (lawAreas: readonly string[] = ['SoL'], now?: string) =>
  new Scenario(now, wide).report({ kind: 'lexSarah', lawAreas, unit: 'bolag-hem', what: 'Tillsynen gjordes inte.' }, worker);
const mends: Mends = {
  'AssignCase.person': () => ({ type: 'AssignCase', person: head.person, as: 'utforare' }),
  'DecideOutcome.outcome': () => ({ type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: 'x' }),
  'DecideIvo.notify': () => ({ type: 'DecideIvo', notify: 'yes', reasons: 'x' }),
};
const tellBoard: Command = { type: 'GiveFeedback', to: 'board', what: 'answer', method: 'letter' } as Command;
const owners = (way: Scenario) => [...new Set(way.case.duties.map(({ owner }) => owner.split('@')[0]))];
const lacks = (way: Scenario) => lacksToAdvance(way.case, processOf(way.case.desc.process)).map(({ field, text }) => `${field}: ${text}`);

describe('A private provider’s own lex Sarah (SoL 17 kap. 10 §, 27 kap. 4–6 §§; LSS 24 d–f §§; docs/law/lex-sarah.md#private-providers)', () => {
  test('goes its whole way by the provider’s own people alone, to a notification that they decide and send', () => {
    const way = goTo(reported(), 'closed', mends);
    expect(way.case.desc.process).toBe('lexSarahProvider@1');
    expect(way.case).toMatchObject({ diary: { number: null }, ivo: { notify: 'yes', byRole: 'utforare', presenter: null }, end: { as: 'closed' } });
    expect(way.case.ivoTrack).toMatchObject({ sent: {}, closedAt: expect.any(String) });
    expect(way.case.duties.filter((duty) => duty.closed === null || duty.closed.as === 'withdrawn')).toEqual([]);
  });

  test('every duty is owned by a role that the company has, and none is the municipality’s', () => {
    expect(owners(goTo(reported(), 'closed', mends)).filter((role) => role !== 'utforare' && role !== 'enhetschef')).toEqual([]);
    for (const actor of [director, sas, registrar])
      for (const command of [tellBoard, { type: 'DecideIvo', notify: 'yes', reasons: 'x', urgent: true } as Command])
        expect([actor.id, reported().when(command, actor).refusal?.code]).toEqual([actor.id, 'notFound']);
  });

  test.each([
    ['SoL', '2026-03-02T08:00:00.000Z', 'SoL (2025:400) 27 kap. 4 §', 'SoL (2025:400) 27 kap. 6 § tredje stycket'],
    ['LSS', '2026-03-02T08:00:00.000Z', 'LSS 24 d §', 'LSS 24 f §'],
  ])('the board is told of the report and of the notification, by the law of the case: %s', (law, now, report, notification) => {
    const way = reported([law], now);
    const lawOf = (rule: string) => wordingOf(rule, way.duty(rule)?.ruleVersion ?? null)?.law;
    expect(lawOf('LS-PRIVAT-INFO-RAPPORT')).toBe(report);
    way.does(head, tellBoard);
    expect(way.ended('LS-PRIVAT-INFO-RAPPORT')?.as).toBe('met');
    way
      .later(1)
      .does(head, { type: 'DecideIvo', notify: 'yes', urgent: true, reasons: 'x' } as Command)
      .does(head, { type: 'NotifyIvo', way: 'eService' } as Command);
    expect(lawOf('LS-PRIVAT-INFO-ANMALAN')).toBe(notification);
    // Told before is not told of this.
    expect(way.duty('LS-PRIVAT-INFO-ANMALAN')).not.toBeNull();
    way.later(1).does(head, tellBoard);
    expect(way.ended('LS-PRIVAT-INFO-ANMALAN')?.as).toBe('met');
  });

  test('no diary number is demanded of a company, nor a föredragande, nor does it pass feedback before the board knows', () => {
    expect(lacks(reported()).join()).not.toContain('Diarise');
    expect(lacks(goTo(reported(), 'feedback', mends))).toContain('GiveFeedback.to: Informera nämnden om rapporten, och om anmälan när den är skickad');
  });

  test('one who answers for the operation may both investigate and decide; what the law says shall be notified still has no “no”', () => {
    const way = goTo(reported(), 'ivoDecision', mends).does(head, { type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: 'x' });
    expect(way.case.investigation.investigators).toContain(head.person);
    expect(way.when({ type: 'DecideIvo', notify: 'no', reasons: 'x' }, head).said().join()).toContain('ska anmälas till IVO');
  });
});
