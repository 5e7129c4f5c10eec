import { labelOf } from '../codes/code.js';
import { checkVerdicts } from '../codes/self-checks.js';
import type { Performance } from './selfcheck.js';

/** “002 skrev: Ej godkänd”: the word of a report that has been handed in, beside our own. */
export const statedInWords = ({ in: report, verdict }: NonNullable<Performance['stated']>): string => `${report} skrev: ${labelOf(checkVerdicts, verdict)}`;
