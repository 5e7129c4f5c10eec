import { park } from '#event-store/parked';
import { DatabaseFault, type Tx } from '#platform/database';

/** The name under which the read side puts streams aside, and follows the store. */
export const SUBSCRIPTION = 'projector';

/** A stream that could not be turned into rows, from its first event that was in the way. */
export interface Poisoned {
  readonly stream: string;
  readonly position: number;
  readonly error: unknown;
}

/** A fault of the rows themselves; what a retry may mend (connection, deadlock, lock, time) and what is no statement's fault is not. */
export function isPoison(error: unknown): boolean {
  return error instanceof DatabaseFault && !error.unavailable && !/^(40|55P03|57014)/.test(error.code);
}

/** Puts a stream aside by its fault's name and code; never its message, which may quote a row. */
export async function putAside(tx: Tx, { stream, position, error }: Poisoned): Promise<void> {
  const { name, code } = error as { name?: string; code?: string };
  await park(tx, { subscription: SUBSCRIPTION, stream, position, errorCode: `${name ?? 'fault'} ${code ?? ''}`.trim().replace(/[^\w.:/ -]/g, '') });
}
