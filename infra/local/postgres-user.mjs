import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from './fault.mjs';

const text = (command, args) => {
  const run = spawnSync(command, args, { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : undefined;
};

/**
 * PostgreSQL refuses to run as root, so as root it runs as a user `postgres`, made where there is none.
 * @returns {{ uid: number, gid: number } | undefined} undefined when we are not root
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return undefined;
  if (text('id', ['-u', 'postgres']) === undefined) {
    text('groupadd', ['postgres']);
    text('useradd', ['-g', 'postgres', 'postgres']);
  }
  const uid = Number(text('id', ['-u', 'postgres']));
  const gid = Number(text('id', ['-g', 'postgres']));
  if (Number.isInteger(uid) && uid > 0) return { uid, gid };
  throw new Fault(
    'PostgreSQL får inte köras som root, och användaren postgres gick inte att skapa.',
    'Kör som en vanlig användare, eller sätt DATABASE_URL och DATABASE_ADMIN_URL.',
  );
}

/**
 * How to run a program as that user. Where the checkout is under a folder that only root may enter (mode 700)
 * the program gets the one capability to pass through folders.
 * @param {string} command
 * @param {string[]} args
 * @param {string[]} paths what it must reach
 */
export function asPostgres(command, args, paths) {
  const user = postgresUser();
  if (user === undefined) return { command, args };
  if (paths.every(passable)) return { command, args, ...user };
  // the last one, since initdb asks by access(2), which otherwise ignores the capability
  const rights = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search', '--securebits=+no_setuid_fixup'];
  if (text('setpriv', ['--version']) !== undefined) {
    return { command: 'setpriv', args: [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...rights, command, ...args] };
  }
  throw new Fault(
    'PostgreSQL kan inte köras som användaren postgres: mappen där Gensvar ligger är stängd för andra än root.',
    'Flytta mappen, öppna den med chmod o+x, eller kör som en vanlig användare.',
  );
}

function passable(path) {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0 && folder !== path) return false;
  }
  accessSync(path, constants.F_OK);
  return true;
}
