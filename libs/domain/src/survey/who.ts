import type { Role } from '../codes/roles.js';
import { chiefs } from '../records/who.js';

/** Those who plan surveys and write down what came of them. */
export const surveyKeepers: readonly Role[] = [...chiefs, 'sas', 'mas', 'mar', 'controller', 'avtal'];

/** Everybody who works where it was made, and those who answer above: results are of groups, never of a person. */
export const surveyReaders: readonly Role[] = [...surveyKeepers, 'medarbetare', 'namnd', 'utskott', 'registrator'];
