import { randomUUID } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import { anonymous } from '#domain/case/actor';
import { reportCase } from '#domain/case/commands.schema';
import { waitFor } from '../support/processes.js';
import { freshNamespace } from '../support/services.js';
import { type FaultSystem, faultSystem } from './system.js';

let system: FaultSystem;
let server: SMTPServer;
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
  system = await faultSystem({ temporal: await freshNamespace() }, { SMTP_URL: `smtp://127.0.0.1:${port}` });
  system.start('conductor', 'worker');
}, 120_000);
afterAll(async () => {
  await system?.close();
  await new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(resolve)));
}, 30_000);

const LONGEST_MS = 180_000;

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
    const killed = performance.now();
    system.again('worker');
    await waitFor(() => taken.length > 0, LONGEST_MS, 'the mail to be sent');
    // Less than half of the five minutes after which Temporal would have given the attempt up by itself.
    expect(performance.now() - killed).toBeLessThan(150_000);
    const sent = () => system.core.database.query('SELECT FROM store.notice WHERE sent_at IS NOT NULL');
    await waitFor(async () => (await sent()).length > 0, LONGEST_MS, 'the mail to be marked');
    expect(new Set(taken).size).toBe(taken.length);
  },
  3 * LONGEST_MS,
);
