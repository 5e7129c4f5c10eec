import type { Role } from '../codes/roles.js';
import type { RecordBy } from '../records/record-command.js';
import { chiefs } from '../records/who.js';

/** Those who plan a unit's self-checks: its chiefs, and those who answer for quality. */
export const planners: readonly Role[] = [...chiefs, 'sas', 'mas', 'mar', 'controller'];

/** Those who carry one out: the person whom it names too. */
export const performers: readonly RecordBy[] = ['owner', ...planners];

/** Everybody who works where it is made, and those who answer above. */
export const selfCheckReaders: readonly Role[] = [...planners, 'medarbetare', 'namnd', 'utskott', 'registrator'];
