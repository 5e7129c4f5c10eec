import type { z } from 'zod';
import type { FigureReader } from '#domain/case/figure-reader';
import { refuse } from '#domain/errors';
import { addDuration, startOfDay, stockholmDate } from '#domain/law/calendar';
import { Organisation, type Unit } from '#domain/org/units';
import { unitsAt } from '../organisation-at.js';
import { figurePosition } from '../position.js';
import type { ReadCore } from '../read-core.js';
import { type Layout, layOut } from './places.js';
import type { ReportQuery } from './query.schema.js';
import type { ReportDefinition } from './report.js';

/** The resolved scope of a table: which cases, where they are counted, and at which position. */
export interface Scope extends Layout {
  readonly unit: Unit;
  /** The division that the unit is or belongs to; null above divisions. */
  readonly division: string | null;
  readonly from: string;
  readonly to: string;
  readonly asOf: string | null;
  readonly mode: 'now' | 'then';
  readonly praise: boolean;
  /** Only what the municipality runs itself, or only what others run for it; null = both. */
  readonly provider: 'own' | 'private' | null;
  readonly position: number;
  /** The unit with all below it and what they carry on, today: where records are counted. */
  readonly within: readonly string[];
  readonly nameOf: (code: string) => string;
  /** Whether cases without a unit are counted here. */
  readonly holdsNone: boolean;
  readonly notes: readonly string[];
  /** Null for one with a right to the figures of the unit. */
  readonly reader: FigureReader | null;
  /** Only what the reader sees, to tell it from the others' cases. */
  readonly seenOnly: boolean;
  /** Whether the reader leads or follows all of the unit. */
  readonly isOwn: boolean;
  /** Whether other units' numbers are shown at all: of one calendar year, as of the beginning of the month, along the line above the reader's own units. */
  readonly isOpen: boolean;
  /** Others' numbers below this are not shown. */
  readonly leastShown: number;
}

/** A longer period is a mistake, and would cut the calendar into too many parts. */
const LONGEST_YEARS = 25;

/** Parses a query. @throws Refusal badPeriod, each lack named */
export function parsed<S extends z.ZodType>(schema: S, query: unknown): z.infer<S> {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  return refuse(
    'badPeriod',
    result.error.issues.map(({ path, message }) => ({ field: path.join('.'), text: message })),
  );
}

/** Whether cases from before the period may be in the table, since its period is not by the day received. */
export const hasEarlier = (definition: ReportDefinition): boolean => definition.shape === 'measured' && definition.sentOn !== undefined;

/**
 * `earlier`: the period is not by the day received, so cases may be from before it. `of`: a list of cases holds only what the
 * reader sees, and is as current as the rows; numbers may include others' cases. @throws Refusal badPeriod, unitNotValid
 */
export async function scopeOf(core: ReadCore, query: ReportQuery, now: string, earlier: boolean, of: 'numbers' | 'cases' = 'numbers'): Promise<Scope> {
  const today = stockholmDate(now);
  const { from, to } = periodOf(query, today);
  const asker = core.reader ?? null;
  const hasRight = asker === null || (await hasRightTo(core, asker, query.unit));
  const reader = hasRight ? null : asker;
  if (reader !== null && to < addDuration(from, 'P1M')) refuse('badPeriod', [{ field: 'to', text: 'Perioden ska vara minst en månad' }]);
  const latest = await positionOf(core, query.asOf, reader === null ? null : today);
  const units = await unitsAt(core.database, latest);
  const organisation = new Organisation(units);
  const asked = { from, to, mode: query.organisation, today, earlier };
  const { unit, notes } = askedUnit(organisation, units, query, asked);
  const day = organisation.unit(unit.code, today) === null ? unit.validFrom : today;
  const above = [unit, ...organisation.ancestors(unit.code, day)];
  const isOwn = reader === null || (reader.remit.includes(unit.code) && (reader.withoutUnit || !isOwnBoard(unit)));
  const turn = isOwn ? latest : await turnOfMonth(core, today);
  const position = isOwn || of === 'cases' || query.asOf !== undefined ? latest : turn;
  return {
    ...layOut(units, { ...asked, unit: unit.code }),
    unit,
    division: above.find((row) => row.level === 'division')?.code ?? null,
    from,
    to,
    asOf: query.asOf ?? null,
    mode: query.organisation,
    praise: query.praise === 'include',
    provider: query.provider ?? null,
    position,
    within: organisation.carriedBy(unit.code, today).filter((code) => isRunBy(query.provider, units, code)),
    notes,
    holdsNone: isOwnBoard(unit),
    reader,
    seenOnly: false,
    isOwn,
    isOpen: isPlain(query, from, to) && position === turn && (reader === null || isOpenTo(reader, unit.code, organisation, day)),
    leastShown: reader?.leastShown ?? 0,
    nameOf: (code) => units.findLast((row) => row.code === code)?.name ?? code,
  };
}

/**
 * The scope of a register: by today's organisation, and always as current as the rows, since nobody gets anything counted that they do not see.
 * @throws as scopeOf
 */
export const registerScopeOf = (core: ReadCore, query: ReportQuery, now: string): Promise<Scope> =>
  scopeOf(core, { ...query, organisation: 'now', praise: undefined }, now, true, 'cases');

