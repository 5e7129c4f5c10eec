import type { Role } from '../codes/roles.js';

/** The managers over a unit, of social services and of health care: they decide about its records. */
export const chiefs: readonly Role[] = ['enhetschef', 'avdelningschef', 'verksamhetschef', 'verksamhetschefHsl', 'socialchef'];
