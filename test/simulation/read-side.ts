import { type CaseState, noCase } from '#domain/case/case';
import { evolve } from '#domain/case/evolve';
import { factChanges } from '#domain/case/facts';
import type { Log, Recorded } from './log.js';

const STILL = Number.MAX_SAFE_INTEGER;
const PARTITIONS = 3;

interface Row {
  readonly caseId: string;
  readonly table: string;
  readonly key: string;
  readonly values: string;
  readonly from: number;
  to: number;
}

/** The rows of a projection: made and ended event by event, each true from one position to another (docs/engine.md#facts-and-figures). */
export class Rows {
  readonly rows: Row[] = [];
  readonly #open = new Map<string, Row>();
  readonly #states = new Map<string, CaseState>();

  /** Applies an event; a known version is skipped, a gap is read from the log. */
  apply({ caseId, event }: Recorded, log: Log): void {
    const state = this.#states.get(caseId) ?? noCase(caseId);
    if (event.version <= state.version) return;
    const missing =
      event.version === state.version + 1
        ? [event]
        : log.events.filter((row) => row.caseId === caseId && row.event.version > state.version).map((row) => row.event);
    for (const next of missing) if (next.version <= event.version) this.#fold(caseId, next);
  }

  #fold(caseId: string, event: Recorded['event']): void {
    const before = this.#states.get(caseId) ?? noCase(caseId);
    const after = evolve(before, event);
    this.#states.set(caseId, after);
    if (!after.exists) return;
    const { closed, opened } = factChanges(before, after, event);
    for (const { table, key } of closed) {
      const row = this.#open.get(`${caseId}|${table}|${key}`);
      if (row !== undefined) row.to = event.position;
    }
    for (const { table, key, values } of opened) {
      const row = { caseId, table, key, values: JSON.stringify(values), from: event.position, to: STILL };
      this.#open.set(`${caseId}|${table}|${key}`, row);
      this.rows.push(row);
    }
  }

  /** The rows at a position, in an order of its own. */
  at(position: number): readonly string[] {
    return this.rows
      .filter((row) => row.from <= position && position < row.to)
      .map(({ caseId, table, key, values }) => `${caseId}|${table}|${key}|${values}`)
      .sort();
  }
}

/** A model of the topic: in order within a partition, at least once; may deliver from an earlier offset again. */
export class Topic {
  up = true;
  readonly #partitions: Recorded[][] = Array.from({ length: PARTITIONS }, () => []);
  readonly #read: number[] = Array.from({ length: PARTITIONS }, () => 0);

  publish = (batch: readonly Recorded[]): void => {
    for (const row of batch) this.#partitions[Number.parseInt(row.caseId.slice(0, 8), 16) % PARTITIONS]?.push(row);
  };

  /** Hands over what is new; `again` of what has been read comes once more (a rebalance before the offsets were committed). */
  deliver(rows: Rows, log: Log, again = 0): void {
    this.#partitions.forEach((partition, n) => {
      for (const row of partition.slice(Math.max(0, (this.#read[n] ?? 0) - again))) rows.apply(row, log);
      this.#read[n] = partition.length;
    });
  }
}
