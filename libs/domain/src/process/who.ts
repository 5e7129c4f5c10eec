import type { Role } from '../codes/roles.js';
import { chiefs } from '../records/who.js';

/** Those who answer for how the work is done, and those who keep the management system. */
export const processKeepers: readonly Role[] = [...chiefs, 'sas', 'mas', 'mar', 'controller'];

/** Everybody who works by it, and those who answer above. */
export const processReaders: readonly Role[] = [...processKeepers, 'medarbetare', 'namnd', 'utskott', 'registrator'];
