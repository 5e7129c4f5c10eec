/** Connection lost, server shutting down or starting, out of connections: as SQLSTATE, as Node's code, or as pg's mere sentence. */
const AWAY = /^(08|57P|53300|E[A-Z]{4,})/;
const AWAY_IN_WORDS = /terminated|timeout|not queryable|was closed|after calling end/i;

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
}

/** Any error of pg as a DatabaseFault. */
export function asFault(error: unknown): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  const { message, code, constraint } = error as { message?: string; code?: string; constraint?: string };
  const away = code === undefined ? AWAY_IN_WORDS.test(message ?? '') : AWAY.test(code);
  return new DatabaseFault(message || code || 'database error', code ?? 'UNKNOWN', constraint, away);
}
