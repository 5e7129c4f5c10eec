import type { Role } from '../codes/roles.js';
import type { Organisation, Unit } from './units.js';

const chiefs: Readonly<Record<Unit['level'], Role>> = { unit: 'enhetschef', division: 'avdelningschef', board: 'socialchef' };

/** The chief who answers for a unit of its level. */
export const chiefOf = (unit: string, organisation: Organisation, day: string): Role => chiefs[organisation.unit(unit, day)?.level ?? 'unit'];
