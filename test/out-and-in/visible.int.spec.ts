import { type Seen, sees, visible } from '#domain/case/visible';
import { kinds } from '#domain/codes/kinds';
import { roles } from '#domain/codes/roles';
import { uuidOf } from '#domain/ids';
import { personActor } from '#domain/org/actor';
import { binding, visibleSql } from '#read-model/visible';
import { workList } from '#read-model/work-list';
import { freshCore } from '../support/core.js';
import { dice } from '../support/crowd.js';
import { wide } from '../support/municipalities.js';
import type { Fresh } from '../support/read-side.js';

let core: Fresh;
const roll = dice(31);
const one = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
const persons = Array.from({ length: 8 }, (_, n) => uuidOf('someone', n));
const codes = wide.at('2026-11-22').map(({ code }) => code);
type Row = Omit<Seen, 'became'> & { readonly id: string; readonly carriedOnBy: readonly string[] };
/** One in three is continued by up to two later ones, and those by others; now and then by one that does not exist. */
const carriers = (n: number): readonly string[] =>
  roll() < 0.33 ? [uuidOf('seen', n + 1 + Math.floor(roll() * 20)), ...(roll() < 0.5 ? [uuidOf('seen', n + 1 + Math.floor(roll() * 60))] : [])] : [];
const rows: readonly Row[] = Array.from({ length: 600 }, (_, n) => ({
  id: uuidOf('seen', n),
  kind: one(kinds).code,
  unit: one([...codes, null, 'afs-gamla', 'iof-nedlagd', 'never-was']),
  lawAreas: one([null, [], ['SoL'], ['LSS'], ['HSL'], ['HSL', 'SoL']]),
  handler: one([...persons, null, null]),
  lead: one([...persons, null]),
  reporter: one([...persons, null]),
  barred: roll() < 0.3 ? [one(persons), one(persons)] : [],
  called: roll() < 0.3 ? [one(roles).code, one(roles).code] : [],
  carriedOnBy: carriers(n),
}));
const rowOf = new Map(rows.map((row) => [row.id, row]));
const allAfter = ({ carriedOnBy }: Row): readonly Row[] => carriedOnBy.flatMap((id) => rowOf.get(id) ?? []).flatMap((child) => [child, ...allAfter(child)]);
const cases: readonly (Seen & Row)[] = rows.map((row) => ({ ...row, became: allAfter(row) }));
beforeAll(async () => {
  core = await freshCore();
  for (const { id, kind, unit, lawAreas, handler, lead, reporter, barred, called, carriedOnBy } of cases) {
    await core.database.query(
      `INSERT INTO read.case_list (case_id, version, number, kind, stage, since, unit, law_areas, handler, reporter, barred, received_at, done, codes, carried_on_by, lead, called)
       VALUES ($1::uuid, 1, $1::text, $7, 'received', now(), $2, $3, $4, $5, $6, now(), false, '{}', $8, $9, $10)`,
      [id, unit, lawAreas, handler, reporter, barred, kind, carriedOnBy, lead, called],
    );
  }
}, 60_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

describe('What a person may see', () => {
  test('is the same by the domain and by the database, for every role, place, person and case', async () => {
    const actors = [
      ...roles.flatMap(({ code: role }) => codes.map((unit) => personActor(one(persons), [{ role, unit }]))),
      ...Array.from({ length: 60 }, () =>
        personActor(
          one(persons),
          Array.from({ length: Math.floor(roll() * 3) }, () => ({ role: one(roles).code, unit: one(codes) })),
        ),
      ),
      { id: 'anonymous', person: null, posts: [] },
    ];
    for (const actor of actors) {
      const filter = visible(actor, wide, '2026-11-22');
      const { params, bind } = binding();
      const rows = await core.database.query<{ id: string; seen: boolean }>(
        `SELECT l.case_id AS id, ${visibleSql(filter, bind)} AS seen FROM read.case_list l`,
        params,
      );
      const wrong = rows.filter(({ id, seen }) => seen !== sees(filter, cases.find((row) => row.id === id) as Seen));
      expect({ actor, wrong }).toEqual({ actor, wrong: [] });
      const { total } = await workList(core.database, filter, {}, '2026-11-22T10:00:00.000Z');
      expect({ actor, total }).toEqual({ actor, total: cases.filter((row) => sees(filter, row)).length });
    }
  }, 60_000);

  test('the work list holds that and nothing else', async () => {
    const actor = personActor(persons[0] as string, [{ role: 'mas', unit: 'namnd' }]);
    const filter = visible(actor, wide, '2026-11-22');
    const allowed = cases.filter((row) => sees(filter, row)).map(({ id }) => id);
    const { total, items } = await workList(core.database, filter, {}, '2026-11-22T10:00:00.000Z');
    expect(total).toBe(allowed.length);
    expect(items.every(({ id }) => allowed.includes(id))).toBe(true);
  }, 60_000);
});
