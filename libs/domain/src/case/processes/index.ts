import type { Kind } from '../../codes/kinds.js';
import type { Place } from '../../org/units.js';
import { complaint1 } from './complaint.js';
import { deviation1 } from './deviation.js';
import { lexMaria1 } from './lex-maria.js';
import { lexSarah1 } from './lex-sarah.js';
import { lexSarahMirror1 } from './lex-sarah-mirror.js';
import { lexSarahProvider1 } from './lex-sarah-provider.js';
import type { Process } from './process.js';

/** Every version of every process. A new kind is a file and a line here. */
export const processes: readonly Process[] = [complaint1, deviation1, lexSarah1, lexSarahMirror1, lexSarahProvider1, lexMaria1];

/** The process of a case. @throws Error for a version that never existed */
export function processOf(id: string): Process {
  const process = processes.find((candidate) => candidate.id === id);
  if (process === undefined) throw new Error(`No process ${id}`);
  return process;
}

const placeOf = (process: Process): Place => (process.mirrors ? 'mirrored' : process.provider ? 'provider' : 'own');

/**
 * The version for a case of this kind received that day; null where the kind has none. `place`: the provider of the unit, since the
 * municipality follows what another answers for, and a provider has a process of its own in its own tree.
 */
export function processFor(kind: Kind, receivedOn: string, place: Place = 'own'): Process | null {
  const active = processes
    .filter((process) => process.kind === kind && process.activeFrom <= receivedOn)
    .sort((a, b) => b.activeFrom.localeCompare(a.activeFrom));
  return active.find((process) => placeOf(process) === place) ?? active.find((process) => placeOf(process) === 'own') ?? null;
}
