import { machineTime } from './clock.js';

/** How long a disk counts as full after a write has failed. */
const LASTS_MS = 60_000;
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** What was being written. */
export type Storage = 'database' | 'log' | 'files';

let metAt = Number.NEGATIVE_INFINITY;
let saidAt = Number.NEGATIVE_INFINITY;
let isHeard = false;

/** PostgreSQL's disk_full, or the file system's code for it. */
export const isFullDisk = (code: unknown): boolean => FULL.has(String(code));

/** Whether a write of this process has met a full disk within the last minute: reading still works, and nothing can be saved. */
export const isStorageFull = (): boolean => performance.now() - metAt < LASTS_MS;

/** Remembers a full disk and writes it to stderr once a minute, since the log may be on that disk. */
export function noteFullDisk(where: Storage): void {
  const now = performance.now();
  metAt = now;
  if (now - saidAt < LASTS_MS) return;
  saidAt = now;
  // Where stderr can't be written either there is nobody to tell; that must not end the process.
  if (!isHeard) process.stderr.on('error', () => undefined);
  isHeard = true;
  const said = 'Lagringen är full: det som finns går att läsa, men inget kan sparas. Frigör plats; inget behöver startas om.';
  process.stderr.write(`${JSON.stringify({ level: 60, time: machineTime(), name: 'storage', where, said })}\n`);
}
