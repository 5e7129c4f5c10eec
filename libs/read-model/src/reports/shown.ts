import { type Code, isValidIn, type Validity } from '#domain/codes/code';
import type { Scope } from './scope.js';

/** A row's code and label, and when it holds. */
export type { Code };

/** A table as the API answers it (docs/contract.md#reports). */
export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly scope: {
    readonly unit: string;
    readonly from: string;
    readonly to: string;
    /** Which day the period is about: the one received, the one sent, or any on which the record stood in its register. */
    readonly by: 'received' | 'sent' | 'registered';
    readonly asOf: string | null;
    readonly organisation: 'now' | 'then';
    /** Null = what the municipality runs itself and what others run for it. */
    readonly provider: 'own' | 'private' | null;
    readonly position: number;
  };
  /** `count` is the asked unit's number; the others are the parts it is the sum of, or what is measured of it. */
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly { readonly code: string; readonly label: string; readonly values: Readonly<Record<string, number | null>>; readonly cases: string }[];
  readonly totals: { readonly count: number | null; readonly cases: number | null };
  /** The figures of each column for all rows together: the sum, or for a time that of all cases. */
  readonly columnTotals: Readonly<Record<string, number | null>>;
  readonly attested: { readonly units: number; readonly of: number };
  readonly notes: readonly string[];
  /** Numbers that are not shown to this reader; each is null above. Row `total` is the sums. */
  readonly masked: readonly { readonly row: string; readonly column: string }[];
}

/** A row's measures; those of all rows together for `row` null. */
export interface Line {
  readonly row: string | null;
  readonly figures: Readonly<Record<string, number | null>>;
}

/** The column of the asked unit itself. */
export const COUNT = 'count';
export const NOT_STATED = { code: 'notStated', label: 'Ej angivet' } as const;

/** Fixed rows always, then others in use, and "not stated" last where there are such cases. */
export function withOthers(fixed: readonly Code[], inUse: readonly string[], labelOf: (code: string) => string = (code) => code): readonly Code[] {
  const others = inUse.filter((code) => code !== NOT_STATED.code && !fixed.some((row) => row.code === code));
  const rows = [...fixed, ...others.map((code) => ({ code, label: labelOf(code) }))];
  return inUse.includes(NOT_STATED.code) ? [...rows, NOT_STATED] : rows;
}

/** What a table shows of its fixed rows or columns: what holds on some day of the period, and what has cases in it. */
export const shownIn = <T extends Validity>(fixed: readonly T[], { from, to }: Pick<Scope, 'from' | 'to'>, isUsed: (one: T) => boolean): readonly T[] =>
  fixed.filter((one) => isValidIn(one, from, to) || isUsed(one));
