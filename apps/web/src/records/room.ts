import type { ComponentChildren, VNode } from 'preact';
import type { z } from 'zod';
import type { OpenedRecord } from '#case-service/record-reader';
import type { Asking } from '#domain/records/record-command';
import type { NamedRecord, RecordItem, RecordListQuery } from '#read-model/record-list';

/** The query of a list as in the address, the room's own conditions among them. */
export type RoomQuery = RecordListQuery & Readonly<Record<string, string | number | undefined>>;

/** A list that has been read, and how to ask for another. */
export interface ListLook extends Asking {
  /** All that the reader sees by unit and status. */
  readonly items: readonly RecordItem[];
  /** Those of them that this page of the list shows, with what each is headed by; the others' words are not opened. */
  readonly shown: readonly RecordItem[];
  readonly headingOf: (item: RecordItem) => string;
  readonly query: RoomQuery;
  /** The address of the list with other conditions; undefined takes one away. */
  readonly hrefOf: (change: Readonly<Record<string, string | undefined>>) => string;
  readonly now: string;
}

export interface Column {
  readonly heading: string;
  readonly cell: (item: RecordItem, look: ListLook) => ComponentChildren;
}

export interface Select {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What the pages of one record type have of their own, beside what all have. */
export interface RecordRoom {
  /** Conditions of the list beside unit and status: their schemas, how they are asked, which rows they keep. */
  readonly query: z.ZodRawShape;
  readonly selects: readonly Select[];
  readonly keeps: (item: RecordItem, query: RoomQuery) => boolean;
  /** The order of the list, in words and as a comparison; soonest first where it is null. */
  readonly order: { readonly text: string; readonly compare: (one: RecordItem, other: RecordItem) => number } | null;
  readonly columns: readonly Column[];
  /** Which of the type’s standing texts stand in the list under the heading; all of them where nothing is said. */
  readonly details?: readonly string[];
  /** What stands above the list. */
  readonly overview?: (look: ListLook) => VNode;
  /** What stands first on the record's page, and beside it. */
  readonly notice?: (opened: OpenedRecord) => VNode | null;
  readonly aside?: (opened: OpenedRecord) => VNode | null;
  /** What stands between how it is and what can be done; `serving` is the records that serve it, as far as the reader sees them. */
  readonly main?: (opened: OpenedRecord, serving: readonly NamedRecord[]) => VNode | null;
  /** Its next day as it is known, where that is less than a day. */
  readonly dueText?: (facts: RecordItem['facts']) => string | null;
}

/** For a record type that has nothing of its own. */
export const plainRoom: RecordRoom = { query: {}, selects: [], keeps: () => true, order: null, columns: [] };
