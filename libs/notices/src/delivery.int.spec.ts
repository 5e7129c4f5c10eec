import { randomUUID } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import type { Clock } from '#platform/clock';
import { enrol } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { people } from '../../../test/support/scenario.js';
import { does, reported } from '../../../test/support/walk.js';
import { smtpPost } from './mail.js';
import { hasUrgent, MailSender } from './mail-sender.js';
import { NoticeWriter } from './notice-writer.js';

/** What the server answers to a recipient, by the part before the @; 421 comes with the content, as from a server that closes. */
const answers: Record<string, number> = {};
const taken: string[] = [];
const mails: string[] = [];
let core: Awaited<ReturnType<typeof freshCore>>;
let server: SMTPServer;
let url: string;

beforeAll(async () => {
  core = await freshCore();
  await enrol(core, [
    ['manager', 'enhetschef', 'afs-norra'],
    ['otherManager', 'enhetschef', 'afs-sodra'],
  ]);
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const code = answers[address.split('@')[0] as string];
      if (code === undefined || code === 421) taken.push(address);
      done(code === undefined || code === 421 ? null : Object.assign(new Error('later'), { responseCode: code }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        // Soft line breaks and escapes of quoted-printable are undone as far as a search needs.
        mails.push(Buffer.concat(parts).toString('utf8').replace(/=\r\n/g, ''));
        // One that breaks the connection each time its content comes.
        if (session.envelope.rcptTo.some(({ address }) => answers[address.split('@')[0] as string] === 421))
          return void setImmediate(() => done(Object.assign(new Error('gone'), { responseCode: 421 })));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
}, 60_000);
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await core?.close();
}, 30_000);
beforeEach(async () => {
  taken.length = 0;
  await core.database.query("UPDATE store.notice SET gave_up = 'nobody' WHERE sent_at IS NULL AND gave_up IS NULL");
});

const answered = (person: keyof typeof people, code: number | null): void => {
  if (code === null) delete answers[person];
  else answers[person] = code;
};
const noticed = async (person: keyof typeof people, urgent: boolean): Promise<string> => {
  const id = randomUUID();
  await core.database.query(
    `INSERT INTO store.notice (id, event_id, recipient, case_id, number, case_kind, kind, level, due_is_target, urgent, created_at)
     VALUES ($1, $1, $2, $1, 'KLA-2026-0001', 'complaint', $3, 1, false, $4, clock_timestamp())`,
    [id, people[person].person, urgent ? 'escalation' : 'assignment', urgent],
  );
  return id;
};
const now = () => core.clock.now().toISOString();
const at = (later: number) => ({ ...core, clock: { now: () => new Date(core.clock.now().getTime() + later) } as unknown as Clock });
const sender = (later = 0) => new MailSender(at(later), smtpPost(url, 'gensvar@kommun.example'), 'http://gensvar.example');
const state = async (id: string) => {
  const [row] = await core.database.query<{ sent_at: string | null; gave_up: string | null; fault: string | null; try_after: string | null }>(
    'SELECT sent_at, gave_up, fault, try_after FROM store.notice WHERE id = $1',
    [id],
  );
  return row as NonNullable<typeof row>;
};
const HOUR = 3_600_000;

describe('One recipient whom the server defers (450) stops no other', () => {
  test.each([
    ['in urgent mail', true],
    ['in the digest', false],
  ])(
    '%s',
    async (_where, urgent) => {
      answered('manager', 450);
      answered('otherManager', null);
      const [waits, next] = [await noticed('manager', urgent), await noticed('otherManager', urgent)];
      expect(await (urgent ? sender().sendUrgent() : sender().sendDigest(true))).toEqual({ sent: 1, givenUp: 0, left: 1 });
      expect(taken).toEqual(['othermanager@kommun.example']);
      expect(await state(next)).toMatchObject({ gave_up: null, sent_at: expect.any(String) });
      expect(await state(waits)).toMatchObject({ sent_at: null, gave_up: null, fault: 'smtp450', try_after: expect.any(String) });
    },
    30_000,
  );

  test('it is tried again at growing intervals, and given up after four days with the reason kept', async () => {
    answered('manager', 450);
    const waits = await noticed('manager', false);
    await sender().sendDigest(true);
    expect(await sender().sendUrgent()).toEqual({ sent: 0, givenUp: 0, left: 0 });
    expect(await hasUrgent(core.database, now())).toBe(false);
    const pauses: number[] = [];
    for (const hours of [1, 3, 30, 70]) {
      expect(await sender(hours * HOUR).sendUrgent()).toEqual({ sent: 0, givenUp: 0, left: 1 });
      pauses.push(Math.round((Date.parse((await state(waits)).try_after as string) - core.clock.now().getTime()) / HOUR) - hours);
    }
    expect(pauses).toEqual([1, 3, 4, 4]);
    expect(
      await hasUrgent(
        core.database,
        at(97 * HOUR)
          .clock.now()
          .toISOString(),
      ),
    ).toBe(true);
    expect(await sender(97 * HOUR).sendUrgent()).toEqual({ sent: 0, givenUp: 1, left: 0 });
    expect(await state(waits)).toMatchObject({ sent_at: null, gave_up: 'expired', fault: 'smtp450' });
  }, 30_000);

  test('and gets its mail when the server accepts it later', async () => {
    answered('manager', 450);
    const waits = await noticed('manager', true);
    await sender().sendUrgent();
    answered('manager', null);
    expect(await sender(HOUR).sendUrgent()).toEqual({ sent: 1, givenUp: 0, left: 0 });
    expect((await state(waits)).sent_at).not.toBeNull();
  }, 30_000);
});

