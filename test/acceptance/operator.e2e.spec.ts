import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Attaching } from '#attachments/attaching';
import { Attachments } from '#event-store/attachments';
import { rebuild } from '#read-model/rebuild/rebuild';
import { freshCore } from '../support/core.js';
import { waitFor } from '../support/processes.js';
import { reportComplaint } from '../support/read-side.js';
import { oneOfEachRecord, sampleWords } from '../support/record-samples.js';
import { people } from '../support/scenario.js';
import { requireService } from '../support/services.js';
import { runVerb, startVerb } from './verbs.js';

// Real processes on a machine that others use too.
jest.setTimeout(180_000);

let core: Awaited<ReturnType<typeof freshCore>>;
let env: NodeJS.ProcessEnv;
const folder = mkdtempSync(join(tmpdir(), 'gensvar-operator-'));
beforeEach(async () => {
  core = await freshCore();
  env = { DATABASE_URL: core.appUrl, GENSVAR_MASTER_KEY: core.masterKey };
}, 60_000);
afterEach(async () => {
  await core?.close();
});

function file(rows: number, more: (n: number) => object = () => ({})): string {
  const path = join(folder, `${rows}.jsonl`);
  const line = (n: number) => ({
    externalId: `rad-${n}`,
    kind: 'complaint',
    unit: 'afs-norra',
    receivedAt: `2022-${String((n % 12) + 1).padStart(2, '0')}-15`,
    closedAt: '2024-05-01',
    source: 'relative',
    opinionType: 'complaint',
    categories: ['information'],
    what: `Uppdiktat ${n}`,
    ...more(n),
  });
  writeFileSync(path, Array.from({ length: rows }, (_, n) => JSON.stringify(line(n))).join('\n'));
  return path;
}

const counted = async () => {
  const [row] = await core.database.query<{ events: number; last: number; cases: number; numbers: number }>(
    `SELECT (SELECT count(*)::int FROM store.events) AS events, (SELECT position::int FROM store.counter) AS last,
            (SELECT count(DISTINCT stream)::int FROM store.events) AS cases, (SELECT coalesce(sum(last), 0)::int FROM store.numbers) AS numbers`,
  );
  return row;
};

describe('gensvar import', () => {
  test('killed midway and run again it loses nothing and doubles nothing, and the third run changes nothing', async () => {
    const path = file(3000);
    const first = startVerb(env, 'import', path);
    await waitFor(async () => ((await core.store.position()) >= 400 ? true : undefined), 120_000, 'some rows');
    first.child.kill('SIGKILL');
    await first.done;
    const before = await core.store.position();
    expect(before).toBeLessThan(3000);
    const second = await runVerb(env, 'import', path);
    const there = 3000 - Number(/^(\d+) imported/.exec(second.lines.at(-1) ?? '')?.[1]);
    // The batch that was being stored when it was killed may have been committed.
    expect(there).toBeGreaterThanOrEqual(before);
    expect([second.status, second.lines.at(-1)]).toEqual([0, `${3000 - there} imported, ${there} already there, 0 refused`]);
    expect(await counted()).toEqual({ events: 3000, last: 3000, cases: 3000, numbers: 3000 });
    expect((await runVerb(env, 'import', path)).lines.at(-1)).toBe('0 imported, 3000 already there, 0 refused');
  });

  test('a faulty line is named by number and reason, the others are imported, and the status says so; a dry run reports the same and writes nothing', async () => {
    const path = file(5, (n) => (n === 2 ? { unit: 'okand', source: 'fel' } : {}));
    const dry = await runVerb(env, 'import', path, '--dry-run');
    expect([dry.status, dry.lines.at(-1)]).toEqual([1, '4 imported, 0 already there, 1 refused']);
    expect(await core.store.position()).toBe(0);
    const { status, lines } = await runVerb(env, 'import', path);
    expect([status, lines[0], lines.at(-1)]).toEqual([1, 'rad 3: source: Okänd kod', '4 imported, 0 already there, 1 refused']);
  });
});

