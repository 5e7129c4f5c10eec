import type { Role } from '../codes/roles.js';

/** Those who assess a unit's risks: its chiefs, and those who answer for quality. */
export const assessors: readonly Role[] = [
  'enhetschef',
  'avdelningschef',
  'verksamhetschef',
  'verksamhetschefHsl',
  'socialchef',
  'sas',
  'mas',
  'mar',
  'controller',
];

/** Those who decide that a risk is borne as it is, or is no longer one. */
export const deciders: readonly Role[] = ['enhetschef', 'avdelningschef', 'verksamhetschef', 'verksamhetschefHsl', 'socialchef'];

/** Everybody who works where the risk is, and those who answer above. */
export const riskReaders: readonly Role[] = [...assessors, 'medarbetare', 'namnd', 'utskott', 'registrator'];
