import type { Role } from '../codes/roles.js';
import { chiefs } from '../records/who.js';

/** Those who assess a unit's risks: its chiefs, and those who answer for quality. */
export const assessors: readonly Role[] = [...chiefs, 'sas', 'mas', 'mar', 'controller'];

/** Everybody who works where the risk is, and those who answer above. */
export const riskReaders: readonly Role[] = [...assessors, 'medarbetare', 'namnd', 'utskott', 'registrator'];
