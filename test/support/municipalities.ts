import { defaultLadder } from '#domain/codes/roles';
import { uuidOf } from '#domain/ids';
import { type Actor, personActor } from '#domain/org/actor';
import { defaultSettings, type Settings } from '#domain/org/settings';
import { Organisation, type Unit } from '#domain/org/units';
import { organisation } from './scenario.js';

/*
 * Two municipalities of different structure, so that no code assumes one of them. The structures are those of documents
 * 003 and 004; the people and the units are invented.
 */

const unit = (code: string, name: string, level: Unit['level'], parent: string | null): Unit => ({
  code,
  name,
  level,
  parent,
  provider: 'own',
  successor: null,
  validFrom: '2010-01-01',
  validTo: null,
});
const person = (name: string, ...posts: Actor['posts']): Actor => personActor(uuidOf('person', name), posts);

/**
 * The scenario's municipality with what makes sight difficult: a unit run by another, units that have ended with and without a
 * successor, and a private provider's own tree beside the board's.
 */
export const wide = new Organisation([
  ...organisation.at('2026-01-01'),
  { ...unit('afs-vast', 'Hemtjänst Väst', 'unit', 'afs'), provider: 'lov' },
  { ...unit('afs-gamla', 'Gamla hemtjänsten', 'unit', 'afs'), validTo: '2025-01-01', successor: 'afs-norra' },
  { ...unit('iof-nedlagd', 'Nedlagd enhet', 'unit', 'iof'), validTo: '2025-01-01' },
  { ...unit('bolag', 'Omsorgsbolaget', 'board', null), provider: 'contract' },
  { ...unit('bolag-hem', 'Bolagets boende', 'unit', 'bolag'), provider: 'contract' },
]);

/** Järva's structure: the enhetschef is the verksamhetschef, and nobody is named to decide on notification. */
export const jarvaSettings: Settings = {
  ...defaultSettings,
  coinciding: [['enhetschef', 'verksamhetschef']],
  ivoDecider: { lexSarah: [], lexMaria: [] },
};
export const jarva = new Organisation(
  [
    unit('stadsdel', 'Stadsdelsnämnden', 'board', null),
    unit('aldre', 'Äldre', 'division', 'stadsdel'),
    unit('aldre-hemtjanst', 'Hemtjänsten', 'unit', 'aldre'),
  ],
  jarvaSettings,
);
export const jarvaPeople = {
  carer: person('jarva carer', { role: 'medarbetare', unit: 'aldre-hemtjanst' }),
  manager: person('jarva manager', { role: 'enhetschef', unit: 'aldre-hemtjanst' }),
  divisionHead: person('jarva divisionHead', { role: 'avdelningschef', unit: 'aldre' }),
  director: person('jarva director', { role: 'socialchef', unit: 'stadsdel' }),
  committee: person('jarva committee', { role: 'utskott', unit: 'stadsdel' }),
  board: person('jarva board', { role: 'namnd', unit: 'stadsdel' }),
  mas: person('jarva mas', { role: 'mas', unit: 'stadsdel' }),
};

/** Söderköping's structure: enhetschef and verksamhetschef are two levels, and a deputy decides when the socialchef is away. */
export const soderkopingSettings: Settings = {
  ...defaultSettings,
  ladder: { ...defaultLadder, enhetschef: 'verksamhetschef' },
  levels: { board: 'nämnd', division: 'verksamhetsområde', unit: 'enhet' },
  ivoDecider: { lexSarah: ['socialchef'], lexMaria: ['mas'] },
  delegationPoint: { lexSarah: { socialchef: 'S4.7' }, lexMaria: { mas: 'S9.2' } },
};
export const soderkoping = new Organisation(
  [
    unit('socialnamnd', 'Socialnämnden', 'board', null),
    unit('omsorg', 'Vård och omsorg', 'division', 'socialnamnd'),
    unit('omsorg-hemtjanst', 'Hemtjänsten', 'unit', 'omsorg'),
  ],
  soderkopingSettings,
);
const director = person('soderkoping director', { role: 'socialchef', unit: 'socialnamnd' });
export const soderkopingPeople = {
  manager: person('soderkoping manager', { role: 'enhetschef', unit: 'omsorg-hemtjanst' }),
  operationsHead: person('soderkoping operationsHead', { role: 'verksamhetschef', unit: 'omsorg' }),
  director,
  /** Has the socialchef's post on the days the socialchef is away, and says in whose place. */
  deputy: person('soderkoping deputy', { role: 'socialchef', unit: 'socialnamnd', instead: director.person as string }),
  mas: person('soderkoping mas', { role: 'mas', unit: 'socialnamnd' }),
};
