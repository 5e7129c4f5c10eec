/** Days from `from`, up to and not including `to`. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/** Whether the attestations, together, cover every day; those of some kinds alone are sorted out before. */
export function isCovered({ from, to }: Days, attestations: readonly Days[]): boolean {
  let reached = from;
  for (const said of [...attestations].sort((a, b) => a.from.localeCompare(b.from))) {
    if (said.from > reached) return false;
    if (said.to > reached) reached = said.to;
  }
  return reached >= to;
}
