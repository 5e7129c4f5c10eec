import type { Role } from '../codes/roles.js';
import { chiefs } from '../records/who.js';

/** Those who keep the register of reviews: the unit's chiefs, those who answer for quality, and those who follow up contracts. */
export const reviewKeepers: readonly Role[] = [...chiefs, 'sas', 'mas', 'mar', 'controller', 'registrator', 'avtal'];

/** A review may be of one person's case: staff without a part in it do not read it. */
export const reviewReaders: readonly Role[] = [...reviewKeepers, 'namnd', 'utskott'];
