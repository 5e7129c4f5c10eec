import type { Role } from '../codes/roles.js';
import type { By } from './processes/process.js';

/** Managers, the closest first. */
export const chiefs: readonly Role[] = ['enhetschef', 'avdelningschef', 'verksamhetschef', 'socialchef'];

/** Those who work on the case: its handler and the managers. */
export const workers: readonly By[] = ['handler', ...chiefs];

/** Those who keep the case in order. */
export const desk: readonly By[] = [...workers, 'registrator'];

/** Those who may make a case of another kind; the table of conversions says which of these, for each way (processes/conversions.ts). */
export const workersOrQuality: readonly By[] = [...workers, 'sas', 'lexSarahUtredare', 'mas', 'mar', 'verksamhetschefHsl', 'anmalningsansvarig', 'decider'];

/** Those who may say that cases belong together, where they see both. */
export const linkers: readonly By[] = [...workersOrQuality, 'registrator'];

/** Those who may decide that a case is a duplicate, and is investigated in another. */
export const mergers: readonly By[] = workersOrQuality.filter((by) => by !== 'handler');

/** Whoever keeps a document judges whether it may be given out; in doubt the authority does (OSL 6 kap. 3 §). */
export const disclosers: readonly By[] = ['registrator', ...chiefs, 'sas', 'mas', 'mar', 'verksamhetschefHsl'];

/** Roles that read and change nothing. */
export const readers: readonly Role[] = ['controller', 'dso', 'systemforvaltare'];
