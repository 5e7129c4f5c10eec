import type { StoredShape } from '#domain/case/upcast';

/** An event as the read side gets it, from the topic or from the store. */
export interface StreamEvent extends StoredShape {
  readonly stream: string;
}

export type Table = 'fact_case' | 'fact_step' | 'fact_duty' | 'fact_action' | 'fact_register' | 'fact_record';

/** A fact row; key '' where the stream has one row in the table. */
export interface Row {
  readonly table: Table;
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Changes {
  readonly closed: readonly Pick<Row, 'table' | 'key'>[];
  readonly opened: readonly Row[];
}

/** How a kind of stream is folded, and the rows it gives. Pure. */
export interface Projection<S> {
  readonly prefix: string;
  /** What stands in the tables' first column. */
  readonly idOf: (stream: string) => string;
  readonly begin: (stream: string) => S;
  readonly evolve: (state: S, event: StreamEvent) => S;
  readonly changes: (before: S, after: S, event: StreamEvent) => Changes;
  /** The row of the work list; null where the stream has none. */
  readonly listRow: (state: S) => Readonly<Record<string, unknown>> | null;
}

export const nothing: Changes = { closed: [], opened: [] };
