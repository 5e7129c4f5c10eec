import { goTo, type Mends } from '../../../../../test/support/lawful.js';
import { wide } from '../../../../../test/support/municipalities.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { processOf } from '../processes/index.js';
import { lacksToAdvance } from './stages.js';

type Command = Parameters<Scenario['when']>[0];
const { sas, contractFollower, director, registrar, manager } = people;
const told = (unit = 'afs-vast', by = registrar) =>
  new Scenario('2026-03-02T08:00:00.000Z', wide).report({ kind: 'lexSarah', lawAreas: ['SoL'], unit, what: 'Bolaget informerar om en rapport.' }, by);
const position = (notify: string, more: object = {}) => ({ type: 'DecideIvo', notify, reasons: 'x', ...more }) as Command;
const follower: Mends = { 'AssignCase.person': () => ({ type: 'AssignCase', person: sas.person, as: 'sas' }) };
const judged = (outcome: string): Mends => ({ ...follower, 'DecideOutcome.outcome': () => ({ type: 'DecideOutcome', outcome, reasons: 'x' }) });
const obliged: Mends = {
  ...judged('seriousIrregularity'),
  'DecideIvo.notify': () => position('otherIsObliged', { other: 'privateProvider', toldAt: '2026-03-02T07:00:00Z' }),
};

describe('A private provider’s lex Sarah, as the municipality follows it (docs/law/lex-sarah.md#private-providers; R-134)', () => {
  test('in a unit that another runs under the own board it is a mirror; in the own units, and in the provider’s own tree, it is not', () => {
    expect(told().case.desc.process).toBe('lexSarahMirror@1');
    expect(told('afs-norra').case.desc.process).toBe('lexSarah@1');
    expect(told('bolag-hem', people.providerManager).case.desc.process).toBe('lexSarahProvider@1');
  });

  test('the municipality owes no investigation and no notification, but to follow the provider’s', () => {
    const way = told();
    expect(way.case.duties.map(({ rule }) => rule)).toEqual(['LOK-LS-UTFORARE']);
    goTo(way, 'ivoDecision', judged('seriousIrregularity'));
    expect(way.ended('LOK-LS-UTFORARE')?.as).toBe('met');
    expect(way.case.duties.some(({ rule }) => rule.startsWith('LS-ANMALAN'))).toBe(false);
  });

  test('that the provider investigates is said, not done here', () => {
    const way = goTo(told(), 'received').does(sas, { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no', serious: 'no' });
    goTo(way, 'investigating', follower);
    way.does(sas, { type: 'MakeEntry', nature: 'fact', by: 'provider', text: 'x' }, { type: 'AdvanceCase', to: 'assessing' });
    expect(way.case.stage).toBe('assessing');
  });

  test('it never notifies for another: yes and no are the provider’s words', () => {
    const way = goTo(told(), 'ivoDecision', judged('seriousIrregularity'));
    for (const notify of ['yes', 'no', 'alreadyNotified'])
      expect(way.when(position(notify), sas).said().join(' ')).toContain('Utföraren beslutar och anmäler själv');
    expect(way.when({ type: 'NotifyIvo', way: 'eService' }, director).refusal?.code).toBe('notYours');
    expect(way.when(position('otherIsObliged'), sas).lacks()).toEqual(['DecideIvo.other', 'DecideIvo.toldAt']);
    expect(way.when(position('otherIsObliged', { other: 'privateProvider', toldAt: '2026-03-09T08:00:00Z' }), sas).said()).toContain(
      'Tidpunkten kan inte ligga i framtiden',
    );
  });

  test('what the provider found serious is the provider’s to notify: “ej aktuellt” is not the word for it', () => {
    const way = goTo(told(), 'ivoDecision', judged('tangibleRiskOfSeriousIrregularity'));
    expect(way.when(position('notApplicable'), sas).lacks()).toEqual(['DecideIvo.notify']);
    expect(goTo(told(), 'ivoDecision', judged('irregularity')).when(position('notApplicable'), sas).refusal).toBeNull();
  });

  test('it doesn’t put down what the provider answers for', () => {
    expect(told().when({ type: 'ConvertCase', to: 'deviation', why: 'downgraded', reasons: 'x' }, sas).said()).toContain(
      'Utföraren bedömer sin egen rapport. Kommunen kan inte sänka den',
    );
  });

  test('the provider’s new decision is written down by going back, and the contract followed up to the end', () => {
    const way = goTo(told(), 'ivoDecision', judged('irregularity')).does(sas, { type: 'SendBack', to: 'assessing', reasons: 'Utföraren har ändrat sig.' });
    expect(goTo(way, 'closed', obliged).case).toMatchObject({ ivo: { notify: 'otherIsObliged', other: 'privateProvider' }, end: { as: 'closed' } });
    expect(lacksToAdvance(goTo(told(), 'feedback', obliged).case, processOf('lexSarahMirror@1')).map(({ text }) => text)).toEqual([
      'Anmäl ärendet till nämnden för kännedom',
    ]);
  });

  test('those who follow contracts see and carry it; the manager of another unit sees nothing', () => {
    expect(told().when({ type: 'MakeEntry', nature: 'fact', by: 'provider', text: 'x' }, contractFollower).refusal).toBeNull();
    expect(told().when({ type: 'AddToCase', by: 'staff', text: 'x' }, manager).refusal?.code).toBe('notFound');
  });

  test('a deviation in the provider’s unit that may be a missförhållande becomes the mirror', () => {
    const way = new Scenario('2026-03-02T08:00:00.000Z', wide).report({ kind: 'deviation', lawAreas: ['SoL'], unit: 'afs-vast', what: 'x' }, registrar);
    expect(way.does(sas, { type: 'ConvertCase', to: 'lexSarah', reasons: 'x' }).children[0]?.desc.process).toBe('lexSarahMirror@1');
  });
});
