import { isFullDisk, noteFullDisk } from '../storage.js';

/** Connection lost, server shutting down or starting, out of connections: as SQLSTATE, as Node's code, or as pg's mere sentence. */
const AWAY = /^(08|57P|53300|E[A-Z]{4,})/;
const AWAY_IN_WORDS = /terminated|timeout|not queryable|was closed|after calling end/i;

/**
 * Away, full, locked, read-only, not ours or not migrated: it is about the database, and any other statement may meet the same. The one list
 * of such codes. A missing table is told so, where other faults of syntax (42) are the statement's own.
 */
const OF_THE_DATABASE = /^(08|25|28|3F|40|53|55|57|58|42P01|42501|42703|42883|UNKNOWN)/;

/**
 * A failed statement. Keeps the code, the constraint and the server's sentence, and drops detail, context and parameters:
 * they quote rows, and a log must not.
 */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';

  constructor(
    message: string,
    /** SQLSTATE, or Node's own code (`ECONNREFUSED`), or `UNKNOWN`. */
    readonly code: string,
    readonly constraint: string | undefined,
    /** True where the database could not be reached: worth trying again, and a 503 to who asks. */
    readonly unavailable: boolean,
  ) {
    super(message);
  }

  /** The fault is not this statement's or this row's: another would meet it too. */
  get ofTheDatabase(): boolean {
    return this.unavailable || OF_THE_DATABASE.test(this.code);
  }

  /** There is no room left to write in; what is there can be read. */
  get full(): boolean {
    return isFullDisk(this.code);
  }

  /** Nothing can be saved just now, and nothing is wrong with what was to be saved. */
  get notNow(): boolean {
    return this.unavailable || this.full;
  }
}

/** Any error of pg as a DatabaseFault. */
export function asFault(error: unknown): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  const { message, code, constraint } = error as { message?: string; code?: string; constraint?: string };
  const away = code === undefined ? AWAY_IN_WORDS.test(message ?? '') : AWAY.test(code);
  if (isFullDisk(code)) noteFullDisk('database');
  return new DatabaseFault(message || code || 'database error', code ?? 'UNKNOWN', constraint, away);
}
