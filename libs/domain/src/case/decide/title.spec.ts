import { people, Scenario } from '../../../../../test/support/scenario.js';
import { titleCase } from '../commands/title-case.js';
import { evolve } from '../evolve.js';

const { manager, carer, controller, registrar } = people;
const named = (title: string) => ({ type: 'TitleCase', title }) as const;

describe('R-021 The title of a case', () => {
  test('is sealed, on one line, written by whoever works with the case, and in a closed case too', () => {
    const way = new Scenario().report({}, carer);
    expect(way.case.titledAt).toBeNull();
    way.does(manager, named('  Maten var kall\ntre dagar '));
    expect(way.last).toEqual([{ type: 'CaseTitled', open: { written: true }, sealed: { title: 'Maten var kall tre dagar' } }]);
    expect(way.case.titledAt).not.toBeNull();
    expect(way.when(named('Igen'), registrar).types()).toEqual(['CaseTitled']);
    expect(new Scenario().report({}).advanceTo('closed').when(named('Igen'), manager).said()).toEqual([]);
  });

  test('is not written by one who only reported the case, or who counts; and answers nobody', () => {
    const way = new Scenario().report({ answer: { by: 'code' } });
    way.when({ type: 'ReceiveMessage', text: 'Hur går det?' }, people.anonymous);
    const waiting = way.case.contact.written;
    expect(way.when(named('Kall mat'), controller).refusal?.code).toBe('notYours');
    expect(new Scenario().report({}, carer).when(named('Kall mat'), carer).refusal?.code).toBe('notYours');
    way.does(manager, named('Kall mat'));
    expect(way.case.contact.written).toBe(waiting);
  });

  test('has 80 characters at most, and is taken away by an empty one where it stands', () => {
    const way = new Scenario().report();
    expect(titleCase.schema.safeParse(named('x'.repeat(81))).error?.issues.map(({ message }) => message)).toEqual(['Högst 80 tecken']);
    expect(way.when(named(''), manager).lacks()).toEqual(['TitleCase.title']);
    way.does(manager, named('x'.repeat(80)));
    way.does(manager, named(' '));
    expect(way.last).toEqual([{ type: 'CaseTitled', open: { written: false }, sealed: undefined }]);
    expect(way.case.titledAt).toBeNull();
  });

  test('no longer stands when its sealed part is removed; when another’s is, it does', () => {
    const way = new Scenario().report();
    way.does(manager, named('Kall mat'));
    const { titledAt } = way.case;
    const having = (position: number) => {
      const at = '2026-03-03T08:00:00.000Z';
      const removed = {
        type: 'SealedPartRemoved',
        open: { position, part: 'sealed', ground: 'request' },
        version: way.case.version + 1,
        position: 999,
        at,
        recordedAt: at,
      };
      return evolve(way.case, removed as never);
    };
    expect(having(titledAt ?? 0)).toMatchObject({ titledAt: null });
    expect(having((titledAt ?? 0) + 1)).toMatchObject({ titledAt });
  });
});
