import type { Role } from '../codes/roles.js';

/** Whoever may read every case does the review (docs/decisions/0034): the data protection officer opens none. */
export const extractors: readonly Role[] = ['registrator'];

/** The head of the administration is told of one that is late. */
export const extractReaders: readonly Role[] = [...extractors, 'socialchef'];
