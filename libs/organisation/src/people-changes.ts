import { type Lack, refuse } from '#domain/errors';
import { uuidOf } from '#domain/ids';
import type { Organisation } from '#domain/org/units';
import type { Tx } from '#platform/database';
import type { OrganisationChanges } from './change.schema.js';

type Change = OrganisationChanges[number];
type Of<D extends Change['do']> = Extract<Change, { do: D }>;
const of = <D extends Change['do']>(changes: OrganisationChanges, what: D): readonly Of<D>[] => changes.filter((change): change is Of<D> => change.do === what);

/** Refuses logins that nobody has, posts that nobody holds, units that are not there, and days in the wrong order. @throws Refusal incomplete */
export async function lacksInPeople(tx: Tx, changes: OrganisationChanges, organisation: Organisation): Promise<void> {
  const stored = await tx.query<{ login: string; name: string; email: string; posts: readonly StoredPost[] }>(POSTS);
  const known = new Set([...stored, ...of(changes, 'addPerson')].map(({ login }) => login));
  const asked = [
    ...of(changes, 'givePost').map(({ login }) => login),
    ...of(changes, 'endPost').map(({ login }) => login),
    ...of(changes, 'standIn').flatMap(({ login, instead }) => [login, instead]),
  ];
  const lacks: Lack[] = [...new Set(asked)].filter((login) => !known.has(login)).map((login) => ({ field: 'login', text: `Ingen har inloggningen ${login}` }));
  for (const { login, name, email } of of(changes, 'addPerson')) {
    const there = stored.find((person) => person.login === login);
    if (there !== undefined && (there.name !== name || there.email !== email)) lacks.push({ field: 'login', text: `Inloggningen ${login} finns redan` });
  }
  for (const { login, instead, from, to } of of(changes, 'standIn')) {
    if (login === instead) lacks.push({ field: 'instead', text: `${login} kan inte ersätta sig själv` });
    if (from >= to) lacks.push({ field: 'to', text: `Sista dagen för ${login} ska vara efter den första (dagen räknas inte med)` });
  }
  for (const { login, from, to } of of(changes, 'givePost')) {
    if (to !== null && from >= to) lacks.push({ field: 'to', text: `Sista dagen för ${login} ska vara efter den första (dagen räknas inte med)` });
  }
  for (const { unit, from } of of(changes, 'givePost')) {
    if (!organisation.isValidOn(unit, from)) lacks.push({ field: 'unit', text: `${unit} gäller inte ${from}` });
  }
  for (const { login, role, unit, to } of of(changes, 'endPost')) {
    const given = of(changes, 'givePost').some((post) => post.login === login && post.role === role && post.unit === unit && post.from < to);
    const held = stored.find((person) => person.login === login)?.posts.some((post) => post.role === role && post.unit === unit && endsOn(post, to)) ?? false;
    if (known.has(login) && !given && !held) lacks.push({ field: 'unit', text: `${login} har inte uppdraget ${role} vid ${unit} den ${to}` });
  }
  if (lacks.length > 0) refuse('incomplete', lacks);
}

interface StoredPost {
  readonly role: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string | null;
}
const POSTS = `SELECT p.login, p.name, p.email, coalesce(json_agg(json_build_object('role', o.role, 'unit', o.unit, 'from', o.valid_from, 'to', o.valid_to))
    FILTER (WHERE o.person IS NOT NULL), '[]') AS posts FROM store.person p LEFT JOIN store.post o ON o.person = p.id GROUP BY p.id`;

/** A post that is held until that day, or past it; one that ends that very day already is ended by a repeat. */
const endsOn = ({ from, to }: StoredPost, day: string): boolean => from < day && (to === null || to >= day);

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
