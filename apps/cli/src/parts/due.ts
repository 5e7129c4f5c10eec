import { foldStored } from '#case-service/case-service';
import type { Core } from '#case-service/core';
import { agenda } from '#domain/case/agenda';
import { snapshotOf } from '#domain/case/snapshot';
import { caseIdOf, caseStream } from '#domain/ids';
import type { Settings } from '#domain/org/settings';
import { recordIn, recordTypes } from '#domain/record-types';
import type { RecordedEvent } from '#event-store/event-store';
import { workflowsOf } from '#workflow-sync/running';
import { waitingSince } from '#workflow-sync/waiting';

const AT_ONCE = 500;

/** Agenda items before an instant that have not been done. Reads the cases that wait, those that changed after the conductor's checkpoint, and every record with a day. */
export async function dueBefore({ database, store, register }: Core, instant: string): Promise<number> {
  const unseen = await database.query<{ stream: string }>(
    `SELECT DISTINCT stream FROM store.events WHERE starts_with(stream, 'case/')
       AND position > coalesce((SELECT position FROM store.subscriptions WHERE name = 'conductor'), 0)`,
  );
  const records = await database.query<{ stream: string }>("SELECT DISTINCT stream FROM store.events WHERE split_part(stream, '/', 1) = ANY($1)", [
    recordTypes.map(({ family }) => family),
  ]);
  const streams = [...new Set([...[...unseen, ...records].map((row) => row.stream), ...(await waitingSince(database, instant)).map(caseStream)])];
  let due = 0;
  for (let from = 0; from < streams.length; from += AT_ONCE) {
    const loaded = await store.loadMany(streams.slice(from, from + AT_ONCE));
    for (const events of loaded.values()) due += overdue(events, instant, register.organisation.settings)?.items.length ?? 0;
  }
  return due;
}

/** What one case or record waits for. */
interface Overdue {
  readonly stream: string;
  readonly number: string;
  /** What should have been done. */
  readonly items: readonly { readonly do: string; readonly about: string; readonly at: string }[];
  /** The workflows that it has while it waits for anything at all. */
  readonly workflows: readonly string[];
}

/** Items of one case or record that are to be done before the instant; null for a register, and for what an event has not begun. */
export function overdue(events: readonly RecordedEvent[], instant: string, settings: Settings): Overdue | null {
  const stream = events[0]?.stream ?? '';
  const id = caseIdOf(stream);
  if (id === null) return overdueRecord(stream, events, instant, settings);
  const state = foldStored(id, events);
  if (!state.exists) return null;
  const all = agenda(state, settings);
  const items = all.filter((item) => item.at < instant).map(({ do: what, rule, at }) => ({ do: what, about: rule, at }));
  return { stream, number: state.number, items, workflows: all.length === 0 ? [] : workflowsOf(snapshotOf(state, 0, settings)) };
}

function overdueRecord(stream: string, events: readonly RecordedEvent[], instant: string, settings: Settings): Overdue | null {
  const found = recordIn(stream, events);
  if (found === null) return null;
  const { type, state } = found;
  const all = type.agenda(state, settings);
  return { stream, number: state.number, items: all.filter((item) => item.at < instant), workflows: all.length === 0 ? [] : [stream] };
}
