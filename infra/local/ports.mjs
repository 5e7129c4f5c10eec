import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { readRun, updateRun } from './runfile.mjs';

/** Whether this port of the loopback address is free to listen on. */
export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether something answers on it. */
export function answers(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1_000 });
    const done = (is) => {
      socket.destroy();
      resolve(is);
    };
    socket
      .once('connect', () => done(true))
      .once('error', () => done(false))
      .once('timeout', () => done(false));
  });
}

/**
 * A free port, below the range that the system hands to outgoing connections:
 * otherwise a client that retries a stopped service may be given that service's own port.
 */
export async function freePort() {
  for (let tries = 0; tries < 200; tries++) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port between 20000 and 32000');
}

/** The ports of a service in this home: the same as last time where they are free. */
export async function portsFor(home, names) {
  const ports = {};
  const remembered = readRun(home).ports;
  for (const name of names) {
    const last = remembered[name];
    ports[name] = last !== undefined && (await isFree(last)) ? last : await freePort();
  }
  updateRun(home, (run) => Object.assign(run.ports, ports));
  return ports;
}

/** The process that listens on a port, where the system shows it. */
export function listenerOf(port) {
  try {
    const hex = port.toString(16).toUpperCase().padStart(4, '0');
    const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => readFileSync(file, 'utf8').split('\n'));
    const row = lines.map((line) => line.trim().split(/\s+/)).find((cells) => cells[1]?.endsWith(`:${hex}`) && cells[3] === '0A');
    const pids = row === undefined ? [] : readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const pid = pids.find((name) => holds(name, `socket:[${row[9]}]`));
    return pid === undefined ? undefined : Number(pid);
  } catch {
    return undefined;
  }
}

function holds(pid, socket) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === socket);
  } catch {
    return false; // another user's process, or one that just ended
  }
}
