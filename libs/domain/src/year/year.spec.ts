import { RecordScenario } from '../../../../test/support/record-scenario.js';
import { organisation, people } from '../../../../test/support/scenario.js';
import { defaultSettings } from '../org/settings.js';
import { Organisation } from '../org/units.js';
import { agenda } from './agenda.js';
import { openingOf, type Year, yearIdOf, yearType } from './index.js';
import { owed, periodOf, plan } from './plan.js';
import { waiting } from './year.js';

const { carer, manager, otherManager, divisionHead, director, controller, system } = people;
const opened = (unit = 'afs-norra', year = 2026, now = '2026-01-02T08:00:00.000Z') => new RecordScenario<Year>(yearType, now).create({ unit, year }, system);
const duties = (way: RecordScenario<Year>) => way.record.duties.map(({ duty, due }) => `${duty} ${due}`);
const due = (level: 'unit' | 'division' | 'board', year = 2026, settings = defaultSettings) =>
  Object.fromEntries(owed(level, 'enhetschef', year, settings).map((one) => [one.duty, one.due]));

describe('The year of a unit (docs/decisions/0042)', () => {
  test('owes by level, a unit before the division before the board', () => {
    expect(duties(opened())).toEqual([
      'attestT1 2026-05-10',
      'reportT1 2026-05-20',
      'attestT2 2026-09-10',
      'reportT2 2026-09-20',
      'attestT3 2027-01-10',
      'annualReport 2027-01-20',
    ]);
    for (const duty of ['reportT1', 'reportT2', 'annualReport'] as const) {
      const days = [due('unit')[duty], due('division')[duty], due('board')[duty]];
      expect(days).toEqual(days.toSorted());
    }
    expect(Object.keys(due('board'))).toEqual(expect.arrayContaining(['managementReview', 'patientSafety']));
  });

  test('R-162 the patient safety report is due on 1 March by law, whatever the municipality sets', () => {
    expect([due('board')['patientSafety'], plan.patientSafety.law]).toEqual(['2027-03-01', 'patientsäkerhetslagen 3 kap. 10 §']);
    const own = { ...defaultSettings, yearDays: { patientSafety: [{ from: '2020-01-01', level: 'board', due: '04-15' }] } } as const;
    expect(due('board', 2026, own)['patientSafety']).toBe('2027-03-01');
  });

  test('a day that the municipality has set holds for the years that begin on its day or later, at its level', () => {
    const yearDays = {
      reportT1: [
        { from: '2026-06-01', level: 'unit', due: '05-02' },
        { from: '2027-06-01', level: 'unit', due: '05-04' },
      ],
    } as const;
    const of = (year: number) => due('unit', year, { ...defaultSettings, yearDays })['reportT1'];
    expect([of(2026), of(2027), of(2028), due('board', 2027, { ...defaultSettings, yearDays })['reportT1']]).toEqual([
      '2026-05-20',
      '2027-05-02',
      '2028-05-04',
      '2027-06-15',
    ]);
  });

  test('the three tertials together are the year, each day once', () => {
    const periods = (['attestT1', 'attestT2', 'attestT3'] as const).map((duty) => periodOf(duty, 2026));
    expect(periods.map((one) => one?.from)).toEqual(['2026-01-01', ...periods.slice(0, 2).map((one) => one?.to)]);
    expect(periods[2]?.to).toBe('2027-01-01');
  });

  test('a unit that is new owes nothing of what was due before it; of a year that is over nothing is opened', () => {
    expect(duties(opened('afs-norra', 2026, '2026-09-12T08:00:00.000Z'))).toEqual(['reportT2 2026-09-20', 'attestT3 2027-01-10', 'annualReport 2027-01-20']);
    expect(opened('afs-norra', 2024).lacks()).toEqual(['OpenYear.year']);
  });

  test('is opened by the platform alone, under an id that unit and year give', () => {
    expect(new RecordScenario(yearType).create({ unit: 'afs-norra', year: 2026 }, director).refusal?.code).toBe('notYours');
    expect(yearIdOf('afs-norra', 2026)).toBe(yearIdOf('afs-norra', 2026));
    expect(new Set([openingOf('afs-norra', 2026), openingOf('afs-norra', 2027), openingOf('afs-sodra', 2026)]).size).toBe(3);
  });

  test('each duty is told of when it opens, on its last day, and a week later to the next chief, until it is done', () => {
    const way = opened();
    const of = (duty: string) =>
      agenda(way.record, defaultSettings)
        .filter(({ about }) => about === duty)
        .map(({ do: what, toRole, at }) => [what, toRole, at.slice(0, 10)]);
    expect(of('reportT1')).toEqual([
      ['remind', 'enhetschef', '2026-04-20'],
      ['remind', 'enhetschef', '2026-05-20'],
      ['escalate', 'avdelningschef', '2026-05-28'],
    ]);
    expect(agenda(way.record, defaultSettings).map(({ at }) => at)).toEqual(
      agenda(way.record, defaultSettings)
        .map(({ at }) => at)
        .toSorted(),
    );
    way.at('2026-05-04T08:00:00.000Z').does(manager, { type: 'MeetDuty', duty: 'reportT1' });
    expect(of('reportT1')).toEqual([]);
    way.does(manager, { type: 'ReopenDuty', duty: 'reportT1', reasons: 'Fel version.' });
    expect(of('reportT1')).toHaveLength(3);
  });

  test('a duty is done when it has opened, once, and of its own year', () => {
    const way = opened();
    expect(way.when(manager, { type: 'MeetDuty', duty: 'reportT1' }).lacks()).toEqual(['MeetDuty.duty']);
    expect(way.when(manager, { type: 'MeetDuty', duty: 'managementReview' }).lacks()).toEqual(['MeetDuty.duty']);
    way.at('2026-05-04T08:00:00.000Z').does(manager, { type: 'MeetDuty', duty: 'reportT1', on: '2026-05-02' });
    expect(way.when(manager, { type: 'MeetDuty', duty: 'reportT1' }).lacks()).toEqual(['MeetDuty.duty']);
    expect(way.record.duties[1]).toMatchObject({ state: 'met', on: '2026-05-02' });
  });

  test('R-052 what is attested is done by the attestation alone, and waited for again when it is taken back', () => {
    const way = opened().at('2026-05-04T08:00:00.000Z');
    expect(way.when(manager, { type: 'MeetDuty', duty: 'attestT1' }).lacks()).toEqual(['MeetDuty.duty']);
    const follow = (attested: boolean) => ({ type: 'FollowAttestation', duty: 'attestT1', attested });
    expect(way.when(manager, follow(true)).refusal?.code).toBe('notYours');
    way.does(system, follow(true)).does(manager, { type: 'MeetDuty', duty: 'reportT1' });
    expect(way.when(manager, { type: 'ReopenDuty', duty: 'attestT1', reasons: 'x' }).lacks()).toEqual(['ReopenDuty.duty']);
    expect(waiting(way.record).some(({ duty }) => duty === 'attestT1')).toBe(false);
    const n = way.log.length;
    way.does(system, follow(true));
    expect(way.log).toHaveLength(n);
    way.does(system, follow(false));
    expect(waiting(way.record)[0]?.duty).toBe('attestT1');
  });

  test.each([
    ['structure', 'board', 'namnd'],
    ['responsibility', 'board', 'namnd'],
    ['process', 'managementGroup', 'socialchef'],
    ['routine', 'managementGroup', 'socialchef'],
  ])('an improvement of %s that the management review decides on goes to the %s, which is told the next working day', (kind, route, toRole) => {
    const way = opened('afs').at('2026-03-06T12:00:00.000Z');
    const decide = { type: 'DecideImprovement', kind, decision: 'Inför en gemensam rutin.' };
    expect(way.when(controller, decide).refusal?.code).toBe('notYours');
    way.does(divisionHead, decide);
    expect(way.record.improvements).toMatchObject([{ kind, route }]);
    const told = agenda(way.record, defaultSettings).find(({ about }) => about === 'improvement');
    expect([told?.toRole, told?.at.slice(0, 10)]).toEqual([toRole, '2026-03-09']);
    way.at('2026-03-09T08:00:00.000Z').does(system, { type: 'TakeStep', step: told?.id });
    expect(agenda(way.record, defaultSettings).some(({ about }) => about === 'improvement')).toBe(false);
    expect(opened().when(manager, decide).refusal?.code).toBe('alreadyMet');
  });

  test('what does not apply is said by a chief with the reason', () => {
    const way = opened('namnd');
    const waive = { type: 'WaiveDuty', duty: 'patientSafety', reasons: 'Nämnden bedriver ingen hälso- och sjukvård.' };
    expect(way.when(controller, waive).refusal?.code).toBe('notYours');
    way.does(director, waive);
    expect(way.when(director, waive).lacks()).toEqual(['WaiveDuty.duty']);
    expect(yearType.terms(way.record)).toContainEqual({ term: 'Patientsäkerhetsberättelse', text: 'inte aktuell, 2 januari 2026' });
  });

  test('is done when nothing is waited for; of a unit that has ended nothing is', () => {
    const way = opened('iof', 2026, '2027-02-05T08:00:00.000Z');
    expect(duties(way)).toEqual(['managementReview 2027-02-10']);
    way.does(director, { type: 'MeetDuty', duty: 'managementReview' });
    expect(yearType.facts(way.record)).toMatchObject({ status: 'done', due: null, closed: true });
    const ended = opened().does(system, { type: 'EndYear' });
    expect([yearType.facts(ended.record).status, agenda(ended.record, defaultSettings)]).toEqual(['ended', []]);
    expect(ended.when(manager, { type: 'WaiveDuty', duty: 'reportT1', reasons: 'x' }).refusal?.code).toBe('alreadyMet');
  });

  test('is read by the chiefs over the unit and those who follow them', () => {
    const way = opened();
    expect([manager, divisionHead, director, controller].map((by) => way.sees(by))).toEqual([true, true, true, true]);
    expect([carer, otherManager, people.provider].map((by) => way.sees(by))).toEqual([false, false, false]);
    way.units = new Organisation(organisation.at('2026-03-02'));
    expect(way.when(carer, { type: 'MeetDuty', duty: 'reportT1' }).refusal?.code).toBe('notFound');
  });
});
