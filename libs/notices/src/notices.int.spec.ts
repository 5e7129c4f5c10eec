import { randomUUID } from 'node:crypto';
import { agenda } from '#domain/case/agenda';
import { uuidOf } from '#domain/ids';
import { Clock } from '#platform/clock';
import { enrol, silent, startConducting } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { waitFor } from '../../../test/support/processes.js';
import { people } from '../../../test/support/scenario.js';
import { freshNamespace } from '../../../test/support/services.js';
import { does, reported, walk } from '../../../test/support/walk.js';
import { MailCatcher } from './catcher.js';
import { type Mail, MailAway, type Post, smtpPost } from './mail.js';
import { MailSender } from './mail-sender.js';
import { NoticePost } from './notice-post.js';
import { NoticeWriter } from './notice-writer.js';

const URL_ = 'http://gensvar.example';
const WORDS = 'Ingen kom på kvällen och Majken Påhittad låg på golvet.';
const noLease = { checkpointIn: async () => undefined };
let core: Awaited<ReturnType<typeof freshCore>>;
let catcher: MailCatcher;
let smtp: string;

// A municipality for each test, since a round of mail sends everything that waits in it.
beforeEach(async () => {
  core = await freshCore();
  await enrol(core, [
    ['manager', 'enhetschef', 'afs-norra'],
    ['divisionHead', 'avdelningschef', 'afs'],
    ['registrar', 'registrator', 'namnd'],
  ]);
  catcher = new MailCatcher(new Clock(core.database));
  smtp = `smtp://127.0.0.1:${await catcher.listen(0)}`;
}, 60_000);
afterEach(async () => {
  await catcher?.close();
  await core?.close();
}, 30_000);

type Row = { kind: string; recipient: string; urgent: boolean; message_id: string | null; sent_at: string | null; gave_up: string | null; number: string };
const noticesOf = (caseId: string) => core.database.query<Row>('SELECT * FROM store.notice WHERE case_id = $1 ORDER BY kind, recipient', [caseId]);
const performed = async (caseId: string, days: number): Promise<void> => {
  const state = await core.cases.load(caseId);
  if (!state.exists) throw new Error('no case');
  const now = new Date(core.clock.now().getTime() + days * 86_400_000).toISOString();
  for (const item of agenda(state).filter((each) => each.at <= now)) {
    await core.cases
      .execute(people.system, caseId, { type: 'PerformAgendaItem', item: item.id }, { commandId: uuidOf('item', item.id), now })
      .catch(() => undefined);
  }
};
const write = async () => new NoticeWriter(core).handle(await core.store.readAfter(0, 5000, 'case/'), noLease);
const sender = (post: Post = smtpPost(smtp, 'gensvar@kommun.example')) => new MailSender(core, post, URL_);

describe('Notices', () => {
  test('each event gives each person one notice, however often the log is read', async () => {
    const id = await reported(core, { what: WORDS, answer: { by: 'email', to: 'majken@example.org' } });
    await performed(id, 40);
    await write();
    const first = await noticesOf(id);
    expect(first.filter((row) => row.kind === 'receipt').map((row) => [row.recipient, row.urgent])).toEqual([['sender', true]]);
    expect(first.filter((row) => row.kind === 'reminder').every((row) => row.recipient === people.manager.person && !row.urgent)).toBe(true);
    expect(first.filter((row) => row.kind === 'escalation').map((row) => row.urgent)).toEqual(expect.arrayContaining([true]));
    await write();
    // Another person holds the role now: a notice is not repeated to them.
    await enrol(core, [['secondManager', 'enhetschef', 'afs-norra']]);
    await write();
    expect(await noticesOf(id)).toEqual(first);
  }, 30_000);

  test('a role that nobody holds is replaced by the next chief', async () => {
    const id = await reported(core, { unit: 'afs-sodra' });
    await performed(id, 12);
    await write();
    const reminders = (await noticesOf(id)).filter((row) => row.kind === 'reminder');
    expect(reminders.length).toBeGreaterThan(0);
    expect(new Set(reminders.map((row) => row.recipient))).toEqual(new Set([people.divisionHead.person]));
  }, 30_000);

  test('one with a conflict of interest gets no notice', async () => {
    const id = await reported(core);
    await does(core, id, { type: 'AnswerConflict', answer: 'conflict', ground: 'ownActs', reasons: 'Det gäller mig.' });
    await performed(id, 12);
    await write();
    const recipients = (await noticesOf(id)).map((row) => row.recipient);
    expect(recipients.length).toBeGreaterThan(0);
    expect(recipients).not.toContain(people.manager.person);
  }, 30_000);

  test('a new handler gets a notice, but not one who took the case', async () => {
    const [taken, given] = await Promise.all([reported(core), reported(core)]);
    await walk(core, taken, 'investigating');
    await does(core, given, { type: 'AssignCase', person: people.manager.person }, people.registrar);
    await write();
    expect(await noticesOf(taken)).toEqual([]);
    expect((await noticesOf(given)).map((row) => [row.kind, row.recipient, row.urgent])).toEqual([['assignment', people.manager.person, false]]);
  }, 30_000);

  test('a new message is noticed, also when the case is closed: the handler gets a notice, never with what was written', async () => {
    const id = await reported(core, { answer: { by: 'code' } });
    await walk(core, id, 'closed');
    await write();
    await does(core, id, { type: 'SendMessage', text: 'Hör av dig igen om det händer igen.' });
    await core.cases.execute(people.anonymous, id, { type: 'ReceiveMessage', text: WORDS }, { commandId: randomUUID() });
    await write();
    const told = (await noticesOf(id)).filter((row) => row.kind === 'message');
    expect(told.map((row) => [row.recipient, row.urgent])).toEqual([[people.manager.person, false]]);
    expect(JSON.stringify(told)).not.toContain('Majken');
  }, 30_000);
});

