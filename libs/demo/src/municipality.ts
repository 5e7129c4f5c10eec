import type { Role } from '#domain/codes/roles';
import { uuidOf } from '#domain/ids';
import type { Unit } from '#domain/org/units';

const row = (level: Unit['level'], code: string, name: string, parent: string | null, provider: Unit['provider'] = 'own'): Unit => ({
  code,
  name,
  level,
  parent,
  provider,
  successor: null,
  validFrom: '2015-01-01',
  validTo: null,
});
const unit = (code: string, name: string, provider: Unit['provider'] = 'own') => row('unit', code, name, code.split('-')[0] as string, provider);

/** A municipality that does not exist. Only the names of the three avdelningar are those of document 002. */
export const units: readonly Unit[] = [
  row('board', 'namnd', 'Järva stadsdelsnämnd (demo)', null),
  row('division', 'iof', 'Individ och familj', 'namnd'),
  unit('iof-barn-unga', 'Barn och unga'),
  unit('iof-vuxen', 'Vuxna och missbruk'),
  unit('iof-ekonomi', 'Ekonomiskt bistånd'),
  unit('iof-familjeratt', 'Familjerätt och familjehem'),
  row('division', 'smf', 'Stadsutveckling, medborgarservice och fritid', 'namnd'),
  unit('smf-medborgarservice', 'Medborgarservice'),
  unit('smf-ungdom', 'Ungdom och fritid'),
  unit('smf-stadsutveckling', 'Stadsutveckling'),
  row('division', 'afs', 'Äldre, funktionsnedsättning och socialpsykiatri', 'namnd'),
  unit('afs-bestallare', 'Beställarenheten'),
  unit('afs-hemtjanst-norra', 'Hemtjänst Norra'),
  unit('afs-hemtjanst-sodra', 'Hemtjänst Södra', 'lov'),
  unit('afs-vardboende-linden', 'Vård- och omsorgsboende Linden'),
  unit('afs-vardboende-glantan', 'Vård- och omsorgsboende Gläntan (entreprenad)', 'contract'),
  unit('afs-daglig-verksamhet', 'Daglig verksamhet Verkstan'),
  unit('afs-socialpsykiatri', 'Boendestöd och socialpsykiatri'),
  // A private provider that keeps its own cases here, in a tree of its own; the municipality sees its mirror, afs-vardboende-glantan.
  row('board', 'glantan', 'Gläntan Omsorg AB (demo)', null, 'contract'),
  unit('glantan-boende', 'Gläntans vård- och omsorgsboende', 'contract'),
];

/** As everybody meets it. The crest is drawn for the demo and is nobody's: a bridge over water, under a star. */
export const demoMunicipality = {
  name: 'Järva kommun',
  phone: '000-000 00 00',
  email: 'kontakt@jarva.example',
  address: 'Exempelgatan 1, 000 00 Järva',
  dataProtection: 'dataskydd@jarva.example',
  statement: null,
  colour: '#1b4a3c',
};
export const demoCrest =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"><path d="M2 2h36v24c0 10-8 16-18 20C10 42 2 36 2 26z" fill="#1f6a53" stroke="#fff" stroke-width="2"/><path d="M20 6l1.8 4.2 4.6.4-3.5 3 1.1 4.5-4-2.4-4 2.4 1.1-4.5-3.5-3 4.6-.4z" fill="#f2c14e"/><path d="M4 21h32v8h-3a4.5 4.5 0 0 0-9 0h-8a4.5 4.5 0 0 0-9 0H4z" fill="#fff"/><path d="M5 34c5-3 8-3 12 0s8 3 12 0 4-2 6-2M9 39c4-2 6-2 9 0s6 2 9 0" fill="none" stroke="#fff" stroke-width="1.8"/></svg>';

/** As a sender of letters. The number is no municipality's: its control digit is wrong on purpose. */
export const senders = {
  namnd: { organisationNumber: '212000-0002', address: 'Exempelgatan 1, 000 00 Järva', phone: '000-000 00 00' },
  glantan: { organisationNumber: '559000-0000', address: 'Exempelgatan 2, 000 00 Järva', phone: '000-000 00 01' },
};

export interface DemoPerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly { readonly role: Role; readonly unit: string }[];
}

const person = (login: string, name: string, role: Role, ...at: readonly string[]): DemoPerson => ({
  id: uuidOf('demo', 'person', login),
  login,
  name,
  email: `${login}@demo.example`,
  posts: at.map((code) => ({ role, unit: code })),
});

