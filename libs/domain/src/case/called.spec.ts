import { organisation, people, Scenario } from '../../../../test/support/scenario.js';
import type { Actor } from '../org/actor.js';
import { alertedOf, calledIn } from './called.js';
import { maySeeWords } from './policy.js';
import { seenOf, sees, visible } from './visible.js';

const { manager, mas, sas, registrar, director, carer } = people;
type Said = 'yes' | 'unsure' | 'no';
const triage = (irregularity: Said, careInjury: Said, danger: Said = 'no') =>
  ({ type: 'AnswerTriage', irregularity, careInjury, danger, reasons: 'x' }) as const;
const complaint = (lawAreas: readonly string[]) => new Scenario().report({ lawAreas, categories: ['treatment'] });
const opens = (way: Scenario, actor: Actor) => [
  sees(visible(actor, organisation, '2026-03-02'), seenOf(way.case)),
  maySeeWords(actor, way.case, organisation, '2026-03-02'),
];

describe('Who is to act may open what they are to act on (SoL 27 kap. 2 and 5 §§, PSL 3 kap. 3 §)', () => {
  test.each(['yes', 'unsure'] as const)('a care injury %s in a complaint under SoL is MAS’s to judge, and the refusal that points at MAS is true', (said) => {
    const way = complaint(['SoL']);
    expect(opens(way, mas)).toEqual([false, false]);
    way.does(manager, triage('no', said));
    expect(opens(way, mas)).toEqual([true, true]);
    expect(way.when(triage('no', 'no'), manager).refusal?.missing[0]?.text).toContain('låt MAS ändra svaret');
    way.does(mas, triage('no', 'no'));
    // As long as the answer stands, and no longer.
    expect([way.case.assessment.triage?.careInjury, ...opens(way, mas)]).toEqual(['no', false, false]);
  });

  test.each(['yes', 'unsure'] as const)('an irregularity %s in a case of care is SAS’s to judge', (said) => {
    for (const way of [complaint(['HSL']), new Scenario().report({ kind: 'deviation', lawAreas: ['HSL'], deviationType: 'fall' }, carer)]) {
      expect(opens(way, sas)).toEqual([false, false]);
      way.does(way.case.desc.kind === 'complaint' ? manager : mas, triage(said, 'no'));
      expect(opens(way, sas)).toEqual([true, true]);
    }
  });

  test('nobody else comes to see it by that, and nobody with a conflict of interest', () => {
    const way = complaint(['SoL']).does(manager, triage('no', 'yes'));
    expect(opens(way, people.notifier)).toEqual([false, false]);
    expect(opens(way, people.irregularityInvestigator)).toEqual([false, false]);
    way.does(registrar, { type: 'AnswerConflict', answer: 'conflict', ground: 'relation', person: mas.person as string });
    expect(opens(way, mas)).toEqual([false, false]);
    expect(way.when(triage('no', 'no'), mas).refusal?.status).toBe(404);
  });

  test('nor one who holds the same post in another tree', () => {
    const elsewhere = { ...mas, posts: [{ role: 'mas', unit: 'iof' }] } as Actor;
    expect(opens(complaint(['SoL']).does(manager, triage('no', 'yes')), elsewhere)).toEqual([false, false]);
  });

  test('whoever owes something in the case may open it, until it is done', () => {
    const way = new Scenario().report({ lawAreas: ['SoL'] }).does(director, triage('no', 'no'));
    expect(calledIn(way.case)).toEqual(['enhetschef']);
    const duty = { ...way.case.duties[0], owner: 'mas@afs-norra', closed: null } as (typeof way.case.duties)[number];
    way.state = { ...way.case, duties: [duty] };
    expect(opens(way, mas)).toEqual([true, true]);
    way.state = { ...way.case, duties: [{ ...duty, closed: { as: 'met', reason: null, at: way.now } }] };
    expect(opens(way, mas)).toEqual([false, false]);
  });

  test('who is told by mail is who may open it', () => {
    for (const laws of [['SoL'], ['HSL'], []])
      for (const answers of [triage('yes', 'no'), triage('no', 'unsure'), triage('no', 'no', 'yes'), triage('no', 'no')]) {
        const way = complaint(laws).does(director, answers);
        for (const [role, actor] of [
          ['mas', mas],
          ['sas', sas],
        ] as const)
          if (alertedOf(way.case).includes(role)) expect([laws, answers, role, opens(way, actor)]).toEqual([laws, answers, role, [true, true]]);
      }
  });
});
