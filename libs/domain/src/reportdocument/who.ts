import type { Role } from '../codes/roles.js';
import { chiefs } from '../records/who.js';
import type { ReportLevel } from './outline-002.js';

/** A unit's and a division's text is its chiefs'; the board's is compiled by the controller (report-outline part 1 and 2). */
export const writersOf = (level: ReportLevel): readonly Role[] => (level === 'board' ? ['controller', 'socialchef'] : chiefs);

export const reportWriters: readonly Role[] = [...chiefs, 'controller'];

/** Those who take a report in, or send it back: above the unit, and never the one who handed it in. */
export const reportReceivers: readonly Role[] = ['avdelningschef', 'controller', 'socialchef'];

/** Who is reminded of a report that is not handed in, and of one that waits to be taken in. */
export const writerOf: Readonly<Record<ReportLevel, Role>> = { unit: 'enhetschef', division: 'avdelningschef', board: 'controller' };
export const receiverOf: Readonly<Record<ReportLevel, Role>> = { unit: 'avdelningschef', division: 'controller', board: 'controller' };

/** A draft is read by those who write it and those who answer above; the board reads the report that is decided. */
export const reportReaders: readonly Role[] = [...reportWriters, 'mas', 'mar', 'sas', 'registrator'];