/**
 * Others' numbers are shown of the units above the reader's own, but not of one with two tables of others below it: what a number less the
 * number of each comes to is seen to one table below (masking.ts).
 */
export const isOpenTo = ({ chain, remit }: FigureReader, unit: string, organisation: Organisation, day: string): boolean =>
  chain.includes(unit) &&
  chain.every((code) => code === unit || remit.includes(code) || !organisation.isWithin(code, unit, day) || organisation.unit(code, day)?.parent === unit);

const isRunBy = (provider: ReportQuery['provider'], units: readonly Unit[], code: string): boolean =>
  provider === undefined || (units.findLast((row) => row.code === code)?.provider === 'own') === (provider === 'own');

/** A private provider may have a tree of its own here, whose root is a board too: cases without a unit are not its, and its figures come only when asked for. */
const isOwnBoard = (unit: Unit): boolean => unit.level === 'board' && unit.provider === 'own';

function periodOf(query: ReportQuery, today: string): { readonly from: string; readonly to: string } {
  const from = query.from ?? `${(query.to ?? today).slice(0, 4)}-01-01`;
  const to = query.to ?? addDuration(`${from.slice(0, 4)}-01-01`, 'P1Y');
  if (from >= to) refuse('badPeriod', [{ field: 'to', text: 'Slutdagen räknas inte med och måste vara efter startdagen' }]);
  if (to > addDuration(from, `P${LONGEST_YEARS}Y`)) refuse('badPeriod', [{ field: 'to', text: `Perioden får vara högst ${LONGEST_YEARS} år` }]);
  return { from, to };
}

/** One table per year and unit for the numbers of others: the difference of two nested periods could be a small number. */
const isPlain = ({ organisation, praise, provider }: ReportQuery, from: string, to: string): boolean =>
  from.endsWith('-01-01') && to === addDuration(from, 'P1Y') && organisation === 'now' && praise === undefined && provider === undefined;

/** Whether the person has a right to the figures of the unit asked for, or of the board. */
async function hasRightTo(core: ReadCore, { rightsOver }: FigureReader, unit: string | undefined): Promise<boolean> {
  const code = unit ?? (await unitsAt(core.database, await figurePosition(core.database))).findLast(isOwnBoard)?.code;
  return code !== undefined && rightsOver.includes(code);
}

/**
 * Never inside a command, so that nobody sees half of one, and never beyond what is in the rows.
 * @param onDay today, for a reader without the right to positions finer than a day: a position of today is now, an earlier one the end of its day
 */
async function positionOf(core: ReadCore, given: string | undefined, onDay: string | null): Promise<number> {
  const figure = await figurePosition(core.database);
  const asOf = onDay === null || given === undefined || !given.startsWith('position:') ? given : await dayOf(core, Number(given.slice(9)), onDay);
  const asked =
    asOf === undefined ? figure : asOf.startsWith('position:') ? Number(asOf.slice(9)) : await core.store.positionAt(startOfDay(addDuration(asOf, 'P1D')));
  return core.store.commandEnd(Math.min(asked, figure));
}

/** The state at the beginning of the month: if others' numbers were newer, their change from one day to the next would reveal single cases. */
async function turnOfMonth(core: ReadCore, today: string): Promise<number> {
  const before = await core.store.positionAt(startOfDay(`${today.slice(0, 7)}-01`));
  return core.store.commandEnd(Math.min(before, await figurePosition(core.database)));
}

/** The day of a position; undefined for today, which is as it is now. */
async function dayOf(core: ReadCore, position: number, today: string): Promise<string | undefined> {
  const [row] = await core.database.query<{ at: string }>('SELECT recorded_at AS at FROM store.events WHERE position <= $1 ORDER BY position DESC LIMIT 1', [
    position,
  ]);
  const day = row === undefined ? today : stockholmDate(row.at);
  return day >= today ? undefined : day;
}

/** The unit asked for, or the board. By today's organisation a unit that has ended is the one that carries it on. */
function askedUnit(
  organisation: Organisation,
  units: readonly Unit[],
  query: ReportQuery,
  { from, to, mode, today }: { from: string; to: string; mode: 'now' | 'then'; today: string },
): { readonly unit: Unit; readonly notes: readonly string[] } {
  const board = units.findLast(isOwnBoard) ?? refuse('unitNotValid', [{ field: 'unit', text: 'Det finns ingen organisation inläst' }]);
  if (query.unit === undefined) return { unit: board, notes: [] };
  const rows = units.filter((row) => row.code === query.unit);
  if (mode === 'then') {
    const unit = rows.findLast((row) => row.validFrom < to && (row.validTo === null || row.validTo > from));
    return { unit: unit ?? refuse('unitNotValid', [{ field: 'unit', text: 'Enheten fanns inte under perioden' }]), notes: [] };
  }
  const carrier = organisation.successorOf(query.unit, today) ?? refuse('unitNotValid', [{ field: 'unit', text: 'Enheten finns inte' }]);
  return { unit: carrier, notes: carrier.code === query.unit ? [] : [`${rows.at(-1)?.name ?? query.unit} har upphört; tabellen visar ${carrier.name}.`] };
}
