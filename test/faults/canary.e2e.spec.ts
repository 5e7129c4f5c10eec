import { join } from 'node:path';
import { commandSchemas, reportCase } from '#domain/case/commands.schema';
import { ensureTopic } from '#kafka/topic';
import { Database } from '#platform/database';
import { ownHome, ownKafka, ownTemporal, waitFor } from '../support/processes.js';
import { weeksAgo } from './acknowledged.js';
import { foundInFiles, inFiles, inTables, inText } from './canary/places.js';
import { codeFields, mailAddress, wordFields, words } from './canary/planted.js';
import { Walk } from './canary/whole-way.js';
import { oneEventPerItem, rowsAreTheFold } from './holds.js';
import { type FaultSystem, faultSystem, freePort } from './system.js';

const TOPIC = 'gensvar.case-events.v1';
const home = ownHome();
let services: [Awaited<ReturnType<typeof ownTemporal>>, Awaited<ReturnType<typeof ownKafka>>];
let system: FaultSystem;
let owner: Database;
let walk: Walk;
let caseId: string;
let mails: readonly { readonly to: readonly string[]; readonly subject: string; readonly text: string }[] = [];

beforeAll(async () => {
  services = [await ownTemporal(home), await ownKafka(home)];
  const [temporal, kafka] = services;
  await ensureTopic({ kafka: { brokers: [kafka.brokers], topic: TOPIC } });
  const mail = await freePort();
  system = await faultSystem(
    { temporal: { address: temporal.address, namespace: 'default' }, kafka: { brokers: kafka.brokers, topic: TOPIC } },
    { GENSVAR_LOG_LEVEL: 'trace', GENSVAR_MAIL_CATCHER_PORT: String(mail), SMTP_URL: `smtp://127.0.0.1:${mail}` },
  );
  owner = await Database.connect(system.core.adminUrl, { poolSize: 2 });
  system.start('server', 'worker', 'conductor', 'relay', 'projector');
  await system.answers();
  walk = new Walk(system);
}, 240_000);
afterAll(async () => {
  await owner?.close();
  await system?.close();
  await home.remove();
}, 60_000);

describe('A person’s name, number and words stay in the sealed parts', () => {
  const written = async () => {
    caseId = (await walk.report('registrar', weeksAgo())).id;
    await walk.wholeWay(caseId);
    await walk.otherEnds();
    await walk.irregularly();
    await walk.inCare();
    await walk.publicly(caseId);
    await walk.mistakenly(caseId);
    const all = [
      ...wordFields(reportCase).map((field) => `ReportCase.${field}`),
      ...Object.entries(commandSchemas).flatMap(([type, schema]) => wordFields(schema).map((field) => `${type}.${field}`)),
    ];
    expect(all.length).toBeGreaterThan(30);
    expect([...walk.planted].sort()).toEqual([...new Set(all)].sort());
  };

  const refusedAsCodes = async () => {
    const taken: string[] = [];
    for (const [type, schema] of Object.entries(commandSchemas)) {
      for (const field of codeFields(schema).filter((path) => !path.includes('.'))) {
        const { status } = await walk.send(`/api/cases/${caseId}/commands`, { type, ...simplest[type], [field]: '19121212-7999' }, 'divisionHead');
        if (status < 300) taken.push(`${type}.${field}`);
      }
    }
    for (const field of codeFields(reportCase)) {
      const { status } = await walk.send(
        '/api/cases',
        { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ingen kom.', [field]: '19121212-7999' },
        'registrar',
      );
      if (status < 300) taken.push(`ReportCase.${field}`);
    }
    expect(taken).toEqual([]);
  };

  const readable = async () => {
    const answer = await fetch(`${system.url}/api/cases/${caseId}`, { headers: { authorization: `Bearer ${system.tokenOf('manager')}` } });
    expect(inText('the case page', await answer.text())).toHaveLength(1);
  };

  const inNoColumn = async () => {
    await oneEventPerItem(system.core, 1);
    await rowsAreTheFold(system.core);
    expect(await inTables(owner)).toEqual([]);
    // A control: what is searched by words is there, as hashes.
    const [index] = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM store.word_index WHERE stream = 'case/' || $1`, [caseId]);
    expect(index?.n).toBeGreaterThan(10);
    await owner.query(`INSERT INTO store.parked (subscription, stream, position, error_code, at) VALUES ('canary', 'x', 0, $1, now())`, [words()]);
    await owner.query(`INSERT INTO store.keys (list, hash, stream) VALUES ('canary', $1, 'x')`, [Buffer.from(words())]);
    expect(await inTables(owner)).toEqual(['column store.keys.hash holds zebedeja', 'column store.parked.error_code holds zebedeja']);
    await owner.query(`DELETE FROM store.parked WHERE subscription = 'canary'`);
    await owner.query(`DELETE FROM store.keys WHERE list = 'canary'`);
  };

  const inNoMail = async () => {
    mails = await waitFor(
      async () => {
        const list = await fetch(`${system.url}/demo/mail`).then((answer) => answer.json());
        const caught = Array.isArray(list) ? list : list.items;
        return caught.some((mail: { to: string[] }) => mail.to.includes(mailAddress)) ? caught : false;
      },
      60_000,
      'the receipt by mail',
    );
    expect(mails.flatMap(({ subject, text }) => inText('a mail', `${subject} ${text}`))).toEqual([]);
  };

  const inNoFile = async () => {
    await system.end();
    const output = system.output();
    expect(output).toContain('"msg":"request"');
    const [temporal, kafka] = services;
    await Promise.all([temporal.stop(), kafka.stop()]);
    const [data, logs] = [join(home.path, 'data'), join(home.path, 'logs')];
    // A control: what must be there is found there, the case by its id, in workflows and in messages.
    expect([foundInFiles(join(data, 'temporal'), caseId), foundInFiles(join(data, 'kafka'), caseId)]).toEqual([true, true]);
    expect([
      ...inText('output', output),
      ...inFiles(data),
      ...inFiles(logs),
      ...inFiles(join(process.env['GENSVAR_TEST_HOME'] ?? '.gensvar-test', 'logs'), (file) => file.startsWith('postgres')),
    ]).toEqual([]);
  };

  test('AC-60 R-148 R-307 R-316 they are written in every field that takes words, and in headers, addresses and mistakes; a personnummer is refused where a code is typed, since codes are not sealed; they come out to the one who may read them, and are in no column of PostgreSQL where the search would have seen one, in no mail but as the address it is sent to, in nothing that a process has printed, in no file of Temporal, Kafka or their logs', async () => {
    await written();
    await refusedAsCodes();
    await readable();
    await inNoColumn();
    await inNoMail();
    await inNoFile();
  }, 600_000);
});

/** The other fields of a command whose code is tried. */
const simplest: Readonly<Record<string, Record<string, unknown>>> = {
  CorrectCase: { why: 'newFacts', reasons: 'Rättas.', set: {} },
  MoveToUnit: { why: 'wrongUnit', reasons: 'Flyttas.' },
  AnswerConflict: { answer: 'conflict', reasons: 'Släkt.' },
  MakeEntry: { nature: 'fact', by: 'staff', text: 'Uppgift.' },
  HearParty: { party: 'staff', result: 'declined' },
  DecideNoAction: { text: 'Behövs inte.' },
};
