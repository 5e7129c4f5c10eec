import { uuidOf } from '#domain/ids';
import { type Actor, anonymous, personActor } from '#domain/org/actor';
import { Organisation } from '#domain/org/units';

/** A small invented municipality. */
const unit = (code: string, name: string, level: 'board' | 'division' | 'unit', parent: string | null) =>
  ({ code, name, level, parent, provider: 'own', successor: null, validFrom: '2010-01-01', validTo: null }) as const;
export const organisation = new Organisation([
  unit('namnd', 'Socialnämnden', 'board', null),
  unit('afs', 'Äldre', 'division', 'namnd'),
  unit('afs-norra', 'Hemtjänst Norra', 'unit', 'afs'),
  unit('afs-sodra', 'Hemtjänst Södra', 'unit', 'afs'),
  unit('iof', 'Individ och familj', 'division', 'namnd'),
  unit('iof-barn', 'Barn och unga', 'unit', 'iof'),
]);

const person = (name: string, role: Actor['posts'][number]['role'], at: string): Actor => personActor(uuidOf('person', name), [{ role, unit: at }]);
export const people = {
  carer: person('carer', 'medarbetare', 'afs-norra'),
  manager: person('manager', 'enhetschef', 'afs-norra'),
  otherManager: person('otherManager', 'enhetschef', 'afs-sodra'),
  operationsHead: person('operationsHead', 'verksamhetschef', 'afs'),
  investigator: person('investigator', 'medarbetare', 'iof-barn'),
  sas: person('sas', 'sas', 'namnd'),
  divisionHead: person('divisionHead', 'avdelningschef', 'afs'),
  director: person('director', 'socialchef', 'namnd'),
  mas: person('mas', 'mas', 'namnd'),
  /** In a private provider's own tree: whoever answers for the operation, who manages its unit too (support/municipalities `wide`). */
  providerHead: personActor(uuidOf('person', 'providerHead'), [
    { role: 'utforare', unit: 'bolag' },
    { role: 'enhetschef', unit: 'bolag-hem' },
  ]),
  controller: person('controller', 'controller', 'namnd'),
  registrar: person('registrar', 'registrator', 'namnd'),
  irregularityInvestigator: person('irregularityInvestigator', 'lexSarahUtredare', 'namnd'),
  careHead: person('careHead', 'verksamhetschefHsl', 'namnd'),
  analyst: person('analyst', 'analysledare', 'namnd'),
  notifier: person('notifier', 'anmalningsansvarig', 'namnd'),
  committee: person('committee', 'utskott', 'namnd'),
  contractFollower: person('contractFollower', 'avtal', 'afs'),
  dataOfficer: person('dataOfficer', 'dso', 'namnd'),
  administrator: person('administrator', 'systemforvaltare', 'namnd'),
  otherAdministrator: person('otherAdministrator', 'systemforvaltare', 'namnd'),
  // A private provider's: their tree is not in the scenario's organisation but in support/municipalities.
  provider: person('provider', 'utforare', 'bolag'),
  providerManager: person('providerManager', 'enhetschef', 'bolag-hem'),
  anonymous,
  system: { id: 'system', person: null, posts: [] } satisfies Actor,
};
