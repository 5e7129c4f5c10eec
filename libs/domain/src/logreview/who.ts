import type { Role } from '../codes/roles.js';
import { logReaders } from '../org/log-readers.js';

/** Those who read the access log control it. */
export const reviewers: readonly Role[] = logReaders;

/** The controls may tell of named staff: beside the reviewers the head of the administration, and the board, which answers for the data and is told of one that is late. */
export const logReviewReaders: readonly Role[] = [...reviewers, 'socialchef', 'namnd'];
