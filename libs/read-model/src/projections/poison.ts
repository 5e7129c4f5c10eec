import { type Failed, isPoison as isOfTheStream, parkFailed } from '#event-store/parked';
import { DatabaseFault, type Tx } from '#platform/database';

/** The name under which the read side parks streams and follows the store. */
export const SUBSCRIPTION = 'projector';

/** A stream that could not be turned into rows, from its first event that failed. */
export type Poisoned = Failed;

/** A fault of the rows themselves; faults of the code are found stream by stream before any row is written. */
export const isPoison = (error: unknown): boolean => error instanceof DatabaseFault && isOfTheStream(error);

/** Parks a stream with its fault's name and code; never its message, which may quote a row. */
export const park = (tx: Tx, poisoned: Poisoned): Promise<void> => parkFailed(tx, SUBSCRIPTION, poisoned);
