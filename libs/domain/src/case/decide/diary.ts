import type { Lack } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import { plainNumber } from '../diary-number.js';
import { seenOf, sees, visible } from '../visible.js';
import type { Context } from './context.js';

/*
 * A diary number is one matter's in its board's register (OSL 5 kap. 1–2 §§). A case that is given one that another case has says so and names
 * that case. What two cases have shared since before this was asked stays as it is.
 */

export const isSame = (a: string | null, b: string): boolean => a !== null && plainNumber(a) === plainNumber(b);

/** The other cases that have the number in the same board's register. One that is cancelled was a mistake, and has none. */
export function holdersOf(number: string, mine: { readonly id: string | null; readonly unit: string | null }, context: Context): readonly ExistingCase[] {
  const registers = registersOf(mine.unit, context);
  return context.diary.filter(
    (other) =>
      other.id !== mine.id &&
      other.end?.as !== 'cancelled' &&
      isSame(other.diary.number, number) &&
      registersOf(other.desc.unit, context).some((code) => registers.includes(code)),
  );
}

/** The case has a number, and the unit belongs to a board in whose register that number is not. What has no unit may stand in any of them. */
export function leavesRegister(state: ExistingCase, unit: string | null, context: Context): boolean {
  const there = registersOf(unit, context);
  return state.diary.number !== null && there.length > 0 && !registersOf(state.desc.unit, context).some((code) => there.includes(code));
}

export const numberAskedAnew = 'Enheten hör till en annan nämnd, och ärendets diarienummer är den förra nämndens.';

/** The boards whose register a case may stand in: its unit's; of a case without unit any of the municipality's own. */
function registersOf(unit: string | null, { organisation, today }: Context): readonly string[] {
  const answering = organisation.answering(unit, today).map(({ code }) => code);
  return unit === null ? answering : answering.slice(-1);
}

/** The number of the other case, for one who may see that case. */
export function seenOne(holders: readonly ExistingCase[], { actor, organisation, today }: Context): string | null {
  const filter = visible(actor, organisation, today);
  return holders.find((other) => sees(filter, seenOf(other)))?.number ?? null;
}

/** Anybody else asks the registrar, who keeps the register. */
export const taken = (seen: string | null): string =>
  seen === null
    ? 'Diarienumret hör redan till ett annat ärende. Kontrollera numret, eller fråga registratorn vilket det är.'
    : `Diarienumret hör redan till ärendet ${seen}. Kontrollera numret.`;

/** What a report or a correction lacks, which has no way to say that a number is shared: the diary number that it gives is another's. */
export function lackOfNumber(
  number: string | null | undefined,
  mine: { readonly id: string | null; readonly unit: string | null; readonly has: string | null },
  field: string,
  context: Context,
): Lack | null {
  if (number == null || isSame(mine.has, number)) return null;
  const holders = holdersOf(number, mine, context);
  return holders.length === 0 ? null : { field, text: `${taken(seenOne(holders, context))} Att ärenden delar diarienummer anges med Diarieför.` };
}
