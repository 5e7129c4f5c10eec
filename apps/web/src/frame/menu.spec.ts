import type { Role } from '#domain/codes/roles';
import type { Person } from '#organisation/people';
import { menuOf } from './menu.js';

const held = (...roles: readonly Role[]): Person => ({
  id: '',
  login: '',
  name: '',
  email: '',
  posts: roles.map((role) => ({ role, unit: 'afs-norra' })),
});
const labels = (person: Person | null) => menuOf(person, '/', 2023).map(({ label }) => label);
const at = (path: string) =>
  menuOf(held('socialchef'), path, 2023)
    .filter((item) => item.at !== null)
    .map((item) => `${item.label} ${item.at}`);

describe('The menu', () => {
  test('shows people the entries that they use', () => {
    expect(labels(null)).toEqual(['Lämna synpunkt', 'Följ ärende']);
    expect(labels(held('medarbetare'))).toEqual(['Att göra', 'Sök', 'Rapportera', 'Ledningssystem', 'Statistik', 'Följ ärende']);
    expect(labels(held('enhetschef'))).toEqual(['Att göra', 'Sök', 'Rapportera', 'Min enhet', 'Ledningssystem', 'Statistik', 'Följ ärende']);
    expect(labels(held('socialchef'))).toEqual([
      'Att göra',
      'Sök',
      'Rapportera',
      'Min enhet',
      'Ledningssystem',
      'Loggkontroller',
      'Registerutdrag',
      'Beslut',
      'Statistik',
      'Kvalitetsberättelse',
      'Organisation',
      'Följ ärende',
    ]);
    expect(labels(held('socialchef'))).not.toContain('Nämnden');
    expect(labels(held('systemforvaltare'))).toEqual(['Att göra', 'Rapportera', 'Statistik', 'Organisation', 'Följ ärende']);
    expect(labels(held('dso'))).toEqual(['Att göra', 'Rapportera', 'Loggkontroller', 'Statistik', 'Åtkomstlogg', 'Följ ärende']);
    expect(labels(held('namnd'))).toContain('Nämnden');
    expect(labels(held('namnd'))).not.toContain('Min enhet');
    expect(labels(held('namnd'))).not.toContain('Sök');
    expect(labels(held('medarbetare', 'controller'))).toContain('Kvalitetsberättelse');
  });

  test('marks the entry of the current page', () => {
    expect(at('/')).toEqual([]);
    expect(at('/arenden')).toEqual(['Att göra page']);
    expect(at('/arende/5e2f/beslut')).toEqual(['Att göra beneath']);
    expect(at('/statistik/causes/arenden')).toEqual(['Statistik beneath']);
    expect(at('/kvalitetsberattelse/2022')).toEqual(['Kvalitetsberättelse beneath']);
    for (const path of ['/risker', '/risker/5e2f', '/atgarder/ny']) expect(at(path)).toEqual(['Ledningssystem beneath']);
    expect(at('/ledningssystem')).toEqual(['Ledningssystem page']);
    expect(at('/registerutdrag/5e2f')).toEqual(['Registerutdrag beneath']);
    expect(at('/riskera')).toEqual([]);
    expect(at('/rapporterat')).toEqual([]);
  });
});