describe('gensvar import of every kind', () => {
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  test('R-050 a deviation in JSON Lines and its lex Maria in a later CSV file: one event, each linked to the other; what can’t be is named', async () => {
    const deviation = {
      externalId: 'avv-1',
      kind: 'deviation',
      unit: 'afs-norra',
      receivedAt: '2024-02-05',
      closedAt: '2024-05-01',
      lawAreas: ['HSL'],
      deviationType: 'fall',
    };
    const jsonl = write(
      'avvikelser.jsonl',
      `${JSON.stringify(deviation)}\n${JSON.stringify({ ...deviation, externalId: 'avv-2', ivoSentAt: '2024-03-01' })}\n`,
    );
    const first = await runVerb(env, 'import', jsonl);
    expect([first.status, first.lines[0]?.startsWith('rad 2: ivoSentAt: anges bara för lex Sarah och lex Maria'), first.lines.at(-1)]).toEqual([
      1,
      true,
      '1 imported, 0 already there, 1 refused',
    ]);
    const csv = write(
      'lex-maria.csv',
      'externalId;kind;unit;receivedAt;closedAt;hslOutcome;ivoSentAt;parentExternalId;causes\nlm-1;lexMaria;afs-norra;2024-02-07;2024-09-01;seriousCareInjury;2024-02-09;avv-1;routines:unit|technology\n',
    );
    for (const last of ['1 imported, 0 already there, 0 refused', '0 imported, 1 already there, 0 refused']) {
      expect((await runVerb(env, 'import', csv)).lines.at(-1)).toBe(last);
    }
    const events = await core.database.query<{ type: string; incident: string | null }>(
      "SELECT type, open->>'incidentId' AS incident FROM store.events WHERE starts_with(stream, 'case/') ORDER BY position",
    );
    expect(events.map(({ type }) => type).toSorted()).toEqual(['CaseConverted', 'CaseImported', 'CaseImported']);
    expect(new Set(events.flatMap(({ incident }) => incident ?? [])).size).toBe(1);
  });
});

