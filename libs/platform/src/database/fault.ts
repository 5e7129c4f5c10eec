import { isFullDisk, noteFullDisk } from '../storage.js';

/** Connection lost, server shutting down or starting, out of connections: as SQLSTATE, as Node's code, or as pg's message. */
const AWAY = /^(08|57P|53300|E[A-Z]{4,})/;
const AWAY_IN_WORDS = /terminated|timeout|not queryable|was closed|after calling end/i;

/**
 * Away, full, locked, read-only, without rights or not migrated: a fault of the database, which any other statement may meet too. The one list
 * of such codes. A missing table is among them, while other syntax errors (42) are the statement's own.
 */
const OF_THE_DATABASE = /^(08|25|28|3F|40|53|55|57|58|42P01|42501|42703|42883|UNKNOWN)/;

/**
 * A failed statement. Keeps the code, the constraint and the server's message, and drops detail, context and parameters,
 * which quote rows and must not be logged.
 */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';

  constructor(
    message: string,
    /** SQLSTATE, or Node's own code (`ECONNREFUSED`), or `UNKNOWN`. */
    readonly code: string,
    readonly constraint: string | undefined,
    /** True where the database could not be reached: worth trying again, and a 503 to the client. */
    readonly unavailable: boolean,
  ) {
    super(message);
  }

  /** The fault is not this statement's or this row's: another statement would meet it too. */
  get ofTheDatabase(): boolean {
    return this.unavailable || OF_THE_DATABASE.test(this.code);
  }

  /** The disk is full; reading still works. */
  get full(): boolean {
    return isFullDisk(this.code);
  }

  /** Nothing can be saved just now, whatever it is. */
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
