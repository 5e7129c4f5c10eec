import { goTo } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { processOf } from '../processes/index.js';
import { following } from './follow.js';

const { carer, director, sas, manager, divisionHead, registrar } = people;
const reported = (body: object = {}) => new Scenario().report({ kind: 'lexSarah', lawAreas: ['SoL'], what: 'x', ...body }, carer);
const triage = (serious: string) => ({ type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no', serious, reasons: 'x' }) as const;
const rules = (way: Scenario) => way.case.duties.filter((duty) => duty.closed === null).map(({ rule }) => rule);

describe('Duties that follow the facts (docs/engine.md#duties)', () => {
  test('begin when something is owed, once, in whatever stage', () => {
    const way = reported().does(sas, triage('yes'));
    expect(way.types()).toEqual(['TriageAnswered', 'DutyClosed', 'DutyOpened']);
    expect(rules(way).filter((rule) => rule === 'LS-ANMALAN-SOL')).toHaveLength(1);
    expect(following(way.case, processOf('lexSarah@1'), way.timed())).toEqual([]);
    expect(way.does(sas, { type: 'AddToCase', by: 'staff', text: 'x' }).types()).toEqual(['AddendumMade']);
  });

  test('end when it is done, on the day it was done, or are withdrawn when it is owed no longer', () => {
    const way = reported().does(sas, triage('yes')).later(2);
    way.does(director, { type: 'DecideIvo', notify: 'yes', urgent: true, reasons: 'x' });
    way.later(1).does(registrar, { type: 'NotifyIvo', way: 'post', at: '2026-03-04T10:00:00Z' });
    expect(way.ended('LS-ANMALAN-SOL')).toEqual({ as: 'met', reason: null, at: '2026-03-04T10:00:00.000Z' });
    expect(reported().does(sas, triage('yes')).does(director, triage('no')).ended('LS-ANMALAN-SOL')).toMatchObject({
      as: 'withdrawn',
      reason: 'noLongerApplies',
    });
  });

  test('begin anew under a new id, never an old one', () => {
    const way = reported().does(director, triage('yes'), triage('no'), triage('yes'), triage('no'), triage('yes'));
    const ids = way.case.duties.filter(({ rule }) => rule === 'LS-ANMALAN-SOL').map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([3, 3]);
  });

  test('change rule when the law area does: SoL’s genast becomes LSS’s utan dröjsmål, from the same day', () => {
    const way = reported()
      .later(1)
      .does(sas, { type: 'ClassifyCase', lawAreas: ['LSS'] });
    expect(way.ended('LS-AVHJALP-SOL')).toMatchObject({ as: 'withdrawn' });
    expect(way.duty('LS-AVHJALP-LSS')?.startedAt).toBe(way.case.desc.receivedAt);
  });

  test('move with a corrected day of receipt, each by one event; what runs from another day stays', () => {
    const way = reported().does(sas, triage('yes'));
    const before = way.duty('LS-ANMALAN-SOL');
    way.does(registrar, { type: 'CorrectCase', set: { receivedAt: '2026-02-26T09:00:00Z' }, why: 'wrongFromStart', reasons: 'x' });
    const moved = way.last.filter(({ type }) => type === 'DeadlineRecalculated').map(({ open }) => (open as { id: string }).id.split('#')[0]);
    expect(moved.sort()).toEqual(['LOK-LS-KLAR', 'LS-AVHJALP-SOL']);
    expect(way.duty('LOK-LS-KLAR')).toMatchObject({ startedAt: '2026-02-26T09:00:00.000Z', dueAt: '2026-04-26T21:59:59.000Z' });
    expect(way.duty('LS-ANMALAN-SOL')).toEqual(before);
  });

  test('follow the case to another unit', () => {
    const way = reported().does(registrar, { type: 'MoveToUnit', unit: 'afs-sodra', why: 'wrongUnit', reasons: 'x' });
    expect(way.case.duties.every((duty) => duty.closed !== null || duty.owner.endsWith('@afs-sodra'))).toBe(true);
  });

  test('start over from the day a case is sent back or opened again, and leave nothing open when it closes', () => {
    const way = goTo(reported(), 'assessing').later(3).does(people.irregularityInvestigator, { type: 'SendBack', to: 'investigating', reasons: 'x' });
    expect([way.duty('LOK-LS-KLAR')?.startedAt, way.duty('LS-AVHJALP-SOL')?.startedAt]).toEqual([way.now, way.now]);
    const closed = goTo(reported(), 'closed');
    expect(rules(closed)).toEqual([]);
    closed.later(30).does(divisionHead, { type: 'ReopenCase', reason: 'newFacts', text: 'x' });
    expect(closed.duty('LOK-LS-KLAR')?.startedAt).toBe(closed.now);
  });

  test('a rule that did not exist on the day opens nothing', () => {
    const way = new Scenario('2010-05-03T08:00:00.000Z');
    way.report({ kind: 'lexSarah', lawAreas: ['SoL'], what: 'x' }, carer);
    expect(rules(way)).toEqual(['LOK-LS-BEDOM', 'LOK-LS-KLAR']);
  });

  test('AC-38 R-083 two units that disagree: the manager over both settles it, and one unit owes what is owed', () => {
    const way = new Scenario().report({ kind: 'deviation', lawAreas: ['SoL'], what: 'x' }, carer);
    const settle = { type: 'MoveToUnit', unit: 'afs-sodra', why: 'disputeSettled', reasons: 'x' } as const;
    expect(way.when(settle, manager).refusal?.code).toBe('notYours');
    way.does(divisionHead, settle);
    expect(new Set(way.case.duties.filter(({ closed }) => closed === null).map(({ owner }) => owner))).toEqual(new Set(['enhetschef@afs-sodra']));
  });
});
