import { type Lack, refuse } from '#domain/errors';
import { uuidOf } from '#domain/ids';
import type { Tx } from '#platform/database';
import type { OrganisationChanges } from './change.schema.js';

type Change = OrganisationChanges[number];
type Of<D extends Change['do']> = Extract<Change, { do: D }>;
const of = <D extends Change['do']>(changes: OrganisationChanges, what: D): readonly Of<D>[] => changes.filter((change): change is Of<D> => change.do === what);

/** Refuses logins that nobody has and days in the wrong order. @throws Refusal incomplete */
export async function lacksInPeople(tx: Tx, changes: OrganisationChanges): Promise<void> {
  const known = new Set([...(await tx.query<{ login: string }>('SELECT login FROM store.person')), ...of(changes, 'addPerson')].map(({ login }) => login));
  const asked = [
    ...of(changes, 'givePost').map(({ login }) => login),
    ...of(changes, 'endPost').map(({ login }) => login),
    ...of(changes, 'standIn').flatMap(({ login, instead }) => [login, instead]),
  ];
  const lacks: Lack[] = [...new Set(asked)].filter((login) => !known.has(login)).map((login) => ({ field: 'login', text: `Ingen har inloggningen ${login}` }));
  for (const { login, instead, from, to } of of(changes, 'standIn')) {
    if (login === instead) lacks.push({ field: 'instead', text: `${login} kan inte ersätta sig själv` });
    if (from >= to) lacks.push({ field: 'to', text: `Sista dagen för ${login} ska vara efter den första (dagen räknas inte med)` });
  }
  for (const { login, from, to } of of(changes, 'givePost')) {
    if (to !== null && from >= to) lacks.push({ field: 'to', text: `Sista dagen för ${login} ska vara efter den första (dagen räknas inte med)` });
  }
  if (lacks.length > 0) refuse('incomplete', lacks);
}

/** Stores people, their posts and their stand-ins. Idempotent. */
export async function writePeople(tx: Tx, changes: OrganisationChanges, position: number): Promise<void> {
  const people = of(changes, 'addPerson').map(({ login, name, email }) => ({ id: uuidOf('person', login), login, name, email }));
  await tx.query(
    `INSERT INTO store.person (id, login, name, email)
     SELECT id, login, name, email FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, login text, name text, email text) ON CONFLICT DO NOTHING`,
    [JSON.stringify(people)],
  );
  await tx.query(
    `INSERT INTO store.post (person, role, unit, valid_from, valid_to)
     SELECT p.id, g.role, g.unit, g."from", g."to"
       FROM jsonb_to_recordset($1::jsonb) AS g(login text, role text, unit text, "from" date, "to" date) JOIN store.person p USING (login) ON CONFLICT DO NOTHING`,
    [JSON.stringify(of(changes, 'givePost'))],
  );
  await tx.query(
    `UPDATE store.post o SET valid_to = e."to"
       FROM jsonb_to_recordset($1::jsonb) AS e(login text, role text, unit text, "to" date) JOIN store.person p USING (login)
      WHERE o.person = p.id AND o.role = e.role AND o.unit = e.unit AND o.valid_from < e."to" AND (o.valid_to IS NULL OR o.valid_to > e."to")`,
    [JSON.stringify(of(changes, 'endPost'))],
  );
  await tx.query(
    `INSERT INTO store.stand_in (person, instead, valid_from, valid_to, why, from_position)
     SELECT p.id, away.id, s."from", s."to", s.why, $2
       FROM jsonb_to_recordset($1::jsonb) AS s(login text, instead text, "from" date, "to" date, why text)
       JOIN store.person p ON p.login = s.login JOIN store.person away ON away.login = s.instead ON CONFLICT DO NOTHING`,
    [JSON.stringify(of(changes, 'standIn')), position],
  );
}