describe('Mail', () => {
  test('R-307 the receipt goes at once to the sealed address: number, what happens next, patientnämnden and IVO, no words and no code', async () => {
    const id = await reported(core, { what: WORDS, answer: { by: 'email', to: 'receipt@example.org' } });
    await performed(id, 0);
    await write();
    expect((await sender().sendUrgent()).sent).toBeGreaterThan(0);
    const mail = catcher.list().find((each) => each.to.includes('receipt@example.org'));
    const [{ number }] = (await noticesOf(id)) as [Row];
    expect(mail?.subject).toContain(number);
    for (const part of [number, 'Vad händer nu?', 'Patientnämnden', 'IVO', `${URL_}/folj`]) expect(mail?.text).toContain(part);
    for (const secret of ['Majken', 'golvet', 'Norra']) expect(JSON.stringify(mail)).not.toContain(secret);
    expect((await noticesOf(id)).every((row) => row.sent_at !== null || !row.urgent)).toBe(true);
  }, 30_000);

  test('the rest is one mail a day and person: number, kind, what is due by which rule, a link', async () => {
    const id = await reported(core, { what: WORDS });
    await performed(id, 40);
    await write();
    const { sent } = await sender().sendDigest(true);
    expect(sent).toBeGreaterThan(0);
    const digest = catcher.list().find((each) => each.to.includes('manager@kommun.example') && each.subject.startsWith('Att göra'));
    expect(digest?.text).toMatch(/KLA-\d{4}-\d{4} \(klagomål\)/);
    expect(digest?.text).toContain('lokal regel');
    expect(digest?.text).toContain('Kommunens eget mål');
    expect(digest?.text).toContain(`${URL_}/arende/`);
    for (const secret of ['Majken', 'Norra', 'golvet']) expect(digest?.text).not.toContain(secret);
    expect(await sender().sendDigest(true)).toEqual({ sent: 0, givenUp: 0, left: 0 });
  }, 30_000);

  test('a daily mail lists what still waits when it is sent: what was done in the meantime lapses, and an empty mail is not sent', async () => {
    const [half, done] = await Promise.all([reported(core), reported(core)]);
    // Long enough for reminders of the investigation too, on whatever weekday and hour this runs.
    for (const id of [half, done]) await performed(id, 12);
    await write();
    const confirmed = { type: 'GiveFeedback', what: 'confirmation', method: 'phone' } as const;
    await does(core, half, confirmed);
    await walk(core, done, 'closed');
    await sender().sendUrgent();
    await sender().sendDigest(true);
    const [keptRows, goneRows] = [await noticesOf(half), await noticesOf(done)];
    expect(new Set(goneRows.map(({ gave_up, sent_at }) => `${gave_up} ${sent_at}`))).toEqual(new Set(['lapsed null']));
    expect(keptRows.map(({ gave_up }) => gave_up)).toEqual(expect.arrayContaining(['lapsed', null]));
    expect(keptRows.every(({ sent_at, gave_up }) => (sent_at === null) === (gave_up === 'lapsed'))).toBe(true);
    const mails = JSON.stringify(catcher.list());
    expect(mails).toContain(keptRows[0]?.number);
    expect(mails).not.toContain(goneRows[0]?.number);
    expect(await sender().sendDigest(true)).toEqual({ sent: 0, givenUp: 0, left: 0 });
  }, 30_000);

  test('cut off between the server’s answer and our mark, the mail sent again is the same mail', async () => {
    const id = await reported(core, { answer: { by: 'email', to: 'again@example.org' } });
    await performed(id, 0);
    await write();
    const real = smtpPost(smtp, 'gensvar@kommun.example');
    const cutOff: Post = {
      close: () => undefined,
      send: async (mail: Mail) => {
        await real.send(mail);
        throw new Error('killed');
      },
    };
    await expect(sender(cutOff).sendUrgent()).rejects.toThrow(MailAway);
    expect((await noticesOf(id)).map((row) => row.sent_at)).toEqual([null]);
    expect((await sender().sendUrgent()).sent).toBe(1);
    const caught = catcher.list().filter((each) => each.to.includes('again@example.org'));
    expect(caught.map((each) => each.times)).toEqual([2]);
    expect(caught[0]?.messageId).toBe((await noticesOf(id))[0]?.message_id);
  }, 30_000);

  test('two senders at once send each mail once', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, (_, n) => reported(core, { answer: { by: 'email', to: `two${n}@example.org` } })));
    for (const id of ids) await performed(id, 0);
    await write();
    const rounds = await Promise.all([sender().sendUrgent(), sender().sendUrgent()]);
    expect(rounds[0].sent + rounds[1].sent).toBe(5);
    expect(
      catcher
        .list()
        .filter((each) => each.to[0]?.startsWith('two'))
        .map((each) => each.times),
    ).toEqual([1, 1, 1, 1, 1]);
  }, 30_000);

  test('an address that can’t be decrypted any more is given up and named, not retried for ever', async () => {
    const id = await reported(core, { answer: { by: 'email', to: 'gone@example.org' } });
    await performed(id, 0);
    await write();
    await core.store.destroyKey(`case/${id}`);
    expect(await sender().sendUrgent()).toEqual({ sent: 0, givenUp: 1, left: 0 });
    expect((await noticesOf(id)).map((row) => row.gave_up)).toEqual(['noAddress']);
  }, 30_000);

  test('on a day off no daily mail is sent', async () => {
    const id = await reported(core);
    await performed(id, 40);
    await write();
    const saturday = { ...core, clock: { now: () => new Date('2040-03-10T08:00:00Z') } as unknown as Clock };
    expect(await new MailSender(saturday, smtpPost(smtp, 'gensvar@kommun.example'), URL_).sendDigest(false)).toEqual({ sent: 0, givenUp: 0, left: 0 });
    const monday = { ...core, clock: { now: () => new Date('2040-03-12T08:00:00Z') } as unknown as Clock };
    expect((await new MailSender(monday, smtpPost(smtp, 'gensvar@kommun.example'), URL_).sendDigest(false)).sent).toBeGreaterThan(0);
  }, 30_000);
});

