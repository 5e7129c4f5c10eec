import type { Role } from '../codes/roles.js';
import { chiefs } from '../records/who.js';

/** Those who say that a duty is done: the chiefs, and those who write for them. */
export const doers: readonly Role[] = [...chiefs, 'sas', 'mas', 'mar', 'controller'];

/** Whoever waits for it reads it too. */
export const yearReaders: readonly Role[] = [...doers, 'registrator', 'namnd', 'utskott'];
