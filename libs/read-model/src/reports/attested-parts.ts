import { codesOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import type { ReadCore } from '../read-core.js';
import { attestations, type Coverage, coverageOf } from './attested.js';
import type { Period } from './periods.js';
import { scopeOf } from './scope.js';

/** The parts of a unit in which a zero of the period is a reported zero, for all kinds. @throws Refusal badPeriod, unitNotValid */
export async function attestedParts(
  core: ReadCore,
  { unit, from, to }: Period & { readonly unit: string },
  now: string,
): Promise<Coverage & { readonly position: number }> {
  const scope = await scopeOf(core, { unit, from, to, organisation: 'now' }, now, false);
  return { ...coverageOf(scope.leaves, codesOf(kinds), await attestations(core.database, scope)), position: scope.position };
}
