import { parked } from '#event-store/parked';
import type { Tx } from '#platform/database';

/**
 * The name under which workflows in trouble stand in store.parked: a message that they could not use, a step that the door refuses. Each stands
 * there by its own id, so that a notification to IVO and its case are in and out of trouble each for itself; a record by the name of its stream.
 */
export const WORKFLOWS = 'workflows';

/** Cases of which a workflow is in trouble. Records are not among them: they are all notified again each hour. @throws DatabaseFault */
export const inTrouble = async (database: Tx): Promise<readonly string[]> => [
  ...new Set((await parked(database, WORKFLOWS)).flatMap(({ stream }) => /^(?:case|ivo)\/(?<id>.+)$/.exec(stream)?.groups?.['id'] ?? [])),
];
