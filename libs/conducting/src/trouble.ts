import { parked } from '#event-store/parked';
import type { Tx } from '#platform/database';

/** The name under which workflows put a case aside in store.parked: a message that they could not use, a step that the door refuses. */
export const WORKFLOWS = 'workflows';

/** Streams whose workflow is in trouble. @throws DatabaseFault */
export const inTrouble = async (database: Tx): Promise<readonly string[]> => (await parked(database, WORKFLOWS)).map(({ stream }) => stream);
