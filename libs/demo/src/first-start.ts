import type { Core } from '#case-service/core';
import { system } from '#domain/case/actor';
import { addToOrganisation } from '#organisation/changes';
import { people, units } from './municipality.js';

type Parts = Pick<Core, 'database' | 'store' | 'seal' | 'register' | 'clock'>;

/** The organisation and its people, once. @returns the instant of the first start, which all invented dates count back from */
export async function ensureMunicipality(parts: Parts): Promise<string> {
  await addToOrganisation(parts, { units, entries: [] }, system.id, parts.clock.now().toISOString());
  await insertPeople(parts);
  const [first] = await parts.store.load('organisation');
  if (first === undefined) throw new Error('the organisation was not recorded');
  return first.recordedAt;
}

async function insertPeople({ database }: Parts): Promise<void> {
  await database.query(
    `INSERT INTO store.person (id, login, name, email)
     SELECT id, login, name, email FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, login text, name text, email text) ON CONFLICT DO NOTHING`,
    [JSON.stringify(people)],
  );
  const posts = people.flatMap(({ id, posts: held }) => held.map((post) => ({ person: id, ...post })));
  await database.query(
    `INSERT INTO store.post (person, role, unit)
     SELECT person, role, unit FROM jsonb_to_recordset($1::jsonb) AS p(person uuid, role text, unit text) ON CONFLICT DO NOTHING`,
    [JSON.stringify(posts)],
  );
}
