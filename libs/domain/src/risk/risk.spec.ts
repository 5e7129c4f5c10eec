import { wide } from '../../../../test/support/municipalities.js';
import { RecordScenario } from '../../../../test/support/record-scenario.js';
import { organisation, people } from '../../../../test/support/scenario.js';
import type { Role } from '../codes/roles.js';
import { uuidOf } from '../ids.js';
import { personActor } from '../org/actor.js';
import { defaultSettings } from '../org/settings.js';
import { Organisation } from '../org/units.js';
import { agenda } from './agenda.js';
import { riskType } from './index.js';
import { casesSinceAssessed, latest, levelOf } from './risk.js';

const { carer, manager, otherManager, divisionHead, director, sas, controller, mas } = people;
const identified = {
  unit: 'afs-norra',
  activity: 'Ta emot anmälan',
  description: 'Anmälan hanteras inte',
  probability: '4',
  consequence: '3',
  nextReview: '2026-06-01',
};
const risk = (body: object = {}) => new RecordScenario(riskType).create({ ...identified, ...body }, manager);
const assess = (probability: string, consequence: string, nextReview = '2026-09-01') => ({ type: 'AssessRisk', probability, consequence, nextReview });
const aCase = uuidOf('a case');

describe('A risk of the operation (SOSFS 2011:9, 5 kap. 1 §)', () => {
  test('R-229 R-230 R-231 is assessed by probability and consequence, and its value is their product', () => {
    const way = risk();
    expect(way.types()).toEqual(['RiskIdentified']);
    expect(latest(way.record)).toMatchObject({ probability: '4', consequence: '3', value: 12, level: 'critical' });
  });

  test.each([
    [9, 'medium'],
    [10, 'critical'],
    [12, 'critical'],
    [4, 'low'],
    [25, 'critical'],
    [1, 'low'],
  ])('R-232 the value %i is %s by the limits of the municipality', (value, level) => {
    expect(levelOf(value, defaultSettings)).toBe(level);
  });

  test('R-232 a change of the limits changes no assessment that has been made', () => {
    const way = risk();
    way.units = new Organisation(organisation.at('2026-03-02'), { ...defaultSettings, riskLevels: { mediumFrom: 15, criticalFrom: 20 } });
    expect(latest(way.record).level).toBe('critical');
    way.does(manager, assess('4', '3'));
    expect(way.record.assessments.map(({ level }) => level)).toEqual(['critical', 'low']);
  });

  test('R-238 is assessed again and again: each assessment is a point of its curve', () => {
    const way = risk()
      .does(manager, assess('3', '3'))
      .does(divisionHead, assess('2', '3', '2027-01-15'));
    expect(way.record.assessments.map(({ value }) => value)).toEqual([12, 9, 6]);
    expect(way.record.nextReview).toBe('2027-01-15');
  });

  test.each(['2026-03-02', '2026-01-01', '2030-01-01'])('the next assessment lies ahead and within three years: not %s', (nextReview) => {
    const way = risk({ nextReview });
    expect([way.refusal?.code, way.lacks()]).toEqual(['incomplete', ['IdentifyRisk.nextReview']]);
    expect(way.state).toBeNull();
  });

  test('is accepted by a decision with reasons, and only by those who answer for the unit', () => {
    const accept = { type: 'AcceptRisk', reasons: 'Ryms i det vi tål.' };
    const way = risk();
    expect([sas, mas, controller].map((by) => way.when(by, accept).refusal?.code)).toEqual(['notYours', 'notYours', 'notYours']);
    way.does(manager, accept);
    expect(riskType.facts(way.record).status).toBe('accepted');
  });

  test('what was accepted is decided on anew when the value rises, and stands when it falls', () => {
    const accepted = () => risk().does(manager, { type: 'AcceptRisk', reasons: 'x' });
    expect(accepted().does(manager, assess('3', '3')).record.accepted).not.toBeNull();
    expect(accepted().does(manager, assess('5', '3')).record.accepted).toBeNull();
  });

  test('counts the cases that were linked since the latest assessment, of those the actor sees', () => {
    const way = risk();
    expect(way.when(manager, { type: 'LinkCase', caseId: aCase }).refusal?.code).toBe('unknownReference');
    way.seen.add(`case/${aCase}`);
    way.at('2026-03-03T08:00:00.000Z').does(manager, { type: 'LinkCase', caseId: aCase });
    expect(casesSinceAssessed(way.record)).toHaveLength(1);
    way.at('2026-03-04T08:00:00.000Z').does(manager, assess('4', '4'));
    expect([way.record.cases.length, casesSinceAssessed(way.record).length]).toEqual([1, 0]);
    expect(way.when(manager, { type: 'LinkCase', caseId: aCase }).lacks()).toEqual(['LinkCase.caseId']);
    expect(way.does(manager, { type: 'UnlinkCase', caseId: aCase }).record.cases).toEqual([]);
  });

  test('R-239 is prioritised for this year or the next', () => {
    const way = risk().does(manager, { type: 'PrioritiseRisk', year: 2027 });
    expect(way.record.prioritised).toEqual([2027]);
    expect(way.when(manager, { type: 'PrioritiseRisk', year: 2025 }).lacks()).toEqual(['PrioritiseRisk.year']);
  });

  test('is closed with a reason, and then nothing is asked of it until it is opened again', () => {
    const way = risk().does(manager, { type: 'CloseRisk', reason: 'removed', reasons: 'Ny rutin.' });
    expect([riskType.facts(way.record).due, agenda(way.record, defaultSettings)]).toEqual([null, []]);
    expect(way.when(manager, assess('1', '1')).refusal?.code).toBe('alreadyMet');
    way.does(manager, { type: 'ReopenRisk', reasons: 'Den kom tillbaka.', nextReview: '2026-12-01' });
    expect(riskType.facts(way.record)).toMatchObject({ status: 'open', due: '2026-12-01' });
  });

  test('R-238 its chief is reminded on the day of the review, and the next chief a week later, until it is assessed', () => {
    const way = risk();
    expect(agenda(way.record, defaultSettings).map(({ do: what, toRole, at }) => [what, toRole, at.slice(0, 10)])).toEqual([
      ['remind', 'enhetschef', '2026-06-01'],
      ['escalate', 'avdelningschef', '2026-06-09'],
    ]);
    const [first] = agenda(way.record, defaultSettings);
    expect(way.when(people.system, { type: 'TakeStep', step: first?.id }).refusal?.code).toBe('tooEarly');
    way.at('2026-06-01T07:00:00.000Z').does(people.system, { type: 'TakeStep', step: first?.id });
    expect(way.when(people.system, { type: 'TakeStep', step: first?.id }).refusal?.code).toBe('alreadyMet');
    expect(agenda(way.record, defaultSettings).map(({ do: what }) => what)).toEqual(['escalate']);
    way.does(manager, assess('4', '3'));
    expect(agenda(way.record, defaultSettings).map(({ do: what, at }) => [what, at.slice(0, 10)])).toEqual([
      ['remind', '2026-09-01'],
      ['escalate', '2026-09-09'],
    ]);
  });

  test.each([
    ['afs-norra', 'enhetschef'],
    ['afs', 'avdelningschef'],
    ['namnd', 'socialchef'],
  ])('R-240 one of %s is the %s’s to review', (unit, role) => {
    expect(new RecordScenario(riskType).create({ ...identified, unit }, director).record.ownerRole).toBe(role);
  });

  test('R-250 of a higher level is seen on every unit below that the municipality runs, which decides nothing about it', () => {
    const way = new RecordScenario(riskType);
    way.units = wide;
    way.create({ ...identified, unit: 'afs' }, divisionHead);
    const at = (unit: string, role: Role = 'medarbetare') => personActor(uuidOf('someone', unit), [{ role, unit }]);
    expect(['afs-norra', 'afs-sodra', 'afs', 'namnd'].map((unit) => way.sees(at(unit)))).toEqual([true, true, true, true]);
    expect(['afs-vast', 'iof', 'iof-barn', 'bolag-hem'].map((unit) => way.sees(at(unit)))).toEqual([false, false, false, false]);
    expect(way.sees(at('afs-norra', 'avtal'))).toBe(false);
    expect(way.when(manager, assess('1', '1')).refusal?.code).toBe('notYours');
    expect(way.when(manager, { type: 'CloseRisk', reason: 'removed', reasons: 'x' }).refusal?.code).toBe('notYours');
    // What an ended division left to the one that carries it on is that one's.
    const carriedOn = new RecordScenario(riskType);
    const division = {
      code: 'afs-da',
      name: 'Äldre, då',
      level: 'division',
      parent: 'namnd',
      provider: 'own',
      successor: 'afs',
      validFrom: '2010-01-01',
    } as const;
    carriedOn.units = new Organisation([...wide.at('2026-01-01'), { ...division, validTo: null }]);
    carriedOn.create({ ...identified, unit: 'afs-da' }, director);
    expect(carriedOn.sees(manager)).toBe(false);
    carriedOn.units = new Organisation([...wide.at('2026-01-01'), { ...division, validTo: '2026-01-01' }]);
    expect([carriedOn.sees(manager), carriedOn.sees(at('iof-barn'))]).toEqual([true, false]);
  });

  test('R-233 is seen by those who work where it is and those above, and by nobody elsewhere', () => {
    const way = risk();
    expect([carer, manager, divisionHead, director, controller].map((by) => way.sees(by))).toEqual([true, true, true, true, true]);
    expect([otherManager, people.investigator, people.provider, people.anonymous].map((by) => way.sees(by))).toEqual([false, false, false, false]);
    expect(way.when(otherManager, assess('1', '1')).refusal?.code).toBe('notFound');
    expect(way.when(carer, assess('1', '1')).refusal?.code).toBe('notYours');
  });
});
