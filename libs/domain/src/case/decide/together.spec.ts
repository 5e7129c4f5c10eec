import { people, Scenario } from '../../../../../test/support/scenario.js';
import { Refusal } from '../../errors.js';
import { type CaseCommand, commandSchemas, type PublicCommand } from '../commands.schema.js';
import { decideTogether } from './together.js';

const manager = people.manager.person;
const receive: readonly object[] = [
  { type: 'AnswerConflict', answer: 'none' },
  { type: 'AssignCase', person: manager },
  { type: 'ClassifyCase', categories: ['serviceDelivery'], lawAreas: ['SoL'] },
  { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' },
  { type: 'GiveFeedback', what: 'confirmation', method: 'phone' },
  { type: 'AdvanceCase', to: 'investigating' },
];
const parsed = (commands: readonly object[]): readonly CaseCommand[] =>
  commands.map((command) => commandSchemas[(command as PublicCommand).type].parse(command) as CaseCommand);

function together(way: Scenario, commands: readonly object[], actor = people.manager) {
  try {
    return { decision: decideTogether(parsed(commands), way.case, way.context(actor)), lacks: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { decision: null, lacks: error.missing.map(({ field }) => field), code: error.code };
  }
}

describe('The commands of one form, decided as one', () => {
  test('R-021 they make what they would have made one by one, in the same order', () => {
    const one = new Scenario().report();
    const made = receive.flatMap((command) => one.when(command as Parameters<Scenario['when']>[0]).last.map(({ type }) => type));
    const { decision } = together(new Scenario().report(), receive);
    expect(decision?.events.map(({ type }) => type)).toEqual(made);
  });

  test('each is judged on the case as those before it leave it: the step is refused without them', () => {
    const way = new Scenario().report();
    for (let n = 0; n < receive.length - 1; n++) {
      const { decision, lacks } = together(
        way,
        receive.filter((_, at) => at !== n),
      );
      expect([decision, lacks.length > 0]).toEqual([null, true]);
    }
  });

  test('R-021 what several of them lack is said at once, each by its own command, and the step that would repeat it is not asked', () => {
    const way = new Scenario().report();
    const { lacks } = together(way, [
      { type: 'GiveFeedback', what: 'confirmation', method: 'phone', at: '2026-04-02T08:00:00.000Z' },
      { type: 'ClassifyCase', categories: ['other'] },
      { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' },
      { type: 'AdvanceCase', to: 'investigating' },
    ]);
    expect(lacks).toEqual(['GiveFeedback.at', 'ClassifyCase.categoryOther']);
  });

  test('R-033 INC-09 a case whose category is annat goes nowhere before it is said what that is', () => {
    const way = new Scenario().report();
    const { lacks } = together(way, [
      { type: 'ClassifyCase', categories: ['other'] },
      { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' },
      { type: 'AdvanceCase', to: 'investigating' },
    ]);
    expect(lacks).toContain('ClassifyCase.categoryOther');
  });

  test('R-026 none of the rules of a command is passed by because it is sent with others', () => {
    const way = new Scenario().report();
    expect(together(way, receive, people.controller)).toMatchObject({ decision: null, code: 'notYours' });
    const assessing = new Scenario().report().advanceTo('assessing');
    const decides = { type: 'DecideOutcome', complaintOutcome: 'deficiency', reasons: 'Besöket uteblev.' };
    // The decider has not answered the question of conflict (KL 6 kap. 28–30 §§).
    expect(together(assessing, [decides], people.divisionHead).lacks).toEqual(['AnswerConflict.answer']);
    expect(together(assessing, [{ type: 'AnswerConflict', answer: 'none' }, decides], people.divisionHead).decision).not.toBeNull();
  });

  test('a command that makes a case is sent by itself', () => {
    const way = new Scenario().report();
    expect(
      together(way.when({ type: 'ClassifyCase', lawAreas: ['SoL'] }), [{ type: 'ConvertCase', to: 'lexSarah', reasons: 'Ingen kom på två dygn.' }]),
    ).toMatchObject({ code: 'badShape' });
  });
});