test('one that is refused (550) is given up at once and the next one is sent', async () => {
  answered('manager', 550);
  answered('otherManager', null);
  const refused = await noticed('manager', true);
  await noticed('otherManager', true);
  expect(await sender().sendUrgent()).toEqual({ sent: 1, givenUp: 1, left: 0 });
  expect((await state(refused)).gave_up).toBe('rejected');
}, 30_000);

test('one that breaks its connection each time comes after those tried less often', async () => {
  answered('manager', 421);
  answered('otherManager', null);
  await noticed('manager', true);
  await noticed('otherManager', true);
  expect(await sender().sendUrgent()).toEqual({ sent: 1, givenUp: 0, left: 1 });
  await noticed('otherManager', true);
  taken.length = 0;
  expect(await sender().sendUrgent()).toEqual({ sent: 1, givenUp: 0, left: 1 });
  expect(taken).toEqual(['othermanager@kommun.example', 'manager@kommun.example']);
}, 30_000);

describe('A mail to the one who complained', () => {
  const followed = async (id: string): Promise<void> => {
    await new NoticeWriter(core).handle(await core.store.loadMany([`case/${id}`]).then((all) => [...all.values()].flat()), {
      checkpointIn: async () => undefined,
    });
  };
  const answer = { type: 'GiveFeedback', what: 'answer', method: 'letter', text: 'Vi har ändrat rutinen för besöken.' } as const;
  const mailsOf = async (id: string) => {
    const state = await core.cases.load(id);
    return state.exists ? state.contact.mails.map(({ about, state: at, why }) => [about, at, why]) : [];
  };

  test('an answer and a message each give a mail that says so, without words, number or code; the case then says that it was sent', async () => {
    const id = await reported(core, { answer: { by: 'email', to: 'svar@exempel.se' } });
    await does(core, id, answer);
    await does(core, id, { type: 'SendMessage', text: 'Vi undrar en sak.' });
    await followed(id);
    expect(await mailsOf(id)).toEqual([
      ['answer', 'waiting', null],
      ['message', 'waiting', null],
    ]);
    mails.length = 0;
    await sender().sendUrgent();
    expect(await mailsOf(id)).toEqual([
      ['answer', 'sent', null],
      ['message', 'sent', null],
    ]);
    expect(mails).toHaveLength(2);
    for (const mail of mails) {
      expect(mail).toContain('http://gensvar.example/folj');
      expect(mail).not.toMatch(/rutinen|undrar|KLA-|Norra/);
    }
  }, 30_000);

  test('one that is refused is shown on the case, and the handler gets a notice, never with the address', async () => {
    const id = await reported(core, { answer: { by: 'email', to: 'nej@exempel.se' } });
    await does(core, id, answer);
    await followed(id);
    answers['nej'] = 550;
    await sender().sendUrgent();
    expect(await mailsOf(id)).toEqual([['answer', 'failed', 'rejected']]);
    await followed(id);
    const notices = await core.database.query<{ kind: string; recipient: string }>("SELECT * FROM store.notice WHERE case_id = $1 AND kind = 'undelivered'", [
      id,
    ]);
    expect(notices.map(({ recipient }) => recipient)).toEqual([people.manager.person]);
    expect(JSON.stringify(notices)).not.toContain('exempel.se');
  }, 30_000);

  test('killed between the server’s answer and the record in the case, it is recorded at the next round, once', async () => {
    const id = await reported(core, { answer: { by: 'email', to: 'svar@exempel.se' } });
    await does(core, id, answer);
    await followed(id);
    await sender().sendUrgent();
    await core.database.query('UPDATE store.notice SET recorded_at = NULL WHERE case_id = $1', [id]);
    expect(await hasUrgent(core.database, now())).toBe(true);
    await sender().sendUrgent();
    const events = await core.store.load(`case/${id}`);
    expect(events.filter(({ type }) => type === 'MailAccepted')).toHaveLength(1);
    expect(await hasUrgent(core.database, now())).toBe(false);
  }, 30_000);
});