describe('A reminder that statistics are not attested', () => {
  const october = { from: '2025-10-01', to: '2025-11-01' };
  const all = async () => new NoticeWriter(core).handle(await core.store.readAfter(0, 5000, ''), noLease);
  const remind = (actor = people.divisionHead) =>
    core.unitRegisters.remind(actor, { units: ['afs-norra', 'afs-sodra'], ...october }, { commandId: randomUUID() });

  test('R-052 R-367 each missing unit’s chief has one mail with codes alone; the same day nobody is reminded again', async () => {
    await enrol(core, [['otherManager', 'enhetschef', 'afs-sodra']]);
    await remind();
    await expect(remind(people.director)).rejects.toMatchObject({ code: 'alreadyMet' });
    await all();
    await all();
    expect((await sender().sendDigest(true)).sent).toBe(2);
    const mails = catcher.list();
    expect(mails.map(({ subject }) => subject).toSorted()).toEqual(['Att göra: afs-norra', 'Att göra: afs-sodra']);
    const norra = mails.find(({ subject }) => subject.endsWith('norra'))?.text ?? '';
    expect(norra).toContain(`afs-norra (oktober 2025)\nPåminnelse: intyga att statistiken är fullständig`);
    expect(norra.match(/\/min-enhet\/intyg\?unit=afs-norra&period=2025-10/g)).toHaveLength(1);
    for (const { text } of mails) expect(text).not.toMatch(/Hemtjänst|Majken/);
    expect((await sender().sendDigest(true)).sent).toBe(0);
  }, 30_000);

  test('R-052 what has been attested before the mail goes is not reminded of, whether by the unit or above it', async () => {
    await enrol(core, [['otherManager', 'enhetschef', 'afs-sodra']]);
    await remind();
    await all();
    await core.unitRegisters.attest(people.manager, { unit: 'afs-norra', ...october, kinds: null }, { commandId: randomUUID() });
    expect((await sender().sendDigest(true)).sent).toBe(1);
    expect(catcher.list().map(({ subject }) => subject)).toEqual(['Att göra: afs-sodra']);
  }, 30_000);
});

describe('From event to mail', () => {
  test('AC-01 the log is followed, the workflow signalled, and the receipt caught', async () => {
    const conducting = await startConducting(core, await freshNamespace(), { smtpUrl: smtp });
    const post = new NoticePost(core, conducting.notifier, silent);
    await post.start();
    await reported(core, { answer: { by: 'email', to: 'whole@example.org' } });
    const caught = await waitFor(() => catcher.list().find((each) => each.to.includes('whole@example.org')));
    expect(caught.times).toBe(1);
    await post.stop();
    await conducting.stop();
  }, 60_000);

  test('a digest sent when the demo’s clock has moved holds the notices of the days in between', async () => {
    const conducting = await startConducting(core, await freshNamespace(), { smtpUrl: smtp });
    const post = new NoticePost(core, conducting.notifier, silent);
    await post.start();
    const id = await reported(core);
    await performed(id, 40);
    post.clockMoved();
    await waitFor(async () => (await noticesOf(id)).some((row) => row.kind === 'reminder' && row.sent_at !== null), 30_000);
    await post.stop();
    await conducting.stop();
  }, 60_000);
});
