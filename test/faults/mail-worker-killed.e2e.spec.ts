import { randomUUID } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import { reportCase } from '#domain/case/commands.schema';
import { anonymous } from '#domain/org/actor';
import { Temporal } from '#platform/temporal';
import { waitFor } from '../support/processes.js';
import { freshNamespace } from '../support/services.js';
import { type FaultSystem, faultSystem } from './system.js';

let system: FaultSystem;
let server: SMTPServer;
let namespace: Awaited<ReturnType<typeof freshNamespace>>;
let hangs = true;
let begun = 0;
const taken: string[] = [];
beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        begun += 1;
        if (hangs) return;
        taken.push(/^Message-ID: (\S+)/im.exec(Buffer.concat(parts).toString())?.[1] ?? '');
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as { port: number };
  namespace = await freshNamespace();
  system = await faultSystem({ temporal: namespace }, { SMTP_URL: `smtp://127.0.0.1:${port}` });
  system.start('conductor', 'worker');
}, 120_000);
afterAll(async () => {
  await system?.close();
  await new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(resolve)));
}, 30_000);

/** Longer than the five minutes after which Temporal gives up an attempt without a heartbeat. */
const LONGEST_MS = 600_000;

/** Why Temporal started the sending again, by the workflow's history. */
async function faultsOfSending(): Promise<readonly string[]> {
  const temporal = Temporal.open({ ...namespace, ui: undefined });
  try {
    const { events } = await temporal.call((client) => client.workflow.getHandle('urgentMail').fetchHistory(), 20_000);
    return (events ?? []).flatMap(
      ({ activityTaskStartedEventAttributes: started }) => started?.lastFailure?.cause?.message ?? started?.lastFailure?.message ?? [],
    );
  } finally {
    await temporal.close();
  }
}

test(
  'a worker that is killed while it sends a mail is noticed long before the time that sending may take, and the mail goes out once',
  async () => {
    const body = reportCase.parse({
      kind: 'complaint',
      opinionType: 'complaint',
      unit: 'afs-norra',
      source: 'relative',
      what: 'Uppdiktade ord.',
      answer: { by: 'email', to: 'uppdiktad@privat.example' },
    });
    await system.core.cases.report(anonymous, body, { commandId: randomUUID() });
    await waitFor(() => begun > 0, LONGEST_MS, 'the mail to be under way');
    hangs = false;
    await system.kill('worker');
    system.again('worker');
    await waitFor(() => taken.length > 0, LONGEST_MS, 'the mail to be sent');
    const sent = () => system.core.database.query('SELECT FROM store.notice WHERE sent_at IS NOT NULL');
    await waitFor(async () => (await sent()).length > 0, LONGEST_MS, 'the mail to be marked');
    expect(new Set(taken).size).toBe(taken.length);
    // The history gets the attempt, and its reason, when it is over.
    const faults = await waitFor(
      async () => ((await faultsOfSending()).length > 0 ? await faultsOfSending() : undefined),
      60_000,
      'the attempt in the history',
    );
    expect(faults.join()).toMatch(/heartbeat timeout/i);
  },
  3 * LONGEST_MS,
);
