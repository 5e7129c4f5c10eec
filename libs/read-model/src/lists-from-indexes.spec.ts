import { readFileSync } from 'node:fs';
import { visible } from '#domain/case/visible';
import { roles } from '#domain/codes/roles';
import { uuidOf } from '#domain/ids';
import { personActor } from '#domain/org/actor';
import { wide } from '../../../test/support/municipalities.js';
import { binding, readableSql, visibleSql } from './visible.js';
import { waitingFor, waitingSql } from './waiting.js';

/** A statement without its subqueries, which are made once and read indexes of their own. */
function withoutSubqueries(sql: string): string {
  const start = sql.search(/\((?=\s*(?:SELECT|WITH)\b)/);
  if (start < 0) return sql;
  let depth = 0;
  for (let at = start; at < sql.length; at += 1) {
    depth += sql[at] === '(' ? 1 : sql[at] === ')' ? -1 : 0;
    if (depth === 0) return withoutSubqueries(`${sql.slice(0, start)}$${sql.slice(at + 1)}`);
  }
  throw new Error(`a subquery is not closed: ${sql.slice(start)}`);
}

const columnsOf = (sql: string): readonly string[] => [...new Set([...withoutSubqueries(sql).matchAll(/\bl\.(\w+)/g)].map(([, column]) => column as string))];
const indexes = [...readFileSync(new URL('sql/indexes.sql', import.meta.url), 'utf8').matchAll(/CREATE INDEX (\w+) ON case_list (\([^;]*);/g)].map(
  ([, name, over]) => ({
    name: name as string,
    over: over as string,
  }),
);
/** Those that hold what decides sight, to be read without the rows. */
const covering = indexes.filter(({ over }) => /INCLUDE[^;]*\breporter\b/.test(over));
const someone = uuidOf('someone', 1);
const actors = roles.flatMap(({ code }) => ['namnd', 'afs', 'afs-norra'].map((unit) => personActor(someone, [{ role: code, unit }])));

test('who sees a case is read from each index of the lists alone, whatever the role: at 100,000 cases rows are not fetched to be skipped', () => {
  expect(covering.length).toBeGreaterThanOrEqual(5);
  const named = new Set(
    actors.flatMap((actor) => {
      const filter = visible(actor, wide, '2026-11-22');
      return [visibleSql, readableSql].flatMap((sql) => columnsOf(sql(filter, binding().bind)));
    }),
  );
  // Read where there is a barred case alone, and then by their row.
  named.delete('excepted');
  expect(named.size).toBeGreaterThan(5);
  for (const { name, over } of covering) expect([name, [...named].filter((column) => !new RegExp(`\\b${column}\\b`).test(over))]).toEqual([name, []]);
});

test('what waits for a person is counted from the index of open cases alone', () => {
  const over = indexes.find(({ name }) => name === 'case_list_open')?.over ?? '';
  for (const actor of actors) {
    const waiting = waitingFor(actor, [{ id: someone, posts: actor.posts }], wide, '2026-11-22');
    if (waiting === null) throw new Error('a person was expected');
    const columns = columnsOf(waitingSql(waiting, binding().bind));
    expect(columns.filter((column) => !new RegExp(`\\b${column}\\b`).test(over))).toEqual([]);
  }
});
