import type { Post } from '#domain/org/holders';
import type { Tx } from '#platform/database';

/** A person who can log in. The id is used everywhere; the name leaves PostgreSQL only for readers who may see it. */
export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly Post[];
}

const SELECT = `SELECT p.id, p.login, p.name, p.email,
    coalesce(json_agg(json_strip_nulls(json_build_object('role', o.role, 'unit', o.unit, 'instead', o.instead)) ORDER BY o.role, o.unit, o.instead)
      FILTER (WHERE o.person IS NOT NULL), '[]') AS posts
  FROM store.person p LEFT JOIN store.held_post o ON o.person = p.id AND o.valid_from <= $1 AND (o.valid_to IS NULL OR o.valid_to > $1)`;

/** Everyone, with the posts they hold on the date. */
export const allPeople = (database: Tx, today: string): Promise<Person[]> => database.query<Person>(`${SELECT} GROUP BY p.id ORDER BY p.name`, [today]);

export async function personById(database: Tx, id: string, today: string): Promise<Person | null> {
  return (await database.query<Person>(`${SELECT} WHERE p.id = $2 GROUP BY p.id`, [today, id]))[0] ?? null;
}

/** By the identity provider's name for them, ignoring case, since directories and people write it in either. Two logins that differ by case alone are kept apart. */
export async function personByLogin(database: Tx, login: string, today: string): Promise<Person | null> {
  const found = await database.query<Person>(`${SELECT} WHERE lower(p.login) = lower($2) GROUP BY p.id`, [today, login.trim()]);
  return found.find((person) => person.login === login) ?? (found.length === 1 ? (found[0] ?? null) : null);
}
