import { type Logger, pino } from 'pino';
import type { Config } from './config.js';
import { isFullDisk, noteFullDisk } from './storage.js';

export type Log = Logger;

/**
 * Structured log of a process: JSON lines, codes and ids. Nobody's name, number or words are ever logged: there is no field
 * for them, and an error is logged by `errorFields`, not by its message, which may quote what somebody wrote.
 */
export function createLog(name: string, config: Pick<Config, 'logLevel'>): Log {
  return pino({ name, level: config.logLevel, base: { name }, timestamp: pino.stdTimeFunctions.isoTime }, standardOutput());
}

/** This many bytes wait while the disk is full; lines that come after that are lost. */
const WAITS = 1_000_000;

/** A full disk under the log ends no process: lines wait, and the fault is written to stderr. */
function standardOutput(): pino.DestinationStream {
  const out = pino.destination({ dest: 1, sync: true, maxLength: WAITS });
  out.on('error', (error: { code?: string }) => {
    if (isFullDisk(error.code)) noteFullDisk('log');
  });
  return out;
}

/** A fault of the configuration, in our own words without data: the only kind of message that is logged. */
export class SettingFault extends Error {
  override readonly name = 'SettingFault';
}

/** What may be logged of an error: class, code and place, and of a missing setting its name. Other messages may quote what somebody wrote. */
export function errorFields(error: unknown): { readonly error: string; readonly code?: string; readonly said?: string; readonly at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  return {
    error: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    ...(error instanceof SettingFault ? { said: error.message } : {}),
    ...(frames.length === 0 ? {} : { at: frames.join(' < ') }),
  };
}
