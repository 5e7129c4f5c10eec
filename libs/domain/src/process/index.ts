import type { Kind } from '../codes/kinds.js';
import { complaint1 } from './complaint.js';
import type { Process } from './process.js';

/** Every process version there is. A new kind is a file and a line here. */
export const processes: readonly Process[] = [complaint1];

/** The process a case remembers. @throws Error for a version that was never written. */
export function processOf(id: string): Process {
  const process = processes.find((candidate) => candidate.id === id);
  if (process === undefined) throw new Error(`No process ${id}`);
  return process;
}

/** The version that a case of this kind, received that day, is to follow; null where the kind has none. */
export function processFor(kind: Kind, receivedOn: string): Process | null {
  return (
    processes.filter((process) => process.kind === kind && process.activeFrom <= receivedOn).sort((a, b) => b.activeFrom.localeCompare(a.activeFrom))[0] ?? null
  );
}
