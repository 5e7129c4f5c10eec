import { personActor } from './actor.js';
import { checkAnswer, checkMayChange, type Proposal, proposalsOf, readsAdministration, takesTwo } from './administration.js';
import { Organisation, type Unit } from './units.js';

const unit = (code: string, level: Unit['level'], parent: string | null, provider: Unit['provider'] = 'own'): Unit => ({
  code,
  name: code,
  level,
  parent,
  provider,
  successor: null,
  validFrom: '2020-01-01',
  validTo: null,
});
const organisation = new Organisation([
  unit('namnd', 'board', null),
  unit('afs', 'division', 'namnd'),
  unit('norra', 'unit', 'afs'),
  unit('iof', 'division', 'namnd'),
  unit('bolag', 'board', null, 'lov'),
]);
const today = '2026-11-30';
const [first, second, chief, local, manager] = [
  personActor('first', [{ role: 'systemforvaltare', unit: 'namnd' }]),
  personActor('second', [{ role: 'systemforvaltare', unit: 'namnd' }]),
  personActor('chief', [{ role: 'socialchef', unit: 'namnd' }]),
  personActor('local', [{ role: 'systemforvaltare', unit: 'afs' }]),
  personActor('manager', [{ role: 'enhetschef', unit: 'norra' }]),
];
const known = (actor: typeof first) => ({ actor, organisation, today });
const refused = (run: () => void): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const proposal: Proposal = { id: 'p', by: first.id, at: '', state: 'open', units: ['norra'], persons: ['third'], answeredBy: null, answeredAt: null };
const confirms = (actor: typeof first, given: Partial<Proposal> = {}) => refused(() => checkAnswer({ ...proposal, ...given }, 'confirm', known(actor)));

describe('Who changes the organisation', () => {
  test('the systemförvaltare, in the part where the role is held, and nobody else', () => {
    expect(refused(() => checkMayChange({ units: ['norra', 'iof'] }, known(first)))).toBeNull();
    expect(refused(() => checkMayChange({ units: ['norra'] }, known(local)))).toBeNull();
    expect(refused(() => checkMayChange({ units: ['iof'] }, known(local)))).toBe('notYours');
    expect(refused(() => checkMayChange({ units: ['bolag'] }, known(first)))).toBe('notYours');
    for (const actor of [chief, manager]) expect(refused(() => checkMayChange({ units: ['norra'] }, known(actor)))).toBe('notYours');
    expect([first, chief, manager].map(readsAdministration)).toEqual([true, true, false]);
  });

  test('what gives or takes a role, or lets somebody act for another, takes two persons', () => {
    for (const what of ['givePost', 'endPost', 'standIn']) expect(takesTwo([{ do: 'addPerson' }, { do: what }])).toBe(true);
    for (const what of ['addUnit', 'moveUnit', 'renameUnit', 'endUnit', 'addPerson']) expect(takesTwo([{ do: what }])).toBe(false);
  });

  test('another administrator or the socialchef confirms; never the one who proposed, nor the one whom it concerns', () => {
    expect([second, chief, local].map((actor) => confirms(actor))).toEqual([null, null, null]);
    expect(confirms(first)).toBe('notYours');
    expect(confirms(second, { persons: ['second'] })).toBe('notYours');
    expect(confirms(local, { units: ['iof'] })).toBe('notYours');
    expect(confirms(manager)).toBe('notFound');
  });

  test('a proposal is answered once; the one who proposed may take it back', () => {
    expect(confirms(second, { state: 'confirmed' })).toBe('alreadyMet');
    expect(refused(() => checkAnswer(proposal, 'reject', known(first)))).toBeNull();
    expect(refused(() => checkAnswer(undefined, 'confirm', known(second)))).toBe('notFound');
  });

  test('the register tells who proposed and who answered, and takes no second answer', () => {
    const happened = (type: string, actor: string, open: object) => ({ type, actor, at: `at-${actor}`, open: { proposal: 'p', ...open } });
    const told = proposalsOf([
      happened('OrganisationChangeProposed', first.id, { units: ['norra'], persons: [] }),
      { type: 'OrganisationChanged', actor: 'operator', at: '', open: { rows: 1, hash: 'x', proposal: null } },
      happened('OrganisationChanged', second.id, {}),
      happened('OrganisationChangeRejected', chief.id, {}),
    ]);
    expect(told).toEqual([{ ...proposal, at: `at-${first.id}`, persons: [], state: 'confirmed', answeredBy: second.id, answeredAt: `at-${second.id}` }]);
  });
});
