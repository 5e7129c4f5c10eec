import { foldStored } from '#case-service/case-service';
import type { Core } from '#case-service/core';
import { type AgendaItem, agenda } from '#domain/case/agenda';
import type { ExistingCase } from '#domain/case/case';
import { caseIdOf, caseStream } from '#domain/ids';
import type { Raising } from '#domain/org/settings';
import type { RecordedEvent } from '#event-store/event-store';
import { waitingSince } from '#workflow-sync/waiting';

const AT_ONCE = 500;

/** Agenda items before an instant that have not been done. Reads the cases that wait, and those that changed after the conductor's checkpoint. */
export async function dueBefore({ database, store, register }: Core, instant: string): Promise<number> {
  const unseen = await database.query<{ stream: string }>(
    `SELECT DISTINCT stream FROM store.events WHERE starts_with(stream, 'case/')
       AND position > coalesce((SELECT position FROM store.subscriptions WHERE name = 'conductor'), 0)`,
  );
  const streams = [...new Set([...unseen.map((row) => row.stream), ...(await waitingSince(database, instant)).map(caseStream)])];
  let due = 0;
  for (let from = 0; from < streams.length; from += AT_ONCE) {
    const loaded = await store.loadMany(streams.slice(from, from + AT_ONCE));
    for (const events of loaded.values()) due += overdue(events, instant, register.organisation.settings).items.length;
  }
  return due;
}

/** What one case waits for. */
interface Overdue {
  readonly state: ExistingCase | null;
  readonly items: readonly AgendaItem[];
  /** Is there anything at all that time must do in it? */
  readonly waits: boolean;
}

/** Items of one case that are to be done before the instant. */
export function overdue(events: readonly RecordedEvent[], instant: string, raising: Raising): Overdue {
  const [first] = events;
  const id = first === undefined ? null : caseIdOf(first.stream);
  const state = id === null ? null : foldStored(id, events);
  if (state === null || !state.exists) return { state: null, items: [], waits: false };
  const items = agenda(state, raising);
  return { state, items: items.filter((item) => item.at < instant), waits: items.length > 0 };
}
