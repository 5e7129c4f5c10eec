import { foldStored } from '#case-service/case-service';
import type { Core } from '#case-service/core';
import { type CaseState, noCase } from '#domain/case/case';
import { Refusal } from '#domain/errors';
import { caseStream, uuidOf } from '#domain/ids';
import { isWorkingDay, stockholmDate } from '#domain/law/calendar';
import { system } from '#domain/org/actor';
import type { RecordedEvent } from '#event-store/event-store';
import { settingsAt } from '#organisation/organisation-at';
import { personById } from '#organisation/people';
import { DatabaseFault, type Tx } from '#platform/database';
import { errorFields } from '#platform/log';
import { asItStands } from './as-it-stands.js';
import { compose } from './compose.js';
import { type Mail, MailAway, MailDeferred, MailRejected, type Post } from './mail.js';
import { COLUMNS, type GaveUp, type Notice, OF_UNIT } from './notice.js';
import { recordAsItStands } from './record-notices.js';
import { unitAsItStands } from './unit-notices.js';

/** Counts of mails. */
export interface Round {
  readonly sent: number;
  readonly givenUp: number;
  readonly left: number;
}

const streamOf = ({ kind, caseKind, caseId, number }: Notice): string =>
  caseKind === OF_UNIT ? `${OF_UNIT}/${number}` : kind === 'record' ? `${caseKind}/${caseId}` : caseStream(caseId);

const UNSENT = 'sent_at IS NULL AND gave_up IS NULL';
const UNRECORDED = 'mail IS NOT NULL AND recorded_at IS NULL AND (sent_at IS NOT NULL OR gave_up IS NOT NULL)';
const MINUTE = 60_000;
const LONGEST_PAUSE_MS = 240 * MINUTE;
/** How long a deferred mail is retried: four to five days is usual (RFC 5321 4.5.4.1). */
const GIVE_UP_AFTER_MS = 4 * 24 * 60 * MINUTE;
/** This many failed mails in a row mean that the server is away. */
const AWAY_AFTER = 2;

/**
 * Sends notices as mail. A mail gets its Message-ID before it is first sent and is marked after the server accepted it: if it is cut off
 * between the two it is sent again, as the same mail. Two senders at once take different mails. No mail stops the next one: one that the
 * server defers is tried again later, with growing pauses, and given up after four days.
 */
export class MailSender {
  constructor(
    private readonly core: Pick<Core, 'store' | 'database' | 'clock' | 'cases' | 'register'>,
    private readonly post: Post,
    private readonly publicUrl: string,
  ) {}

  /** Receipts and escalations, a mail each; and deferred ones whose time has come. @throws MailAway */
  async sendUrgent(): Promise<Round> {
    await this.core.database.query(`UPDATE store.notice SET message_id = '<' || id || '@gensvar>' WHERE urgent AND message_id IS NULL AND ${UNSENT}`);
    try {
      return await this.#sendAll('(urgent OR deferred_since IS NOT NULL)');
    } finally {
      await this.#record();
    }
  }

  /** One mail to each person with all waiting notices. On a day off only if `anyDay`. @throws MailAway */
  async sendDigest(anyDay: boolean): Promise<Round> {
    const today = stockholmDate(this.core.clock.now().toISOString());
    if (!anyDay && !isWorkingDay(today)) return { sent: 0, givenUp: 0, left: 0 };
    await this.#nameDigests(today);
    return this.#sendAll('NOT urgent');
  }

