import type { Role } from '../codes/roles.js';
import { assessors, riskReaders } from '../risk/who.js';

/** Those who assess a unit's risks analyse a change of it too. */
export const analysts: readonly Role[] = assessors;

export const analysisReaders: readonly Role[] = riskReaders;
