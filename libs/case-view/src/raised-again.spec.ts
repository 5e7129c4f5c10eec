import { agenda } from '#domain/case/agenda';
import { organisation, people, Scenario } from '../../../test/support/scenario.js';
import { sentenceOf } from './agenda.js';
import { sentenceOfEvent } from './history.js';

/** A care injury that the patient is not told of, which the law demands (PSL 3 kap. 8 §); and the first assessment, a rule of the municipality's own. */
function late(): Scenario {
  const way = new Scenario('2026-03-02T09:00:00.000Z').report({ kind: 'deviation', lawAreas: ['HSL'], what: 'x' }, people.carer);
  return way.does(people.mas, { type: 'AnswerTriage', irregularity: 'no', careInjury: 'yes', danger: 'no', reasons: 'x' });
}

describe('What is raised again is not called the next manager’s', () => {
  test('in the history: two managers are told that it is late, and after that it is still not done', () => {
    const said = late()
      .passUntil('2026-04-20T12:00:00.000Z')
      .log.filter((event) => event.type === 'Escalated' && event.open.duty.startsWith('LM-PATIENTINFO#'))
      .map((event) => sentenceOfEvent(event, organisation, '2026-04-20').split(':')[0]);
    const again = 'Fortfarande inte gjort, höjt igen';
    expect(said).toEqual(['Förseningen lyftes till nästa chef', 'Förseningen lyftes till nästa chef', again, again, again, again, again]);
  });

  test('on the agenda, which says that it comes only if it is still not done', () => {
    const said = agenda(late().case)
      .filter((item) => item.rule === 'LM-PATIENTINFO' && item.do === 'escalate')
      .map(sentenceOf);
    expect(said).toEqual([
      'Förseningen lyfts till avdelningschef',
      'Förseningen lyfts till socialchef',
      'Om det fortfarande inte är gjort lyfts det igen till nämnd',
    ]);
  });
});