  /** One Message-ID for what each person has waiting; a notice that was named before and not sent keeps its own. */
  async #nameDigests(today: string): Promise<void> {
    const { database } = this.core;
    const waiting = await database.query<{ recipient: string; first: string }>(
      `SELECT recipient, min(id::text) AS first FROM store.notice WHERE NOT urgent AND message_id IS NULL AND ${UNSENT} GROUP BY recipient`,
    );
    for (const { recipient, first } of waiting) {
      // By its first notice too, since a second mail of the same day is another mail.
      const messageId = `<${uuidOf('digest', recipient, today, first)}@gensvar>`;
      await database.query(`UPDATE store.notice SET message_id = $2 WHERE recipient = $1 AND NOT urgent AND message_id IS NULL AND ${UNSENT}`, [
        recipient,
        messageId,
      ]);
    }
  }

  /** Those tried least often first, so that a mail that breaks its connection each time never delays another. */
  async #sendAll(which: string): Promise<Round> {
    const { database } = this.core;
    const named = await database.query<{ message_id: string }>(
      `SELECT message_id FROM store.notice WHERE ${which} AND message_id IS NOT NULL AND ${UNSENT} AND (try_after IS NULL OR try_after <= $1)
       GROUP BY message_id ORDER BY min(attempts), min(created_at), message_id`,
      [this.#now()],
    );
    const round = { sent: 0, givenUp: 0, left: 0 };
    let failed = 0;
    for (const { message_id: messageId } of named) {
      await database.query(`UPDATE store.notice SET attempts = attempts + 1 WHERE message_id = $1 AND ${UNSENT}`, [messageId]);
      try {
        const done = await database.transaction((tx) => this.#sendOne(tx, messageId));
        if (done !== 'lapsed') round[done] += 1;
        failed = 0;
      } catch (error) {
        if (!(error instanceof MailAway)) throw error;
        failed += 1;
        round.left += 1;
        if (failed >= AWAY_AFTER) throw error;
      }
    }
    if (failed > 0 && failed === named.length) throw new MailAway();
    return round;
  }

  async #sendOne(tx: Tx, messageId: string): Promise<keyof Round | 'lapsed'> {
    const waiting = await tx.query<Notice>(
      `SELECT ${COLUMNS} FROM store.notice WHERE message_id = $1 AND ${UNSENT} ORDER BY due NULLS LAST, number FOR UPDATE SKIP LOCKED`,
      [messageId],
    );
    if (waiting.length === 0) return 'left';
    try {
      const notices = await this.#stillOwed(tx, waiting);
      if (notices.length === 0) return 'lapsed';
      const to = await this.#addressOf(notices[0] as Notice);
      if (to === null) return await this.#giveUp(tx, messageId, 'noAddress');
      const { municipality } = await settingsAt(tx, null, stockholmDate(this.#now()));
      await this.#post({ messageId, to, ...compose(notices, this.publicUrl, municipality) });
    } catch (error) {
      if (error instanceof MailAway || error instanceof DatabaseFault) throw error;
      return error instanceof MailRejected ? this.#giveUp(tx, messageId, 'rejected') : this.#putOff(tx, messageId, error);
    }
    await tx.query(`UPDATE store.notice SET sent_at = $2 WHERE message_id = $1 AND ${UNSENT}`, [messageId, this.#now()]);
    return 'sent';
  }

  /**
   * The notices that are still true; the others lapse. Where the case or its event can't be found nothing speaks
   * against the notice, and it is sent as it was written.
   */
  async #stillOwed(tx: Tx, waiting: readonly Notice[]): Promise<readonly Notice[]> {
    const streams = await this.core.store.loadMany([...new Set(waiting.map(streamOf))]);
    const owed: Notice[] = [];
    for (const notice of waiting) {
      const now = await this.#asItStands(notice, streams.get(streamOf(notice)) ?? []);
      if (now === null) await tx.query(`UPDATE store.notice SET gave_up = 'lapsed', gave_up_at = $2 WHERE id = $1`, [notice.id, this.#now()]);
      else owed.push(now);
    }
    return owed;
  }

  async #asItStands(notice: Notice, events: readonly RecordedEvent[]): Promise<Notice | null> {
    const { store, register } = this.core;
    if (notice.caseKind === OF_UNIT) return unitAsItStands(notice, store, register.organisation, this.#now());
    const told = events.find(({ eventId }) => eventId === notice.eventId);
    if (told === undefined) return notice;
    return notice.kind === 'record' ? recordAsItStands(notice, streamOf(notice), events) : asItStands(notice, told, folded(notice.caseId, events));
  }

  /** Without an answer of the server it is unknown whether the mail arrived: it is sent again, as the same mail. */
  async #post(mail: Mail): Promise<void> {
    await this.post.send(mail).catch((error: unknown) => {
      throw error instanceof MailRejected || error instanceof MailDeferred ? error : new MailAway();
    });
  }

  /**
   * Records in the case what became of each mail to the one who complained. At least once: the command's id is the mail's own. A refusal by
   * the case ends it; a case that can't be reached is tried at the next round.
   */
  async #record(): Promise<void> {
    const { database, cases } = this.core;
    const rows = await database.query<{ id: string; caseId: string; mail: string; gaveUp: GaveUp | null }>(
      `SELECT id, case_id AS "caseId", mail, gave_up AS "gaveUp" FROM store.notice WHERE ${UNRECORDED} ORDER BY created_at LIMIT 500`,
    );
    for (const { id, caseId, mail, gaveUp } of rows) {
      const why = gaveUp === null || gaveUp === 'nobody' || gaveUp === 'lapsed' ? null : gaveUp;
      const told = await cases.execute(system, caseId, { type: 'RecordMail', mail, why }, { commandId: uuidOf('mail', mail) }).catch((error: unknown) => error);
      if (told instanceof DatabaseFault) throw told;
      if (told instanceof Error && !(told instanceof Refusal)) continue;
      await database.query('UPDATE store.notice SET recorded_at = $2 WHERE id = $1', [id, this.#now()]);
    }
  }

  /** The pause is as long as the mail has been deferred already: a minute, two, four … A mail that can't be made or decrypted is deferred as well. */
  async #putOff(tx: Tx, messageId: string, error: unknown): Promise<keyof Round> {
    const { code, error: name } = errorFields(error);
    const now = this.#now();
    const [row] = await tx.query<{ since: string }>(
      `UPDATE store.notice SET fault = $2, deferred_since = coalesce(deferred_since, $3) WHERE message_id = $1 RETURNING deferred_since AS since`,
      [messageId, (code ?? name).slice(0, 60), now],
    );
    const elapsed = Date.parse(now) - Date.parse(row?.since ?? now);
    if (elapsed >= GIVE_UP_AFTER_MS) return this.#giveUp(tx, messageId, 'expired');
    const pause = Math.min(Math.max(elapsed, MINUTE), LONGEST_PAUSE_MS);
    await tx.query('UPDATE store.notice SET try_after = $2 WHERE message_id = $1', [messageId, new Date(Date.parse(now) + pause).toISOString()]);
    return 'left';
  }

  async #giveUp(tx: Tx, messageId: string, why: GaveUp): Promise<keyof Round> {
    await tx.query(`UPDATE store.notice SET gave_up = $2, gave_up_at = $3 WHERE message_id = $1 AND ${UNSENT}`, [messageId, why, this.#now()]);
    return 'givenUp';
  }

  /** Decrypted only now: the address of one who complained stays sealed until its mail is sent. */
  async #addressOf({ recipient, caseId }: Notice): Promise<string | null> {
    const { store, database, clock } = this.core;
    if (recipient !== 'sender') return (await personById(database, recipient, stockholmDate(clock.now().toISOString())))?.email ?? null;
    const received = [...(await store.words(caseStream(caseId))).values()].find((words) => typeof words['answerTo'] === 'string');
    return (received?.['answerTo'] as string | undefined) ?? null;
  }

  #now(): string {
    return this.core.clock.now().toISOString();
  }
}

/** One case that can't be folded must not stop a person's mail about the others; the subscriptions have parked and reported it. */
function folded(caseId: string, events: readonly RecordedEvent[]): CaseState {
  try {
    return foldStored(caseId, events);
  } catch {
    return noCase(caseId);
  }
}

/** Whether there is urgent mail, deferred mail whose time has come, or a result that has not been recorded. @param now ISO instant @throws DatabaseFault */
export async function hasUrgent(database: Tx, now: string): Promise<boolean> {
  const found = await database.query(
    `SELECT FROM store.notice WHERE (urgent OR deferred_since IS NOT NULL) AND ${UNSENT} AND (try_after IS NULL OR try_after <= $1)
     UNION ALL SELECT FROM store.notice WHERE ${UNRECORDED} LIMIT 1`,
    [now],
  );
  return found.length > 0;
}