describe('The operator’s other verbs', () => {
  test('an unknown verb gives the list and status 2; help is Swedish', async () => {
    const unknown = await runVerb(env, 'nonsens');
    expect([unknown.status, unknown.error.split('\n')[0]]).toEqual([2, 'Verbet nonsens finns inte.']);
    for (const verb of ['status', 'verify', 'rebuild', 'rehydrate', 'restart-workflows', 'reconcile', 'import', 'export', 'tail'])
      expect(unknown.error).toContain(`\n  ${verb}`);
    expect((await runVerb(env, 'import', '--help')).lines.join(' ')).toContain('Samma fil igen ändrar ingenting');
  });

  test('verify finds the log intact, and names the first corrupt position when one byte was changed', async () => {
    for (let n = 0; n < 3; n += 1) await reportComplaint(core);
    expect((await runVerb(env, 'verify')).status).toBe(0);
    await asOwner(
      `UPDATE store.events SET open = jsonb_set(open, '{source}', '"staff"') WHERE position = (SELECT max(position) FROM store.events WHERE type = 'CaseReceived')`,
    );
    const [row] = await core.database.query<{ n: number }>("SELECT max(position)::int AS n FROM store.events WHERE type = 'CaseReceived'");
    const { status, lines } = await runVerb(env, 'verify');
    expect([status, lines[0]?.startsWith(`Position ${row?.n} stämmer inte`)]).toEqual([1, true]);
  });

  test('verify reads records of every type as it reads cases, and names one whose event was changed', async () => {
    for (const { stream } of await oneOfEachRecord(core)) {
      expect((await runVerb(env, 'verify')).status).toBe(0);
      await asOwner(`UPDATE store.events SET open = open || '{"unit": "iof-barn"}' WHERE stream = '${stream}' AND version = 1`);
      const [row] = await core.database.query<{ n: number }>('SELECT min(position)::int AS n FROM store.events WHERE stream = $1', [stream]);
      const { status, lines } = await runVerb(env, 'verify');
      expect([status, lines[0]?.startsWith(`Position ${row?.n} stämmer inte`)]).toEqual([1, true]);
      await asOwner(`UPDATE store.events SET open = open || '{"unit": "afs-norra"}' WHERE stream = '${stream}' AND version = 1`);
    }
  });

  test('verify opens every attachment: changed bytes, another’s and missing ones are named by position', async () => {
    const { id } = await reportComplaint(core);
    const attaching = new Attaching(core, new Attachments(core.database, core.seal), (error) => {
      throw error;
    });
    await attaching.add(
      people.registrar,
      [id],
      [
        { name: 'brev.txt', bytes: Buffer.from('Ett brev.') },
        { name: 'svar.txt', bytes: Buffer.from('Ett svar.') },
      ],
    );
    expect((await runVerb(env, 'verify')).lines.at(-1)).toBe('Bilagorna är orörda: 2 stycken.');
    const [first] = await core.database.query<{ n: number }>("SELECT min(position)::int AS n FROM store.events WHERE type = 'AttachmentAdded'");
    const verdict = async () => {
      const { status, lines } = await runVerb(env, 'verify');
      return [status, lines.at(-1)];
    };
    await asOwner(`UPDATE store.attachments a SET sealed = (SELECT b.sealed FROM store.attachments b WHERE b.id <> a.id)`);
    expect(await verdict()).toEqual([1, `Position ${first?.n} stämmer inte: bilagan är inte den som sparades`]);
    await asOwner('UPDATE store.attachments SET sealed = NULL');
    expect(await verdict()).toEqual([1, `Position ${first?.n} stämmer inte: bilagan är borta och ingen händelse säger varför`]);
    await asOwner('DELETE FROM store.attachments');
    expect(await verdict()).toEqual([1, `Position ${first?.n} stämmer inte: bilagan är inte den som sparades`]);
  });

  test('reconcile finds rows equal to the events, then a row that was changed, a row that lacks, and a projector that lags', async () => {
    const { id } = await reportComplaint(core);
    await reportComplaint(core, { source: 'resident' });
    await rebuild(core);
    expect(await runVerb(env, 'reconcile')).toMatchObject({
      status: 0,
      lines: ['2 strömmar jämförda, 0 skillnader; om arbetsflödena kör: vet inte, TEMPORAL_ADDRESS saknas.'],
    });
    await core.database.query("UPDATE read.fact_case SET source = 'staff' WHERE case_id = $1", [id]);
    expect((await runVerb(env, 'reconcile')).lines).toContain(`case/${id}: fact_case är inte vad händelserna ger`);
    await core.database.query('DELETE FROM read.fact_duty WHERE case_id = $1', [id]);
    expect((await runVerb(env, 'reconcile')).lines).toContain(`case/${id}: fact_duty är inte vad händelserna ger`);
    const rebuilt = await runVerb(env, 'rebuild');
    expect([rebuilt.status, (await runVerb(env, 'reconcile')).status]).toEqual([0, 0]);
    const late = await reportComplaint(core);
    const behind = await runVerb(env, 'reconcile');
    expect([behind.status, behind.lines.some((line) => line.startsWith(`case/${late.id}: raderna saknar`))]).toEqual([1, true]);
  });

  test('reconcile names a row of a record of any type that was changed or removed by hand, and rebuild makes it again', async () => {
    const made = await oneOfEachRecord(core);
    await rebuild(core);
    expect((await runVerb(env, 'reconcile')).status).toBe(0);
    const odd = made.map(({ stream }) => `${stream}: fact_record är inte vad händelserna ger`);
    for (const harm of ['UPDATE read.fact_record SET closed = NOT closed', 'DELETE FROM read.fact_record']) {
      await core.database.query(harm);
      const { status, lines } = await runVerb(env, 'reconcile');
      expect([harm, status, lines.slice(0, -1).toSorted()]).toEqual([harm, 1, odd.toSorted()]);
      expect((await runVerb(env, 'rebuild', 'fact_record')).status).toBe(0);
      expect((await runVerb(env, 'reconcile')).status).toBe(0);
    }
  });

  test('what time has left undone in a record of any type is named by reconcile and counted by status, and no record is counted as a case', async () => {
    // A type that reaches no day leaves nothing undone.
    const made = (await oneOfEachRecord(core)).filter(({ type }) => type.abouts.length > 0);
    await rebuild(core);
    expect((await runVerb(env, 'status', '--line')).lines).toEqual(['0 cases, unknown workflows, 0 reminders due while away']);
    await core.clock.advance(400 * 86_400_000);
    const { status, lines } = await runVerb(env, 'reconcile');
    expect(status).toBe(1);
    for (const { stream, number } of made) expect([stream, lines.some((line) => line.startsWith(`${stream}: ${number}: `))]).toEqual([stream, true]);
    expect((await runVerb(env, 'status', '--line')).lines[0]).toMatch(/^0 cases, unknown workflows, [1-9]\d* reminders due while away$/);
  });

  test('reconcile names agenda items that are overdue', async () => {
    const before = new Date(core.clock.now().getTime() - 60 * 86_400_000).toISOString();
    const { number } = await reportComplaint(core, { receivedAt: before });
    await core.clock.advance(20 * 86_400_000);
    await rebuild(core);
    const { status, lines } = await runVerb(env, 'reconcile');
    expect([status, lines.some((line) => line.includes(`${number}: remind för`))]).toEqual([1, true]);
    const due = await runVerb(env, 'status', '--line');
    expect(due.lines).toHaveLength(1);
    expect(due.lines[0]).toMatch(/^1 cases, unknown workflows, [1-9]\d* reminders due while away$/);
  });

  test('status counts cases, workflows and what fell due while nobody was there', async () => {
    await reportComplaint(core);
    const address = requireService('temporal');
    const { lines } = await runVerb({ ...env, TEMPORAL_ADDRESS: address }, 'status', '--line');
    expect(lines[0]).toMatch(/^1 cases, \d+ workflows, 0 reminders due while away$/);
    expect((await runVerb(env, 'status')).lines.length).toBeGreaterThan(3);
  });

  test('export writes every event, and apart from them the decrypted words, readable by the owner alone', async () => {
    const { id } = await reportComplaint(core, { what: 'Uppdiktade ord om ett besök.' });
    const attaching = new Attaching(core, new Attachments(core.database, core.seal), (error) => {
      throw error;
    });
    await attaching.add(people.registrar, [id], [{ name: 'brev.txt', bytes: Buffer.from('Ett brev.') }]);
    const records = await oneOfEachRecord(core);
    for (const { type, id: record, by } of records) {
      expect(await attaching.addToRecord(by, type, record, [{ name: 'protokoll.txt', bytes: Buffer.from(`Om ${record}.`) }])).toEqual([]);
    }
    const to = join(folder, 'ut');
    const { status } = await runVerb(env, 'export', to);
    const lines = (name: string) =>
      readFileSync(join(to, name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(lines('events.jsonl').map((event) => event['position'])).toEqual(Array.from({ length: await core.store.position() }, (_, n) => n + 1));
    for (const word of ['Uppdiktade', sampleWords]) expect(readFileSync(join(to, 'events.jsonl'), 'utf8')).not.toContain(word);
    const ofRecords = new Set(records.map(({ stream }) => stream));
    expect(lines('words.jsonl').filter(({ stream }) => !ofRecords.has(String(stream)))).toMatchObject([
      { words: { what: 'Uppdiktade ord om ett besök.' } },
      { words: { name: 'brev.txt' } },
    ]);
    for (const { stream } of records) {
      expect(lines('events.jsonl').filter((event) => event['stream'] === stream).length).toBeGreaterThan(0);
      const said = lines('words.jsonl').filter((row) => row['stream'] === stream);
      expect([stream, said.some(({ words }) => Object.values(words as object).includes(sampleWords))]).toEqual([stream, true]);
    }
    const attachmentOf = (stream: string) => lines('attachments.jsonl').find((row) => row['stream'] === stream);
    for (const { stream, id: record } of records) expect(readFileSync(join(to, String(attachmentOf(stream)?.['file'])), 'utf8')).toBe(`Om ${record}.`);
    const attachment = attachmentOf(`case/${id}`);
    expect(attachment).toMatchObject({ stream: `case/${id}`, name: 'brev.txt', mediaType: 'text' });
    expect(readFileSync(join(to, String(attachment?.['file'])), 'utf8')).toBe('Ett brev.');
    expect(lines('organisation.jsonl').length).toBeGreaterThan(3);
    expect(statSync(join(to, 'words.jsonl')).mode & 0o077).toBe(0);
  });
});

async function asOwner(sql: string): Promise<void> {
  const { Database } = await import('#platform/database');
  const owner = await Database.connect(core.adminUrl, { poolSize: 1 });
  await owner.query(sql).finally(() => owner.close());
}
