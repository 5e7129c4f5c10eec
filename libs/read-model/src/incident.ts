import type { Tx } from '#platform/database';

const HOLDS = '9223372036854775807';

/** Ids of the cases of one incident (händelse): what became of each other, and siblings under several laws. As current as the rows. */
export async function casesOfIncident(database: Tx, incident: string): Promise<readonly string[]> {
  const rows = await database.query<{ id: string }>(`SELECT case_id AS id FROM read.fact_case WHERE incident_id = $1::uuid AND to_position = ${HOLDS}`, [
    incident,
  ]);
  return rows.map(({ id }) => id);
}
