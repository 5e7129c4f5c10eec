import { type Logger, pino } from 'pino';
import type { Config } from './config.js';

export type Log = Logger;

/**
 * Structured log of a process: JSON lines, codes and ids. Nobody's name, number or words are ever logged: there is no field
 * for them, and an error is logged by `errorFields`, not by its message, which may quote what somebody wrote.
 */
export function createLog(name: string, config: Pick<Config, 'logLevel'>): Log {
  return pino({ name, level: config.logLevel, base: { name }, timestamp: pino.stdTimeFunctions.isoTime });
}

/** What may be said of an error: its class, its code and where it happened; the message of our own errors is a code by habit, others' is left out. */
export function errorFields(error: unknown): { readonly error: string; readonly code?: string; readonly at?: string } {
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
    ...(frames.length === 0 ? {} : { at: frames.join(' < ') }),
  };
}
