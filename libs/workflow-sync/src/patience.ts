import type { Options } from 'p-retry';
import { isAway } from '#platform/temporal';

/** How often a call to Temporal is made again where thousands are made at once: a busy server misses the seconds of one call. */
export const patience: Options = { retries: 5, minTimeout: 500, shouldRetry: ({ error }) => isAway(error) };
