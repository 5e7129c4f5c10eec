import type { CaseState, ExistingCase } from '#domain/case/case';
import { noCase } from '#domain/case/case';
import type { CaseEvent, NewCaseEvent } from '#domain/case/events.schema';
import { caseEvents } from '#domain/case/events.schema';
import { evolve } from '#domain/case/evolve';

/** The guarantees of the store; each can be switched off, to show that the invariants depend on it. */
export interface Protections {
  /** A command that was answered is answered the same again, and stored once. */
  readonly deduplication: boolean;
  /** A decision on an old version of a case is not stored. */
  readonly versionCheck: boolean;
  /** A subscription that has lost its lease can't move its checkpoint. */
  readonly fencing: boolean;
}

export const allProtections: Protections = { deduplication: true, versionCheck: true, fencing: true };

export interface Recorded {
  readonly caseId: string;
  readonly commandId: string;
  /** The append that it came in: one command is one append. */
  readonly append: number;
  readonly event: CaseEvent;
}

export interface Writing {
  readonly caseId: string;
  readonly expected: number;
  readonly events: readonly NewCaseEvent[];
}

/** A model of the event store: one order, a version per case, an answer per command. In memory; it simulates the protocol, not PostgreSQL. */
export class Log {
  readonly events: Recorded[] = [];
  readonly #states = new Map<string, CaseState>();
  readonly #answers = new Map<string, string>();
  readonly #series = new Map<string, number>();
  #appends = 0;

  constructor(readonly protections: Protections) {}

  load(caseId: string): CaseState {
    return this.#states.get(caseId) ?? noCase(caseId);
  }

  cases(): readonly ExistingCase[] {
    return [...this.#states.values()].filter((state) => state.exists);
  }

  answerOf(commandId: string): string | null {
    return this.protections.deduplication ? (this.#answers.get(commandId) ?? null) : null;
  }

  nextNumber(series: string): string {
    const n = (this.#series.get(series) ?? 0) + 1;
    this.#series.set(series, n);
    return `${series}-2026-${String(n).padStart(4, '0')}`;
  }

  /** Appends everything or nothing; null where another was first. */
  append(commandId: string, now: string, writing: readonly Writing[]): string | null {
    const twin = this.answerOf(commandId);
    if (twin !== null) return twin;
    const behind = writing.some(({ caseId, expected }) => this.load(caseId).version !== expected);
    if (behind && this.protections.versionCheck) return null;
    this.#appends += 1;
    for (const { caseId, expected, events } of writing) {
      events.forEach((event, n) => {
        const stored = {
          type: event.type,
          open: caseEvents[event.type].open.parse(event.open),
          version: expected + n + 1,
          position: this.events.length + 1,
          at: event.at ?? now,
          recordedAt: now,
        } as CaseEvent;
        this.events.push({ caseId, commandId, append: this.#appends, event: stored });
        this.#states.set(caseId, evolve(this.load(caseId), stored));
      });
    }
    const answer = `${this.#appends}`;
    this.#answers.set(commandId, answer);
    return answer;
  }
}
