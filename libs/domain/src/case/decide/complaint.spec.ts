import { people, Scenario } from '../../../../../test/support/scenario.js';
import { agenda } from '../agenda.js';

describe('A complaint goes the whole way (R-060, R-061)', () => {
  test('from receipt through six stages to closed, each entered once', () => {
    const way = new Scenario().report().advanceTo('closed');
    expect(way.log.filter((event) => event.type === 'StageEntered').map((event) => event.open.stage)).toEqual([
      'received',
      'investigating',
      'assessing',
      'ivoDecision',
      'feedback',
      'followUp',
      'closed',
    ]);
    expect(way.case.end?.reason).toBe('actionsDoneAndEffectFollowed');
    expect(way.case.duties.every((duty) => duty.closed !== null)).toBe(true);
    expect(agenda(way.case)).toEqual([]);
  });

  test('AC-23 closing a case under investigation is refused, and every stage that is not passed is named', () => {
    const way = new Scenario().report().advanceTo('investigating').when({ type: 'AdvanceCase', to: 'closed' });
    expect(way.refusal?.code).toBe('mayNotBeSkipped');
    expect(way.lacks().filter((field) => field === 'AdvanceCase.notApplicable')).toHaveLength(4);
    // What the stage itself still lacks is said in the same answer.
    expect(way.lacks()).toContain('CompleteInvestigation');
  });

  test('AC-36 no handling for eleven days: the enhetschef was reminded before day 10, the avdelningschef is told on day 11', () => {
    // Received on Monday 2 March 2026: day 10 is Thursday 12 March, day 11 Friday 13 March.
    const way = new Scenario('2026-03-02T09:00:00.000Z').report();
    const items = agenda(way.case).filter((item) => item.rule === 'RAPPORTER-UTRED');
    expect(items.filter((item) => item.do === 'remind' && item.toRole === 'enhetschef' && item.at < '2026-03-12').length).toBeGreaterThan(0);
    const told = items.find((item) => item.do === 'escalate' && item.level === 1);
    expect(told?.toRole).toBe('avdelningschef');
    expect(told?.at.slice(0, 10)).toBe('2026-03-13');
  });

  test('a repeated question of time changes nothing: an item is performed once', () => {
    const way = new Scenario().report().passUntil('2026-03-20T12:00:00.000Z');
    const performed = way.log.filter((event) => event.type === 'ReminderDue' || event.type === 'Escalated');
    const items = performed.map((event) => (event.open as { item: string }).item);
    expect(items.length).toBeGreaterThan(3);
    expect(new Set(items).size).toBe(items.length);
    way.when({ type: 'PerformAgendaItem', item: items[0] as string }, people.system);
    expect(way.last).toEqual([]);
  });

  test('a closed case is reopened, answered anew and closed again', () => {
    const way = new Scenario().report().advanceTo('closed');
    way.when({ type: 'ReopenCase', reason: 'happenedAgain', text: 'Det hände igen.' });
    expect(way.refusal?.code).toBe('notYours');
    way.when({ type: 'ReopenCase', reason: 'happenedAgain', text: 'Det hände igen.' }, people.divisionHead);
    expect(way.case.stage).toBe('investigating');
    expect(way.case.duties.some((duty) => duty.rule === 'LOK-KLAG-SVAR' && duty.closed === null)).toBe(true);
    way.advanceTo('closed');
    expect(way.case.progress.reopenings.length).toBe(1);
  });
});
