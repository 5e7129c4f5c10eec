import { spawnSync } from 'node:child_process';
import { looksUnreachable } from './fault.mjs';
import { root } from './home.mjs';

const patience = 60_000;

/**
 * The meaning of `npm audit signatures`: packages with a wrong signature fail; a registry (or its keys) that can't be reached is reported and
 * does not fail, since a municipality builds behind its own mirror.
 * @param {{ status: number | null, output: string }} done
 * @returns {{ ok: boolean, said: string }}
 */
export function judged({ status, output }) {
  if (status === 0) return { ok: true, said: output.trim().split('\n').filter(Boolean).join('; ') };
  if (/invalid (registry )?signature|invalid attestation|tampered/i.test(output)) return { ok: false, said: output.trim() };
  const why = looksUnreachable(output) || status === null ? 'registret eller dess nycklar gick inte att nå' : 'registret lämnar inga signaturer';
  return { ok: true, said: `INTE PRÖVADE: ${why}` };
}

/** The signatures of the installed packages, where the registry answers. */
export function checkSignatures() {
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [...npm.slice(1), 'audit', 'signatures', '--fetch-retries=0', '--fetch-timeout=10000'];
  const { status, stdout, stderr } = spawnSync(npm[0], args, { cwd: root, encoding: 'utf8', timeout: patience });
  const { ok, said } = judged({ status, output: `${stdout}\n${stderr}` });
  console.log(`Paketens signaturer: ${said}`);
  return ok;
}
