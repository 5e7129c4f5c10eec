import type { Code } from '../codes/code.js';
import type { Role } from '../codes/roles.js';
import type { Settings } from '../org/settings.js';
import type { CodedHeading } from './heading.js';
import type { AnyRecordCommand, AnyRecordCreation } from './record-command.js';
import type { AnyRecordEvent, RecordState } from './record-event.js';

/** One thing that time does about a record: what its workflow waits for. Ids, codes and an instant. */
export interface RecordStep {
  /** Derived from record, what and day: a changed day gives a new step. */
  readonly id: string;
  readonly do: 'remind' | 'escalate' | 'ask';
  readonly at: string;
  readonly toRole: Role;
  /** The named owner, before the role; null where there is none. */
  readonly toPerson: string | null;
  /** What it is about, as a code of the record type. */
  readonly about: string;
}

/** What a record counts as at a position, for lists and reports: codes, numbers, days. No words. */
export interface RecordFacts {
  readonly status: string;
  /** The next day that matters (YYYY-MM-DD); null where none is. */
  readonly due: string | null;
  readonly closed: boolean;
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
}

/** A fact of a record in words, for its page: labels of codes, numbers. Never a person's words. */
export interface RecordTerm {
  readonly term: string;
  readonly text: string;
}

/**
 * A kind of record, registered once (record-types.ts). The command door, the routes, history, forms, live updates, the relay, AsyncAPI,
 * the projector, the workflow, mail and export read it from here; none of them knows a record by name.
 */
export interface RecordType<R extends RecordState> {
  /** First part of the stream, and of the event's name on the topic: `risk`. */
  readonly family: string;
  /** Routes: `/api/<path>`. */
  readonly path: string;
  /** Pages: `/<page>`, `/<page>/<id>`, `/<page>/ny`. */
  readonly page: string;
  /** Letters of the number. */
  readonly series: string;
  /** One, in the definite and the indefinite, the heading of all, and what its next day is for: “risken”, “en risk”, “Risker”, “Bedöms igen”. Swedish. */
  readonly words: {
    readonly the: string;
    readonly one: string;
    readonly many: string;
    readonly due: string;
    /** What it is for, in a sentence, where the types are listed: “Vad som kan gå fel, hur allvarligt det vore och vad som görs åt det.” */
    readonly purpose?: string;
  };
  /** Its list has an entry of its own in the menu; the others are found under that of the management system. */
  readonly inMenu?: true;
  /** Every status of its facts, and everything that a step of its agenda is about, with Swedish labels. */
  readonly statuses: readonly Code[];
  readonly abouts: readonly Code[];
  readonly events: readonly AnyRecordEvent<R>[];
  readonly creation: AnyRecordCreation;
  /** In the order in which they are offered. */
  readonly commands: readonly AnyRecordCommand<R>[];
  /** Roles whose holders over the unit see it with its words. Staff of the unit are `medarbetare`. */
  readonly readers: readonly Role[];
  /** Whether those who work below its unit see it too, since it applies to them. They do not decide about it. */
  readonly handedDown: boolean;
  /** The person whom it names as its owner. */
  ownerOf(state: R): string | null;
  facts(state: R): RecordFacts;
  /** What happens if nobody does anything, soonest first. Pure; an item leaves it only by an event. */
  agenda(state: R, settings: Settings): readonly RecordStep[];
  /** Names of sealed texts of which the last stands: how the record reads now. */
  readonly standing: Readonly<Record<string, string>>;
  /** The standing text that is the record's heading; where there is none, what codes, numbers and days say. */
  readonly heading: string | CodedHeading;
  /** What its page says beside status, unit, owner and day. */
  terms(state: R): readonly RecordTerm[];
  /** The cases that it is about. */
  casesOf(state: R): readonly string[];
}

/** A record type whose state is not known here. */
// biome-ignore lint/suspicious/noExplicitAny: the state of each type is known to its own functions alone
export type AnyRecordType = RecordType<any>;
