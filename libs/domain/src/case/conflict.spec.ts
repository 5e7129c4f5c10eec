import { organisation, people } from '../../../../test/support/scenario.js';
import type { Holder } from '../org/holders.js';
import { type ExistingCase, noCase } from './case.js';
import { conflictsAt, conflictsOf, hasInvestigated, mayBeTakenBack, overrideLacks, whyNotChosen } from './conflict.js';

const { manager, otherManager, divisionHead, director, registrar, controller, carer, investigator } = people;
const id = (actor: { person: string | null }) => actor.person as string;
const holders: readonly Holder[] = Object.values(people).flatMap(({ person, posts }) => (person === null ? [] : [{ id: person, posts }]));
const known = { organisation, people: holders, today: '2026-03-02' };
const unopened = { opened: null, investigators: [], entries: [], heard: [], causes: [], completed: null };
const noConflict = { barred: [], free: [], found: [], exceptions: [] };
const state = (change: Partial<ExistingCase> = {}, kind = 'lexSarah') =>
  ({
    ...noCase('c'),
    exists: true,
    desc: { kind, unit: 'afs-norra', lawAreas: ['SoL'] },
    handler: null,
    receipt: { reporter: null },
    conflict: noConflict,
    investigation: unopened,
    duties: [],
    assessment: { triage: null },
    ...change,
  }) as unknown as ExistingCase;
const conflict = (person: string, ground: string, row: Partial<ExistingCase['conflict']['found'][number]> = {}) => ({
  person,
  ground,
  computed: false,
  overridden: false,
  ...row,
});

describe('R-130 what a report says of those it is about is a conflict of interest by itself (KL 6 kap. 28 §)', () => {
  const of = (concerned: Partial<Parameters<typeof conflictsAt>[0]>) =>
    conflictsAt({ unit: 'afs-norra', concerns: [], concernsChief: false, ...concerned }, known).map(({ person, ground, computed, answer }) => [
      person,
      ground,
      computed,
      answer,
    ]);

  test('nobody named, nobody barred', () => expect(of({})).toEqual([]));

  test('those who are named, once each', () => {
    expect(of({ concerns: [id(carer), id(carer)] })).toEqual([[id(carer), 'named', true, 'conflict']]);
  });

  test('the manager of the unit, without the one who reports having to know the name', () => {
    expect(of({ concernsChief: true })).toEqual([[id(manager), 'managerOfTheAct', true, 'conflict']]);
  });

  test('a manager who is also named has one conflict, as named', () => {
    expect(of({ concernsChief: true, concerns: [id(manager)] })).toEqual([[id(manager), 'named', true, 'conflict']]);
  });

  test('without a unit there is no manager to tell', () => expect(of({ unit: null, concernsChief: true })).toEqual([]));
});

describe('What bars from one case bars from the case it becomes', () => {
  test('stated and computed alike, but not what a second person has set aside', () => {
    const parent = state({
      conflict: { ...noConflict, found: [conflict('a', 'named', { computed: true }), conflict('b', 'relation'), conflict('c', 'named', { overridden: true })] },
    });
    expect(conflictsOf(parent).map(({ person, ground, computed }) => [person, ground, computed])).toEqual([
      ['a', 'named', true],
      ['b', 'relation', false],
    ]);
  });
});

describe('Who can’t be chosen', () => {
  const choices = ['handler', 'investigator', 'decider'] as const;
  const hindered = (at: ExistingCase, person: string) => choices.filter((as) => whyNotChosen(at, person, as, 'X.person') !== null);

  test('one who has a conflict, for anything', () => {
    expect(hindered(state({ conflict: { ...noConflict, barred: [id(manager)] } }), id(manager))).toEqual(choices);
    expect(hindered(state(), id(manager))).toEqual([]);
  });

  test.each([
    ['lexSarah', ['decider']],
    ['lexMaria', ['decider']],
    ['complaint', []],
    ['deviation', []],
  ] as const)('one who investigated does not decide: %s', (kind, hinders) => {
    expect(hindered(state({ investigation: { ...unopened, investigators: [id(director)] } }, kind), id(director))).toEqual(hinders);
  });

  test('unless a second person stood for it; another ground set aside is not this one', () => {
    const overridden = (ground: string) =>
      state({
        investigation: { ...unopened, investigators: [id(director)] },
        conflict: { ...noConflict, found: [conflict(id(director), ground, { overridden: true })] },
      });
    expect(hasInvestigated(overridden('investigated'), id(director))).toBe(false);
    expect(hasInvestigated(overridden('named'), id(director))).toBe(true);
  });
});

describe('To set a conflict aside takes two', () => {
  const barred = state({ conflict: { ...noConflict, barred: [id(manager)], found: [conflict(id(manager), 'named', { computed: true })] } });
  const investigated = state({ investigation: { ...unopened, investigators: [id(manager)] } });
  const fields = (command: { person: string; second: string }, at = investigated, actor: string | null = id(divisionHead)) =>
    overrideLacks(command, at, known, actor).map(({ field }) => field);

  test('a chief or the registrar gives the command, another of them stands for it', () => {
    expect(fields({ person: id(manager), second: id(director) })).toEqual([]);
    expect(fields({ person: id(manager), second: id(registrar) })).toEqual([]);
  });

  test.each([
    ['the one who gives the command', id(divisionHead)],
    ['a chief of another unit', id(otherManager)],
    ['a controller, who only reads', id(controller)],
    ['one without a post over the unit', id(investigator)],
    ['nobody we know', '00000000-0000-4000-8000-000000000000'],
  ])('but not %s', (_who, second) => {
    expect(fields({ person: id(manager), second })).toContain('second');
  });

  test('nor the one it is about, by whichever hand', () => {
    expect(fields({ person: id(manager), second: id(manager) })).toContain('second');
    expect(fields({ person: id(manager), second: id(director) }, investigated, id(manager))).toContain('person');
  });

  test('nor one who has a conflict too', () => {
    expect(
      fields({ person: id(manager), second: id(director) }, { ...investigated, conflict: { ...investigated.conflict, barred: [id(director)] } }),
    ).toContain('second');
  });

  test('one whom the matter concerns is not let in by anybody, whoever stands for it (KL 6 kap. 28–30 §§)', () => {
    for (const second of [id(director), id(registrar)]) expect(fields({ person: id(manager), second }, barred)).toEqual(['person']);
  });

  test('where there is no conflict there is nothing to set aside', () => {
    expect(fields({ person: id(carer), second: id(director) })).toEqual(['person']);
    expect(fields({ person: id(director), second: id(registrar) }, state({ investigation: { ...unopened, investigators: [id(director)] } }))).toEqual([]);
    expect(
      fields({ person: id(director), second: id(registrar) }, state({ investigation: { ...unopened, investigators: [id(director)] } }, 'complaint')),
    ).toEqual(['person']);
  });

  test('what a person has said may be taken back by a word, what the facts say may not', () => {
    expect(mayBeTakenBack(barred, id(manager))).toBe(false);
    expect(mayBeTakenBack(state({ conflict: { ...noConflict, found: [conflict(id(manager), 'relation')] } }), id(manager))).toBe(true);
  });
});
