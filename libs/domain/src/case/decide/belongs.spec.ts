import { wide } from '../../../../../test/support/municipalities.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import type { CommandType } from '../commands.schema.js';

/*
 * A command that no page offers in a kind of case is refused in it by `decide` too, so that a program which calls the API meets the same rule.
 */

type Command = Parameters<Scenario['when']>[0];
const { carer, director, manager, registrar } = people;
const complaint = () => new Scenario().report({ unit: 'afs-norra' }, registrar);
const deviation = () => new Scenario().report({ kind: 'deviation', opinionType: null, unit: 'afs-norra', lawAreas: ['SoL'], deviationType: 'fall' }, carer);
const nameless = () =>
  new Scenario().report({ kind: 'deviation', opinionType: null, unit: 'afs-norra', lawAreas: ['SoL'], deviationType: 'fall', anonymous: true }, carer);
const mirror = () => new Scenario(undefined, wide).report({ kind: 'lexSarah', opinionType: null, unit: 'afs-vast', lawAreas: ['SoL'] }, registrar);
const message = { type: 'SendMessage', text: 'x' } as const;
const risk = { type: 'AssessRisk', severity: '2', probability: '2' } as const;
const reply = { type: 'ReplyAsReporter', answered: 'yes' } as const;

describe('A command belongs to its kinds of case', () => {
  test.each<[string, Command & { type: CommandType }, () => Scenario, (typeof people)[keyof typeof people]]>([
    ['a message is written to one who has the code, never to a colleague who is logged in', message, deviation, manager],
    ['a risk is not assessed in a complaint', risk, complaint, manager],
    ['nor in the municipality’s view of what a provider answers for', risk, mirror, director],
    ['one who wrote down another’s complaint does not say whether it was answered', reply, complaint, registrar],
  ])('%s', (_, command, make, by) => {
    const way = make().when(command, by);
    expect(way.refusal).toMatchObject({ code: 'incomplete', status: 422 });
    expect(way.lacks()).toEqual([command.type]);
  });

  test.each<[string, Command, () => Scenario, (typeof people)[keyof typeof people], string]>([
    ['a message in a complaint', message, complaint, manager, 'MessageExchanged'],
    ['a message to a colleague who reported without a name', message, nameless, manager, 'MessageExchanged'],
    ['the risk of a deviation', risk, deviation, manager, 'RiskAssessed'],
    ['a colleague’s answer about their own report', reply, deviation, carer, 'ReporterReplied'],
  ])('%s is taken as before', (_, command, make, by, event) => {
    const way = make().when(command, by);
    expect(way.refusal).toBeNull();
    expect(way.last.map(({ type }) => type)).toContain(event);
  });
});
