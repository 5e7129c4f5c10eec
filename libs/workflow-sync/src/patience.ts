import type { Options } from 'p-retry';
import { isPoison } from '#event-store/parked';
import { DatabaseFault } from '#platform/database';
import { isAway } from '#platform/temporal';

/** How often a call to Temporal is made again where thousands are made at once: a busy server misses the seconds of one call. */
export const patience: Options = { retries: 5, minTimeout: 500, shouldRetry: ({ error }) => isAway(error) };

/** A fault that would come again for this stream alone; what Temporal or the database may get over is not. */
export const isOfTheStream = (error: unknown): boolean => (error instanceof DatabaseFault ? isPoison(error) : !isAway(error));
