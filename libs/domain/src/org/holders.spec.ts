import { jarva, jarvaPeople, soderkoping, soderkopingPeople } from '../../../../test/support/municipalities.js';
import { Scenario, organisation as scenario, people as scenarioPeople } from '../../../../test/support/scenario.js';
import type { Role } from '../codes/roles.js';
import type { Actor } from './actor.js';
import { type Holder, holdersOf, managersOf } from './holders.js';

const today = '2026-03-02';
const holders = (people: Readonly<Record<string, Actor>>): readonly Holder[] =>
  Object.values(people).flatMap(({ person, posts }) => (person === null ? [] : [{ id: person, posts }]));
const names = (people: Readonly<Record<string, Actor>>, ids: readonly string[]) =>
  Object.entries(people)
    .filter(([, actor]) => ids.includes(actor.person ?? '-'))
    .map(([name]) => name);
const found = (people: Readonly<Record<string, Actor>>, ...[role, unit, organisation]: [Parameters<typeof holdersOf>[1], string | null, typeof jarva]) =>
  names(
    people,
    holdersOf(holders(people), role, unit, organisation, today).map(({ id }) => id),
  );

describe('Who a role over a unit is', () => {
  test('R-154 a duty is the post’s: when the manager changes in the middle of a case, the new one has it', () => {
    const [role, unit] = (new Scenario().report().duty('LOK-KLAG-SVAR')?.owner ?? '').split('@') as [Role, string];
    expect(found(scenarioPeople, role, unit, scenario)).toEqual(['manager']);
    const { manager, carer: newcomer, ...rest } = scenarioPeople;
    expect(found({ ...rest, newcomer: { ...newcomer, posts: manager.posts } }, role, unit, scenario)).toEqual(['newcomer']);
  });

  test('those who hold it there, else the nearest above', () => {
    expect(found(scenarioPeople, 'enhetschef', 'afs-norra', scenario)).toEqual(['manager']);
    expect(found(scenarioPeople, 'avdelningschef', 'afs-norra', scenario)).toEqual(['divisionHead']);
    expect(found(scenarioPeople, 'socialchef', null, scenario)).toEqual(['director']);
    expect(found(scenarioPeople, 'enhetschef', null, scenario)).toEqual([]);
  });

  test('R-129 the one who stands in, not the one who is away (docs/law/access.md#stand-ins)', () => {
    expect(found(soderkopingPeople, 'socialchef', 'omsorg-hemtjanst', soderkoping)).toEqual(['deputy']);
    const { deputy: _, ...back } = soderkopingPeople;
    expect(found(back, 'socialchef', 'omsorg-hemtjanst', soderkoping)).toEqual(['director']);
  });

  test('two who stand in for each other are both told, rather than nobody', () => {
    const [a, b] = ['a', 'b'];
    const both: Holder[] = [
      {
        id: a,
        posts: [
          { role: 'enhetschef', unit: 'afs-norra' },
          { role: 'enhetschef', unit: 'afs-norra', instead: b },
        ],
      },
      {
        id: b,
        posts: [
          { role: 'enhetschef', unit: 'afs-norra' },
          { role: 'enhetschef', unit: 'afs-norra', instead: a },
        ],
      },
    ];
    expect(holdersOf(both, 'enhetschef', 'afs-norra', scenario, today)).toEqual(both);
  });

  test('R-139 where two roles are one post, the one who holds it is both', () => {
    expect(found(jarvaPeople, 'verksamhetschef', 'aldre-hemtjanst', jarva)).toEqual(['manager']);
    expect(found(soderkopingPeople, 'verksamhetschef', 'omsorg-hemtjanst', soderkoping)).toEqual(['operationsHead']);
  });
});

describe('Who the manager is that a report is about', () => {
  test('the nearest who manages the place, by the lowest role held there', () => {
    expect(names(scenarioPeople, managersOf(holders(scenarioPeople), 'afs-norra', scenario, today))).toEqual(['manager']);
    expect(names(scenarioPeople, managersOf(holders(scenarioPeople), 'afs', scenario, today))).toEqual(['operationsHead']);
    expect(names(scenarioPeople, managersOf(holders(scenarioPeople), 'iof-barn', scenario, today))).toEqual(['director']);
  });

  test('the one whose post it is, also while another stands in', () => {
    expect(names(soderkopingPeople, managersOf(holders(soderkopingPeople), 'socialnamnd', soderkoping, today))).toEqual(['director']);
  });
});
