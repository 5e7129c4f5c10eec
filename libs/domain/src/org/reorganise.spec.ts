import { Refusal } from '../errors.js';
import { reorganised, type UnitChange } from './reorganise.js';
import { Organisation, type Unit } from './units.js';

const row = (code: string, level: Unit['level'], parent: string | null, more: Partial<Unit> = {}): Unit => ({
  code,
  name: code,
  level,
  parent,
  provider: 'own',
  successor: null,
  validFrom: '2020-01-01',
  validTo: null,
  ...more,
});
const units = [
  row('namnd', 'board', null),
  row('afs', 'division', 'namnd'),
  row('iof', 'division', 'namnd'),
  row('norra', 'unit', 'afs'),
  row('sodra', 'unit', 'afs'),
  row('bolag', 'board', null, { provider: 'contract' }),
  row('bolag-hem', 'unit', 'bolag', { provider: 'contract' }),
];
const organisationAfter = (...changes: UnitChange[]) => {
  const { closed, opened } = reorganised(units, changes);
  return new Organisation([...units.filter((unit) => !closed.includes(unit)), ...opened]);
};
const refused = (...changes: UnitChange[]): readonly string[] => {
  try {
    reorganised(units, changes);
    return [];
  } catch (error) {
    return (error as Refusal).missing.map(({ text }) => text);
  }
};
const move = (unit: string, to: string, from = '2026-05-01'): UnitChange => ({ do: 'moveUnit', unit, to, from });
const end = (unit: string, successor: string | null, from = '2026-05-01'): UnitChange => ({ do: 'endUnit', unit, successor, from });
const add = (code: string, parent: string | null, more: Partial<Unit> = {}): UnitChange => ({
  do: 'addUnit',
  unit: { code, name: code, level: 'unit', parent, provider: 'own', validFrom: '2026-05-01', ...more },
});

describe('A reorganisation holds from its day (R-082; as it was and as it is)', () => {
  test('a unit that moves stood under the old division the day before and stands under the new one that day', () => {
    const organisation = organisationAfter(move('norra', 'iof'));
    expect(['2026-04-30', '2026-05-01'].map((day) => organisation.ancestors('norra', day)[0]?.code)).toEqual(['afs', 'iof']);
    expect(reorganised(units, [move('norra', 'iof')])).toEqual({
      closed: [row('norra', 'unit', 'afs')],
      opened: [row('norra', 'unit', 'afs', { validTo: '2026-05-01' }), row('norra', 'unit', 'iof', { validFrom: '2026-05-01' })],
    });
  });

  test('one that ends is carried on by its successor, and what it had is within it', () => {
    const organisation = organisationAfter(end('norra', 'sodra'));
    expect(organisation.isValidOn('norra', '2026-05-01')).toBe(false);
    expect(organisation.successorOf('norra', '2026-05-01')?.code).toBe('sodra');
    expect(organisation.carriedBy('sodra', '2026-05-01').toSorted()).toEqual(['norra', 'sodra']);
  });

  test('one that ends without a successor is the board’s', () => {
    const organisation = organisationAfter(end('norra', null));
    expect(organisation.answering('norra', '2026-05-01').map(({ code }) => code)).toEqual(['namnd']);
    expect(organisation.answering('norra', '2026-04-30').map(({ code }) => code)).toEqual(['norra', 'afs', 'namnd']);
    expect(organisation.carriedBy('namnd', '2026-05-01')).toContain('norra');
    expect(organisation.carriedBy('bolag', '2026-05-01')).not.toContain('norra');
  });

  test('a provider’s own tree is another root; a unit run by another in the municipality’s tree is its mirror', () => {
    const organisation = organisationAfter(add('afs-lov', 'afs', { provider: 'lov' }));
    const roots = ['norra', 'afs-lov', 'bolag-hem', 'nowhere'].map((code) => organisation.rootOf(code, '2026-05-01')?.code ?? null);
    expect(roots).toEqual(['namnd', 'namnd', 'bolag', null]);
    expect(['norra', 'afs-lov', 'bolag-hem', 'bolag', 'nowhere'].filter((code) => organisation.isMirrored(code, '2026-05-01'))).toEqual(['afs-lov']);
    expect(organisation.ownBoards('2026-05-01').map(({ code }) => code)).toEqual(['namnd']);
    expect(organisation.answering(null, '2026-05-01').map(({ code }) => code)).toEqual(['namnd']);
  });

  test('several changes are made one after the other: a division is emptied and ended in one file', () => {
    const organisation = organisationAfter(move('norra', 'iof'), move('sodra', 'iof'), end('afs', 'iof'), {
      do: 'renameUnit',
      unit: 'iof',
      name: 'Allt',
      from: '2026-05-01',
    });
    expect(organisation.ancestors('sodra', '2026-05-01').map(({ code }) => code)).toEqual(['iof', 'namnd']);
    expect(['2026-04-30', '2026-05-01'].map((day) => organisation.unit('iof', day)?.name)).toEqual(['iof', 'Allt']);
  });

  test('a row changed on its first day is replaced, not cut to nothing', () => {
    const { opened } = reorganised(units, [add('ny', 'afs'), move('ny', 'iof')]);
    expect(opened).toEqual([row('ny', 'unit', 'iof', { validFrom: '2026-05-01' })]);
  });
});

describe('What would make the organisation unreadable is refused, and says why', () => {
  test.each<readonly [string, UnitChange[], string]>([
    ['an unknown unit', [move('nowhere', 'iof')], 'nowhere gäller inte 2026-05-01, eller ändras redan senare'],
    ['a parent that does not hold', [move('norra', 'nowhere')], 'nowhere gäller inte 2026-05-01'],
    ['under itself', [move('afs', 'norra')], 'afs kan inte ligga under sig själv'],
    ['a board under something', [move('bolag', 'namnd')], 'En nämnd ligger inte under något'],
    ['a day before the unit began', [end('norra', null, '2019-12-31')], 'norra gäller inte 2019-12-31, eller ändras redan senare'],
    [
      'a change before one already made',
      [move('norra', 'iof'), move('norra', 'namnd', '2026-04-01')],
      'norra gäller inte 2026-04-01, eller ändras redan senare',
    ],
    ['an end with units below', [end('afs', 'iof')], 'Under afs ligger norra, sodra. Flytta eller avsluta dem först'],
    ['its own successor', [end('norra', 'norra')], 'En enhet efterträder inte sig själv'],
    ['a successor that is no more', [end('sodra', null), end('norra', 'sodra')], 'sodra gäller inte 2026-05-01'],
    ['a successor of another principal', [end('norra', 'bolag-hem')], 'bolag-hem hör till en annan huvudman'],
    ['a code that has been used', [add('norra', 'afs')], 'norra finns redan'],
    ['a unit under nothing', [add('ny', null)], 'ny behöver något över sig som gäller 2026-05-01'],
    ['a division under a unit', [add('ny', 'norra', { level: 'division' })], 'ny kan inte ligga under en enhet'],
  ])('%s', (_what, changes, said) => {
    expect(refused(...changes)).toContain(said);
  });
});
