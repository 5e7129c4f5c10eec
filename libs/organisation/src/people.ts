import type { Post } from '#domain/case/actor';
import type { Role } from '#domain/org/roles';
import type { Organisation } from '#domain/org/units';
import type { Tx } from '#platform/database';

/** A person who can log in. The id is what travels; the name never leaves PostgreSQL but to those who look. */
export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly Post[];
}

const SELECT = `SELECT p.id, p.login, p.name, p.email,
    coalesce(json_agg(json_build_object('role', o.role, 'unit', o.unit) ORDER BY o.role, o.unit) FILTER (WHERE o.person IS NOT NULL), '[]') AS posts
  FROM store.person p LEFT JOIN store.post o ON o.person = p.id AND o.valid_from <= $1 AND (o.valid_to IS NULL OR o.valid_to > $1)`;

/** Everyone, with the posts they hold on the date. */
export const allPeople = (database: Tx, today: string): Promise<Person[]> => database.query<Person>(`${SELECT} GROUP BY p.id ORDER BY p.name`, [today]);

export async function personById(database: Tx, id: string, today: string): Promise<Person | null> {
  return (await database.query<Person>(`${SELECT} WHERE p.id = $2 GROUP BY p.id`, [today, id]))[0] ?? null;
}

/**
 * Who a role over a unit is: those who hold it at the unit, else at the nearest level above. Resolved when the notice is
 * written, since people change posts while cases wait.
 */
export function holdersOf(people: readonly Person[], role: Role, unit: string | null, organisation: Organisation, today: string): readonly Person[] {
  const levels =
    unit === null
      ? organisation
          .at(today)
          .filter((row) => row.level === 'board')
          .map((row) => row.code)
      : [unit, ...organisation.ancestors(unit, today).map((row) => row.code)];
  for (const level of levels) {
    const holders = people.filter((person) => person.posts.some((post) => post.role === role && post.unit === level));
    if (holders.length > 0) return holders;
  }
  return [];
}
