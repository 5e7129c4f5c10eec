import type { Core } from '#case-service/core';
import { caseStream, uuidOf } from '#domain/ids';
import { isWorkingDay, stockholmDate } from '#domain/law/calendar';
import { personById } from '#organisation/people';
import type { Tx } from '#platform/database';
import { compose } from './compose.js';
import { type Mail, MailAway, MailRejected, type Post } from './mail.js';
import { COLUMNS, type GaveUp, type Notice } from './notice.js';

/** Counts of mails. */
export interface Round {
  readonly sent: number;
  readonly givenUp: number;
  readonly left: number;
}

const UNSENT = 'sent_at IS NULL AND gave_up IS NULL';

/**
 * Sends notices as mail. A mail is named (Message-ID) before it is first sent and marked after the server took it: cut off
 * between the two it is sent again, as the same mail. Two senders at once pass each other by.
 */
export class MailSender {
  constructor(
    private readonly core: Pick<Core, 'store' | 'database' | 'clock'>,
    private readonly post: Post,
    private readonly publicUrl: string,
  ) {}

  /** Receipts and escalations, a mail each. @throws MailAway */
  async sendUrgent(): Promise<Round> {
    await this.core.database.query(`UPDATE store.notice SET message_id = '<' || id || '@gensvar>' WHERE urgent AND message_id IS NULL AND ${UNSENT}`);
    return this.#sendAll(true);
  }

  /** One mail to each person with all that has gathered. On a day off only if `anyDay`. @throws MailAway */
  async sendDigest(anyDay: boolean): Promise<Round> {
    const today = stockholmDate(this.core.clock.now().toISOString());
    if (!anyDay && !isWorkingDay(today)) return { sent: 0, givenUp: 0, left: 0 };
    await this.#nameDigests(today);
    return this.#sendAll(false);
  }

  /** One name for what each person has waiting; what was named before and not sent keeps its own. */
  async #nameDigests(today: string): Promise<void> {
    const { database } = this.core;
    const waiting = await database.query<{ recipient: string; first: string }>(
      `SELECT recipient, min(id::text) AS first FROM store.notice WHERE NOT urgent AND message_id IS NULL AND ${UNSENT} GROUP BY recipient`,
    );
    for (const { recipient, first } of waiting) {
      // By its first notice too: a second mail of the same day is another mail.
      const messageId = `<${uuidOf('digest', recipient, today, first)}@gensvar>`;
      await database.query(`UPDATE store.notice SET message_id = $2 WHERE recipient = $1 AND NOT urgent AND message_id IS NULL AND ${UNSENT}`, [
        recipient,
        messageId,
      ]);
    }
  }

  async #sendAll(urgent: boolean): Promise<Round> {
    const { database } = this.core;
    const named = await database.query<{ message_id: string }>(
      `SELECT message_id FROM store.notice WHERE urgent = $1 AND message_id IS NOT NULL AND ${UNSENT} GROUP BY message_id ORDER BY min(created_at), message_id`,
      [urgent],
    );
    const round = { sent: 0, givenUp: 0, left: 0 };
    for (const { message_id: messageId } of named) {
      await database.query(`UPDATE store.notice SET attempts = attempts + 1 WHERE message_id = $1 AND ${UNSENT}`, [messageId]);
      round[await database.transaction((tx) => this.#sendOne(tx, messageId))] += 1;
    }
    return round;
  }

  async #sendOne(tx: Tx, messageId: string): Promise<keyof Round> {
    const notices = await tx.query<Notice>(
      `SELECT ${COLUMNS} FROM store.notice WHERE message_id = $1 AND ${UNSENT} ORDER BY due NULLS LAST, number FOR UPDATE SKIP LOCKED`,
      [messageId],
    );
    if (notices.length === 0) return 'left';
    const to = await this.#addressOf(notices[0] as Notice);
    if (to === null) return this.#giveUp(tx, messageId, 'noAddress');
    try {
      await this.post.send({ messageId, to, ...compose(notices, this.publicUrl) } satisfies Mail);
    } catch (error) {
      if (error instanceof MailRejected) return this.#giveUp(tx, messageId, 'rejected');
      throw error instanceof MailAway ? error : new MailAway();
    }
    await tx.query('UPDATE store.notice SET sent_at = $2 WHERE message_id = $1', [messageId, this.core.clock.now().toISOString()]);
    return 'sent';
  }

  async #giveUp(tx: Tx, messageId: string, why: GaveUp): Promise<keyof Round> {
    await tx.query('UPDATE store.notice SET gave_up = $2 WHERE message_id = $1', [messageId, why]);
    return 'givenUp';
  }

  /** Opened only now: the address of one who complained stays sealed until its mail is sent. */
  async #addressOf({ recipient, caseId }: Notice): Promise<string | null> {
    const { store, database, clock } = this.core;
    if (recipient !== 'sender') return (await personById(database, recipient, stockholmDate(clock.now().toISOString())))?.email ?? null;
    const received = [...(await store.words(caseStream(caseId))).values()].find((words) => typeof words['answerTo'] === 'string');
    return (received?.['answerTo'] as string | undefined) ?? null;
  }
}

/** Is there anything that can't wait? @throws DatabaseFault */
export async function hasUrgent(database: Tx): Promise<boolean> {
  return (await database.query(`SELECT FROM store.notice WHERE urgent AND ${UNSENT} LIMIT 1`)).length > 0;
}
