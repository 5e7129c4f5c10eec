import type { Projection, StreamEvent, Table } from './projection.js';

/** A version of a fact row; toPosition null while it holds. */
export interface Version {
  readonly table: Table;
  readonly id: string;
  readonly key: string;
  readonly fromPosition: number;
  toPosition: number | null;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Closing {
  readonly table: Table;
  readonly id: string;
  readonly key: string;
  readonly position: number;
}

/** What some events of one stream change: new versions of rows, and earlier versions that end. */
export interface Changeset {
  readonly stream: string;
  readonly version: number;
  readonly position: number;
  readonly made: readonly Version[];
  readonly ended: readonly Closing[];
  readonly listRow: Readonly<Record<string, unknown>> | null;
  readonly state: unknown;
}

/** Folds the events, in order, onto a state and collects the changes. Pure. */
export function changesetOf(projection: Projection<unknown>, before: unknown, events: readonly StreamEvent[]): Changeset {
  const { stream, version, position } = events.at(-1) as StreamEvent;
  const id = projection.idOf(stream);
  const made: Version[] = [];
  const ended: Closing[] = [];
  const open = new Map<string, Version>();
  let state = before;
  for (const event of events) {
    const next = projection.evolve(state, event);
    const { closed, opened } = projection.changes(state, next, event);
    for (const { table, key } of closed) {
      const own = open.get(`${table} ${key}`);
      if (own === undefined) ended.push({ table, id, key, position: event.position });
      else own.toPosition = event.position;
      open.delete(`${table} ${key}`);
    }
    for (const { table, key, values } of opened) {
      const row: Version = { table, id, key, fromPosition: event.position, toPosition: null, values };
      made.push(row);
      open.set(`${table} ${key}`, row);
    }
    state = next;
  }
  return { stream, version, position, made, ended, listRow: projection.listRow(state), state };
}
