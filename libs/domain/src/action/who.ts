import type { Role } from '../codes/roles.js';
import type { RecordBy } from '../records/record-command.js';
import { chiefs } from '../records/who.js';

/** Everybody who works in the unit may propose; those who answer for quality too. */
export const proposers: readonly Role[] = [...chiefs, 'medarbetare', 'sas', 'mas', 'mar', 'controller'];

/** Those who see that it is done. */
export const doers: readonly RecordBy[] = ['owner', ...chiefs];

export const actionReaders: readonly Role[] = [...proposers, 'namnd', 'utskott', 'registrator'];