const withAlso = (who: DemoPerson, role: Role, ...at: readonly string[]): DemoPerson => ({
  ...who,
  posts: [...who.posts, ...at.map((code) => ({ role, unit: code }))],
});

/** Invented people. Exactly one controller and one registrator, both for the whole board (docs/contract.md#the-demo-municipality). */
export const people: readonly DemoPerson[] = [
  person('karin', 'Karin Lindqvist', 'socialchef', 'namnd'),
  person('controller', 'Samir Haddad', 'controller', 'namnd'),
  person('registrator', 'Birgitta Öhman', 'registrator', 'namnd'),
  // In this municipality the MAS is also the one named to notify lex Maria.
  withAlso(person('mas', 'Elisabet Norén', 'mas', 'namnd'), 'anmalningsansvarig', 'namnd'),
  person('sas', 'Johan Ek', 'sas', 'namnd'),
  person('viktor', 'Viktor Sandell', 'lexSarahUtredare', 'namnd'),
  person('gunilla', 'Gunilla Åström', 'verksamhetschefHsl', 'namnd'),
  person('ebba', 'Ebba Lundin', 'analysledare', 'namnd'),
  person('bengt', 'Bengt Ahlgren', 'medarbetare', 'namnd'),
  person('stina', 'Stina Wallin', 'namnd', 'namnd'),
  person('disa', 'Disa Holmgren', 'dso', 'namnd'),
  person('sigrid', 'Sigrid Malm', 'systemforvaltare', 'namnd'),
  person('torsten', 'Torsten Blad', 'systemforvaltare', 'namnd'),
  person('rolf', 'Rolf Bergman', 'avtal', 'afs'),
  person('anna', 'Anna Bergström', 'avdelningschef', 'iof'),
  person('david', 'David Sundin', 'avdelningschef', 'smf'),
  person('fatima', 'Fatima Yusuf', 'avdelningschef', 'afs'),
  person('helena', 'Helena Wikström', 'enhetschef', 'iof-barn-unga', 'iof-familjeratt'),
  person('magnus', 'Magnus Åkerlund', 'enhetschef', 'iof-vuxen'),
  person('lena', 'Lena Forsman', 'enhetschef', 'iof-ekonomi'),
  person('petra', 'Petra Sjödin', 'enhetschef', 'smf-medborgarservice', 'smf-stadsutveckling'),
  person('ali', 'Ali Rezai', 'enhetschef', 'smf-ungdom'),
  person('tomas', 'Tomas Hedberg', 'enhetschef', 'afs-bestallare'),
  person('maria', 'Maria Nyström', 'enhetschef', 'afs-hemtjanst-norra'),
  person('goran', 'Göran Lindh', 'enhetschef', 'afs-hemtjanst-sodra', 'afs-vardboende-glantan'),
  person('ingrid', 'Ingrid Falk', 'enhetschef', 'afs-vardboende-linden'),
  person('jonas', 'Jonas Lundmark', 'enhetschef', 'afs-daglig-verksamhet'),
  person('sofia', 'Sofia Ekdahl', 'enhetschef', 'afs-socialpsykiatri'),
  person('emil', 'Emil Strand', 'medarbetare', 'afs-hemtjanst-norra'),
  person('nadia', 'Nadia Karlsson', 'medarbetare', 'afs-vardboende-linden'),
  person('oskar', 'Oskar Blom', 'medarbetare', 'iof-ekonomi'),
  person('linnea', 'Linnea Berg', 'medarbetare', 'iof-barn-unga'),
  person('hanna', 'Hanna Dahl', 'medarbetare', 'smf-ungdom'),
  withAlso(person('yvonne', 'Yvonne Kraft', 'enhetschef', 'glantan-boende'), 'utforare', 'glantan'),
  person('omar', 'Omar Lindgren', 'medarbetare', 'glantan-boende'),
];

/** Listed first: one of each role that sees something of its own. The rest are one press away. */
export const beFirst: readonly string[] = ['emil', 'maria', 'viktor', 'mas', 'karin', 'controller', 'registrator', 'rolf'];

/** The deputy socialchef has the socialchef's post while she is on leave: two weeks that begin so many days after the first start. */
export const standIns = [{ login: 'bengt', instead: 'karin', startsIn: 30, days: 14 }] as const;
