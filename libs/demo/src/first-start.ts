import type { Core } from '#case-service/core';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import { system } from '#domain/org/actor';
import { addToOrganisation } from '#organisation/changes';
import { keepCrest } from '#organisation/crests';
import { writeSettings } from '#organisation/write-rows';
import { demoCrest, demoMunicipality, people, senders, standIns, units } from './municipality.js';

type Parts = Pick<Core, 'database' | 'store' | 'seal' | 'register' | 'clock'>;

/** The organisation and its people, once. @returns the instant of the first start, which all invented dates count back from */
export async function ensureMunicipality(parts: Parts): Promise<string> {
  const position = await addToOrganisation(parts, { units, entries: [] }, system.id, parts.clock.now().toISOString());
  await insertPeople(parts);
  const [first] = await parts.store.load('organisation');
  if (first === undefined) throw new Error('the organisation was not recorded');
  await insertStandIns(parts, first.recordedAt, position);
  const from = units[0]?.validFrom ?? '';
  // What the provider tells from now on comes to the municipality's mirror; what the stories tell of before stands there already.
  const mirrors = { 'glantan-boende': { unit: 'afs-vardboende-glantan', from: stockholmDate(first.recordedAt) } };
  const crest = await keepCrest(parts.database, { type: 'svg', bytes: Buffer.from(demoCrest) });
  await writeSettings(
    parts.database,
    [
      { do: 'set', name: 'senders', value: senders, from },
      { do: 'set', name: 'mirrors', value: mirrors, from },
      { do: 'set', name: 'municipality', value: { ...demoMunicipality, crest }, from },
    ],
    position,
  );
  await parts.register.refresh();
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

async function insertStandIns({ database }: Parts, firstStart: string, position: number): Promise<void> {
  const rows = standIns.map(({ login, instead, startsIn, days }) => {
    const from = addDuration(stockholmDate(firstStart), `P${startsIn}D`);
    return { login, instead, from, to: addDuration(from, `P${days}D`) };
  });
  await database.query(
    `INSERT INTO store.stand_in (person, instead, valid_from, valid_to, why, from_position)
     SELECT p.id, away.id, s."from", s."to", 'absence', $2 FROM jsonb_to_recordset($1::jsonb) AS s(login text, instead text, "from" date, "to" date)
       JOIN store.person p ON p.login = s.login JOIN store.person away ON away.login = s.instead ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows), position],
  );
}
