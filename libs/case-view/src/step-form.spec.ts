import type { PublicCommand } from '#domain/case/commands.schema';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { processOf } from '#domain/case/processes/index';
import type { Actor } from '#domain/org/actor';
import { organisation, people, Scenario } from '../../../test/support/scenario.js';
import { commandsFor } from './commands-for.js';
import { commandOf } from './offered.js';
import { stepForm } from './step-form.js';

const form = (way: Scenario, actor: Actor = people.manager) =>
  stepForm(way.case, commandsFor(actor, way.case, organisation, way.now.slice(0, 10)), actor.person);
const parts = (way: Scenario, actor: Actor = people.manager) => (form(way, actor)?.legs ?? []).map((leg) => leg.parts.map(({ command }) => command));

describe('The form of the next step', () => {
  test('R-021 it asks for all that is missing and that this person may supply, the question of conflict first', () => {
    expect(parts(new Scenario().report())).toEqual([['AnswerConflict', 'AssignCase', 'ClassifyCase', 'AnswerTriage', 'GiveFeedback', 'TitleCase']]);
    expect(form(new Scenario().report())?.text).toBe('Börja utreda');
  });

  test('R-021 in every stage of a complaint, what is missing stands in the form', () => {
    for (const stage of ['investigating', 'assessing', 'feedback', 'followUp'] as const) {
      const way = new Scenario().report().advanceTo(stage);
      const missing = new Set<PublicCommand['type']>(lacksToAdvance(way.case, processOf(way.case.desc.process)).map(commandOf));
      expect([stage, [...(parts(way)[0] ?? [])].sort()]).toEqual([stage, [...missing].sort()]);
      if (stage === 'investigating') expect(parts(way)[0]?.at(-1)).toBe('CompleteInvestigation');
    }
  });

  test('KL 6 kap. 38 § the position on IVO is asked beside the assessment where the first assessment said no to both questions, and only there', () => {
    const triaged = (careInjury: string) => {
      const way = new Scenario().report().advanceTo('assessing');
      return careInjury === 'no' ? way : way.when({ type: 'AnswerTriage', irregularity: 'no', careInjury, danger: 'no' });
    };
    expect(parts(triaged('no'))).toEqual([['DecideOutcome', 'PlanAction'], ['DecideIvo']]);
    expect(form(triaged('no'))?.legs.map(({ to }) => to)).toEqual(['ivoDecision', 'feedback']);
    expect(parts(triaged('unsure'))).toHaveLength(1);
    expect(parts(triaged('unsure'))[0]).not.toContain('DecideIvo');
  });

  test('KL 6 kap. 28 § whoever decides is asked about conflict first, where they have not answered; it is never asked on the handler’s behalf', () => {
    expect(parts(new Scenario().report().advanceTo('assessing'), people.divisionHead)[0]?.[0]).toBe('AnswerConflict');
    const another = new Scenario().report().when({ type: 'AssignCase', person: people.divisionHead.person }, people.divisionHead);
    expect(parts(another)[0]).not.toContain('AnswerConflict');
  });

  test('a command that makes a case, or moves it, is never a part; one who may not take the case on has no form', () => {
    const suspected = new Scenario().report().when({ type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no' });
    expect(lacksToAdvance(suspected.case, processOf(suspected.case.desc.process)).map(commandOf)).toContain('ConvertCase');
    expect(parts(suspected).flat()).not.toContain('ConvertCase');
    expect(parts(new Scenario().report({ unit: null }), people.director).flat()).not.toContain('MoveToUnit');
    expect(form(new Scenario().report(), people.carer)).toBeNull();
    expect(form(new Scenario().report().advanceTo('closed'))).toBeNull();
  });
});
