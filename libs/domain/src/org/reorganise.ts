import { type Lack, lack, refuse } from '../errors.js';
import { Organisation, type Unit } from './units.js';

/** One change of the units, from a day on. Earlier days stay as they were. */
export type UnitChange =
  | { readonly do: 'addUnit'; readonly unit: Omit<Unit, 'successor' | 'validTo'> }
  /** The unit gets another parent; its cases, past and open, follow it. */
  | { readonly do: 'moveUnit'; readonly unit: string; readonly to: string; readonly from: string }
  | { readonly do: 'renameUnit'; readonly unit: string; readonly name: string; readonly from: string }
  /** The unit ends; its open cases are the successor's, or the board's where there is none. */
  | { readonly do: 'endUnit'; readonly unit: string; readonly successor: string | null; readonly from: string };

/** Rows that no longer hold and rows that replace them; a row that is only shortened is in both. */
export interface Rewritten {
  readonly closed: readonly Unit[];
  readonly opened: readonly Unit[];
}

/** Applies changes, one after the other, to the organisation's rows. @throws Refusal unitNotValid, each lack named */
export function reorganised(units: readonly Unit[], changes: readonly UnitChange[]): Rewritten {
  const after = changes.reduce<readonly Unit[]>((rows, change) => changed(rows, change), units);
  return { closed: units.filter((row) => !isAmong(row, after)), opened: after.filter((row) => !isAmong(row, units)) };
}

const isAmong = (row: Unit, rows: readonly Unit[]): boolean => rows.some((other) => keys.every((key) => other[key] === row[key]));
const keys = ['code', 'name', 'level', 'parent', 'provider', 'successor', 'validFrom', 'validTo'] as const;

function changed(units: readonly Unit[], change: UnitChange): readonly Unit[] {
  switch (change.do) {
    case 'addUnit':
      return added(units, change.unit);
    case 'moveUnit':
      return moved(units, change);
    case 'renameUnit':
      return succeeded(units, change, (row) => ({ ...row, name: change.name }));
    case 'endUnit':
      return ended(units, change);
    default:
      change satisfies never;
      return units;
  }
}

function added(units: readonly Unit[], unit: Omit<Unit, 'successor' | 'validTo'>): readonly Unit[] {
  const organisation = new Organisation(units);
  const parent = unit.parent === null ? null : organisation.unit(unit.parent, unit.validFrom);
  refuseAny([
    lack(!organisation.knows(unit.code), 'unit', `${unit.code} finns redan`),
    lack(unit.level === 'board' ? unit.parent === null : parent !== null, 'parent', `${unit.code} behöver något över sig som gäller ${unit.validFrom}`),
    lack(parent === null || parent.level !== 'unit' || unit.level === 'unit', 'parent', `${unit.code} kan inte ligga under en enhet`),
  ]);
  return [...units, { ...unit, successor: null, validTo: null }];
}

function moved(units: readonly Unit[], change: Extract<UnitChange, { do: 'moveUnit' }>): readonly Unit[] {
  const organisation = new Organisation(units);
  refuseAny([
    lack(organisation.isValidOn(change.to, change.from), 'to', `${change.to} gäller inte ${change.from}`),
    lack(!organisation.isWithin(change.to, change.unit, change.from), 'to', `${change.unit} kan inte ligga under sig själv`),
    lack(organisation.unit(change.unit, change.from)?.level !== 'board', 'unit', 'En nämnd ligger inte under något'),
  ]);
  return succeeded(units, change, (row) => ({ ...row, parent: change.to }));
}

function ended(units: readonly Unit[], { unit, successor, from }: Extract<UnitChange, { do: 'endUnit' }>): readonly Unit[] {
  const organisation = new Organisation(units);
  const row = lastOf(units, { unit, from });
  const below = organisation.at(from).filter(({ parent }) => parent === unit);
  const root = (code: string) => organisation.rootOf(code, from)?.code;
  refuseAny([
    lack(below.length === 0, 'unit', `Under ${unit} ligger ${below.map(({ code }) => code).join(', ')}. Flytta eller avsluta dem först`),
    lack(successor !== unit, 'successor', 'En enhet efterträder inte sig själv'),
    lack(successor === null || organisation.isValidOn(successor, from), 'successor', `${successor} gäller inte ${from}`),
    lack(successor === null || root(successor) === root(unit), 'successor', `${successor} hör till en annan huvudman`),
  ]);
  return [...units.filter((other) => other !== row), { ...row, successor, validTo: from }];
}

/** The unit's last row is cut on the day and another follows it, or replaces it where it began that very day. */
function succeeded(units: readonly Unit[], at: { unit: string; from: string }, next: (row: Unit) => Unit): readonly Unit[] {
  const row = lastOf(units, at);
  const others = units.filter((other) => other !== row);
  const before = row.validFrom === at.from ? [] : [{ ...row, validTo: at.from }];
  return [...others, ...before, { ...next(row), validFrom: at.from }];
}

/** The row that holds on the day and without end: a unit with a later change is not changed before that. */
function lastOf(units: readonly Unit[], { unit, from }: { unit: string; from: string }): Unit {
  const row = units.find((candidate) => candidate.code === unit && candidate.validFrom <= from && candidate.validTo === null);
  return row ?? refuse('unitNotValid', [{ field: 'unit', text: `${unit} gäller inte ${from}, eller ändras redan senare` }]);
}

function refuseAny(lacks: readonly (Lack | null)[]): void {
  const found = lacks.filter((row) => row !== null);
  if (found.length > 0) refuse('unitNotValid', found);
}
