/** A code in events and its Swedish label. Lists only grow: a retired code keeps its meaning. */
export interface Code {
  readonly code: string;
  readonly label: string;
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

interface Validity {
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/** From `validFrom`, up to and not including `validTo`; an open end has no limit. */
export function isValidAt({ validFrom, validTo }: Validity, date: string): boolean {
  return (validFrom == null || validFrom <= date) && (validTo == null || date < validTo);
}
