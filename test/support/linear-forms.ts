/** Elimination is done in the numbers modulo a prime: exact for sums as small as these, and without fractions. */
const P = 67_108_859;
const mod = (value: number): number => ((value % P) + P) % P;
function inverse(value: number): number {
  let [result, base, power] = [1, mod(value), P - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % P;
    base = (base * base) % P;
  }
  return result;
}

/** The equations in echelon form; `reduce` gives what is left of a form when they have been used. */
export function solved(all: readonly (readonly number[])[]): { reduce: (of: readonly number[]) => Float64Array } {
  const basis: (Float64Array | undefined)[] = [];
  const reduce = (of: readonly number[]): Float64Array => {
    const left = Float64Array.from(of, mod);
    for (let at = 0; at < left.length; at += 1) {
      const [pivot, factor] = [basis[at], left[at] as number];
      if (factor === 0 || pivot === undefined) continue;
      for (let n = at; n < left.length; n += 1) left[n] = mod((left[n] as number) - factor * (pivot[n] as number));
    }
    return left;
  };
  for (const of of all) {
    const left = reduce(of);
    const at = left.findIndex((value) => value !== 0);
    if (at < 0) continue;
    const by = inverse(left[at] as number);
    basis[at] = left.map((value) => (value * by) % P);
  }
  return { reduce };
}
