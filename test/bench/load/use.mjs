import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sleep } from '../measure.mjs';

/** Ticks of /proc/<pid>/stat in a second: the same on every Linux that Node runs on. */
const TICKS = 100;
const LOOK_MS = 2_000;
/** A worker at rest still polls: this much of one core is rest. */
const AT_REST = 0.05;
const PATIENCE_MS = 600_000;

/** Processor time in ms since it began, and memory in MB; null where it is not known (not Linux, not on this machine). */
export function useOf(pid) {
  if (pid === null || !existsSync(`/proc/${pid}/stat`)) return null;
  // After the name, which may contain anything; the twelfth and thirteenth are ticks in the program and in the kernel.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  const memoryKb = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return { cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS, memoryMb: memoryKb / 1_024 };
}

/** Waits until a process uses almost no processor time, looked at three times in a row. */
export async function atRest(pid) {
  if (useOf(pid) === null) return;
  for (let quiet = 0, end = Date.now() + PATIENCE_MS; quiet < 3 && Date.now() < end; ) {
    const before = useOf(pid);
    await sleep(LOOK_MS);
    quiet = useOf(pid).cpuMs - before.cpuMs < LOOK_MS * AT_REST ? quiet + 1 : 0;
  }
}

/** The Temporal server of this home; null where the address is another's. */
export function serverPid() {
  const file = join(process.env.GENSVAR_HOME ?? '.gensvar', 'run.json');
  if (!existsSync(file)) return null;
  const { ports, processes } = JSON.parse(readFileSync(file, 'utf8'));
  return process.env.TEMPORAL_ADDRESS === `127.0.0.1:${ports?.temporal}` ? (processes?.temporal?.pid ?? null) : null;
}
