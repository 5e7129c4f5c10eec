/**
 * A code in events and its Swedish label. Lists only grow: a retired code keeps its meaning, and stored events have it for ever.
 * Outside its days it is offered in no form, taken by no command and no import, and has no fixed row in a table.
 */
export interface Code {
  readonly code: string;
  readonly label: string;
  /** YYYY-MM-DD: the first day on which it can be chosen. */
  readonly validFrom?: string;
  /** Exclusive: the first day on which the code can no longer be chosen. */
  readonly validTo?: string;
}

export type CodeOf<T extends readonly Code[]> = T[number]['code'];

export function codesOf<const T extends readonly Code[]>(list: T): readonly CodeOf<T>[] {
  return list.map(({ code }) => code);
}

export class UnknownCodeError extends Error {
  override readonly name = 'UnknownCodeError';
  constructor(readonly code: string) {
    super(`no such code: ${code}`);
  }
}

/** Codes are checked when they come in, so an unknown one here is a programming error. */
export function labelOf(list: readonly Code[], code: string): string {
  const found = list.find((entry) => entry.code === code);
  if (!found) throw new UnknownCodeError(code);
  return found.label;
}

export interface Validity {
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/** From `validFrom`, up to and not including `validTo`; an open end has no limit. */
export function isValidAt({ validFrom, validTo }: Validity, date: string): boolean {
  return (validFrom == null || validFrom <= date) && (validTo == null || date < validTo);
}

/** On some day from `from`, up to and not including `to`. */
export const isValidIn = ({ validFrom, validTo }: Validity, from: string, to: string): boolean =>
  (validFrom == null || validFrom < to) && (validTo == null || from < validTo);

/** What a form offers of a list: the codes of the day, and those that already stand in it. */
export const codesOn = <T extends Code>(list: readonly T[], day: string, standing: readonly string[] = []): readonly T[] =>
  list.filter((entry) => isValidAt(entry, day) || standing.includes(entry.code));
