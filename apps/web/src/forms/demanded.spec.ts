import type { PublicCommand } from '#domain/case/commands.schema';
import { commandNamed } from '#domain/case/commands.schema';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { processOf } from '#domain/case/processes/index';
import type { Stage } from '#domain/codes/stages';
import { formNameOf, placeOf } from '#domain/errors';
import { labelOf } from '#ui/field';
import { goTo } from '../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../test/support/scenario.js';
import { commandForm } from './command-forms.js';

const ways: Readonly<Record<string, () => Scenario>> = {
  complaint: () => new Scenario().report({ kind: 'complaint', answer: { by: 'code' } }),
  'complaint of care': () => new Scenario().report({ kind: 'complaint', lawAreas: ['HSL'], answer: { by: 'code' } }),
  'deviation under SoL': () => new Scenario().report({ kind: 'deviation', lawAreas: ['SoL'], what: 'x' }, people.carer),
  'deviation under HSL': () => new Scenario().report({ kind: 'deviation', lawAreas: ['HSL'], what: 'x' }, people.carer),
  'lex Sarah': () => new Scenario().report({ kind: 'lexSarah', lawAreas: ['SoL'], what: 'x' }, people.carer),
};

/** The fields that the gates of the stage ask for, as their forms draw them: `Command.field` and the label. */
function demandedOf({ case: state, now }: Scenario): readonly (readonly [string, string])[] {
  return lacksToAdvance(state, processOf(state.desc.process)).flatMap((lack) => {
    const command = placeOf(lack).command as PublicCommand['type'] | null;
    if (command === null || commandNamed[command].form === undefined) return [];
    const form = commandForm(command, { state, references: {}, person: null, tried: null, newKey: () => '', drafts: new Map(), now });
    const field = form.fields.find(({ name }) => name === formNameOf(lack));
    return field === undefined ? [] : [[`${state.stage} ${lack.field}`, labelOf(field)] as const];
  });
}

test.each(Object.keys(ways))('what a gate waits for is called optional in no form, in any stage of a %s', (kind) => {
  const way = (ways[kind] as () => Scenario)();
  const stages: readonly Stage[] = ['received', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp'];
  const found = stages.flatMap((stage) => demandedOf(goTo(way, stage)));
  expect(found.length).toBeGreaterThan(4);
  expect(found.filter(([, label]) => label.includes('(valfritt)'))).toEqual([]);
});

test('what no gate waits for keeps its mark, and a field that is found faulty loses it', () => {
  const optional = { label: 'Varför?', required: false };
  expect([labelOf(optional), labelOf({ ...optional, demanded: true }), labelOf(optional, true)]).toEqual(['Varför? (valfritt)', 'Varför?', 'Varför?']);
});
