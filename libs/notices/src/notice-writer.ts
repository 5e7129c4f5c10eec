import { foldStored } from '#case-service/case-service';
import type { Core } from '#case-service/core';
import { caseIdOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { RecordedEvent } from '#event-store/event-store';
import type { Lease } from '#event-store/subscription';
import { allPeople } from '#organisation/people';
import type { Tx } from '#platform/database';
import type { Notice } from './notice.js';
import { noticesOf, tells } from './notices-of.js';
import { recordNoticesOf, tellsOfRecord } from './record-notices.js';
import { tellsOfUnit, unitNoticesOf } from './unit-notices.js';

export const NAME = 'notices';

/** Turns events into notices, each once: a repeated batch finds its notices there. */
export class NoticeWriter {
  constructor(private readonly core: Pick<Core, 'store' | 'database' | 'register' | 'clock'>) {}

  /** Writes a batch's notices and the checkpoint in one transaction. Answers how many were new, and how many of them can't wait. */
  async handle(events: readonly RecordedEvent[], lease: Pick<Lease, 'checkpointIn'>): Promise<{ readonly written: number; readonly urgent: number }> {
    const { database } = this.core;
    const notices = await this.#noticesOf(events.filter((event) => tells(event) || tellsOfRecord(event) || tellsOfUnit(event)));
    const last = events.at(-1);
    return database.transaction(async (tx) => {
      const written = await insert(tx, notices, this.core.clock.now().toISOString());
      if (last !== undefined) await lease.checkpointIn(tx, last.position);
      return { written: written.length, urgent: written.filter((row) => row.urgent).length };
    });
  }

  async #noticesOf(events: readonly RecordedEvent[]): Promise<readonly Notice[]> {
    if (events.length === 0) return [];
    const { store, database, register, clock } = this.core;
    const today = stockholmDate(clock.now().toISOString());
    const to = { people: await allPeople(database, today), organisation: register.organisation, today };
    const streams = await store.loadMany([...new Set(events.map((event) => event.stream))]);
    const notices: Notice[] = [];
    for (const event of events) {
      if (tellsOfUnit(event)) {
        notices.push(...unitNoticesOf(event, to));
        continue;
      }
      if (tellsOfRecord(event)) {
        const upTo = (streams.get(event.stream) ?? []).filter((row) => row.version <= event.version);
        notices.push(...recordNoticesOf(event, upTo, to));
        continue;
      }
      // As the case was at the event: an answer given since must not change what this event says.
      const state = foldStored(
        caseIdOf(event.stream) ?? event.stream,
        (streams.get(event.stream) ?? []).filter((row) => row.version <= event.version),
      );
      if (state.exists) notices.push(...noticesOf(event, state, to));
    }
    return notices;
  }
}

/** All of an event's notices or none: who held the role is decided the first time. */
function insert(tx: Tx, notices: readonly Notice[], createdAt: string): Promise<{ urgent: boolean }[]> {
  return tx.query(
    `INSERT INTO store.notice (id, event_id, recipient, to_role, case_id, number, case_kind, kind, rule, rule_version, level, due, due_is_target, urgent, gave_up, mail, created_at)
     SELECT n.id, n."eventId", n.recipient, n."toRole", n."caseId", n.number, n."caseKind", n.kind, n.rule, n."ruleVersion", n.level, n.due, n."dueIsTarget", n.urgent, n."gaveUp", n.mail, $2
       FROM jsonb_to_recordset($1) AS n(id uuid, "eventId" uuid, recipient text, "toRole" text, "caseId" uuid, number text, "caseKind" text, kind text, rule text,
            "ruleVersion" integer, level integer, due timestamptz, "dueIsTarget" boolean, urgent boolean, "gaveUp" text, mail uuid)
      WHERE NOT EXISTS (SELECT FROM store.notice old WHERE old.event_id = n."eventId")
     ON CONFLICT DO NOTHING RETURNING urgent`,
    [JSON.stringify(notices), createdAt],
  );
}
