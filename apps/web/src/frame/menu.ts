import { maySearch } from '#domain/case/searchers';
import { elected, type Role } from '#domain/codes/roles';
import { confirmers } from '#domain/org/administration';
import { logReaders } from '#domain/org/log-readers';
import { recordTypes } from '#domain/record-types';
import type { AnyRecordType } from '#domain/records/record-type';
import type { Person } from '#organisation/people';
import { managementTexts } from '#text/management';
import type { MenuItem } from '#ui/page';

/** Managers of a unit, an area or the whole, and those who follow the figures. */
const leads: readonly Role[] = [
  'enhetschef',
  'avdelningschef',
  'verksamhetschef',
  'verksamhetschefHsl',
  'mas',
  'mar',
  'sas',
  'anmalningsansvarig',
  'socialchef',
  'controller',
  'registrator',
];
const reads: readonly Role[] = [...leads.filter((role) => role !== 'enhetschef'), 'utskott', 'namnd'];

/** Those who lay decisions before the board, and those who take or receive them. */
const decides: readonly Role[] = ['avdelningschef', 'verksamhetschefHsl', 'mas', 'anmalningsansvarig', 'socialchef', 'registrator'];

/** The records that are found under one entry: the page of it lists them. */
export const managementPage = '/ledningssystem';
export const managed: readonly AnyRecordType[] = recordTypes.filter(({ inMenu }) => inMenu !== true);

type For = 'public' | 'loggedIn' | 'searchers' | 'all' | readonly Role[];
interface Door {
  readonly href: string;
  readonly label: string;
  readonly for: For;
  /** Pages beneath it, where its own address does not tell. */
  readonly room?: string | readonly string[];
}

const doors = (year: number): readonly Door[] => [
  { href: '/lamna-synpunkt', label: 'Lämna synpunkt', for: 'public' },
  { href: '/arenden', label: 'Att göra', for: 'loggedIn', room: '/arende/' },
  { href: '/sok', label: 'Sök', for: 'searchers' },
  { href: '/rapportera', label: 'Rapportera', for: 'loggedIn' },
  { href: '/registrera', label: 'Registrera', for: ['registrator'] },
  { href: '/min-enhet', label: 'Min enhet', for: leads },
  { href: managementPage, label: managementTexts.title, for: managed.flatMap(({ readers }) => readers), room: managed.map(({ page }) => `/${page}`) },
  ...recordTypes.filter(({ inMenu }) => inMenu === true).map(({ page, words, readers }): Door => ({ href: `/${page}`, label: words.many, for: readers })),
  { href: '/namnden', label: 'Nämnden', for: elected },
  { href: '/beslut', label: 'Beslut', for: decides },
  { href: '/statistik', label: 'Statistik', for: 'loggedIn' },
  { href: `/kvalitetsberattelse/${year}`, label: 'Kvalitetsberättelse', for: reads, room: '/kvalitetsberattelse/' },
  { href: '/organisation', label: 'Organisation', for: confirmers },
  { href: '/atkomst', label: 'Åtkomstlogg', for: logReaders },
  { href: '/folj', label: 'Följ ärende', for: 'all' },
];

/** The menu of a person, with the current entry marked. It protects nothing: every page asks the policy itself. */
export function menuOf(person: Person | null, path: string, year: number): readonly MenuItem[] {
  const held = person?.posts.map(({ role }) => role) ?? [];
  const isFor = (who: For): boolean => {
    if (who === 'all') return true;
    if (who === 'searchers') return person !== null && maySearch(person);
    return typeof who === 'string' ? (who === 'public') === (person === null) : who.some((role) => held.includes(role));
  };
  return doors(year)
    .filter((door) => isFor(door.for))
    .map(({ href, label, room = `${href}/` }) => ({ href, label, at: path === href ? 'page' : isBeneath(path, room) ? 'beneath' : null }));
}

const isBeneath = (path: string, room: string | readonly string[]): boolean =>
  typeof room === 'string' ? path.startsWith(room) : room.some((page) => path === page || path.startsWith(`${page}/`));
