import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { ActivityFailure, condition, isCancellation, patched, setCurrentDetails, setHandler, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { CaseSnapshot, DutyStep } from '#domain/case/snapshot';
import type { Stage } from '#domain/codes/stages';
import { type Act, reportTrouble } from './acts.js';
import { type CaseInput, caseChanged, isSnapshot, searchedBy, searchKeys, snapshotQuery } from './messages.js';
import { TROUBLE_PATCH, Trouble } from './trouble.js';

/** One run of a workflow about a case, or of an IVO workflow: the newest snapshot, the workflow's clock, and the steps it takes. */
export class CaseRun {
  readonly caseId: string;
  readonly #isDone: (snapshot: CaseSnapshot) => boolean;
  #snapshot: CaseSnapshot | null = null;
  /** How many snapshots have been accepted, from messages and from activities. */
  #changes = 0;
  /** Steps whose activity is running. */
  readonly #inHand = new Set<string>();
  readonly #trouble: Trouble;
  #text = '';
  #shown: string;

  /** @param isDone when there is nothing more for this workflow to do */
  constructor(input: CaseInput, isDone: (snapshot: CaseSnapshot) => boolean) {
    this.caseId = input.caseId;
    this.#isDone = isDone;
    this.#shown = JSON.stringify(searchKeys.map((key) => workflowInfo().typedSearchAttributes.get(key) ?? null));
    this.#trouble = new Trouble(
      (code) => reportTrouble({ caseId: this.caseId, code }),
      () => this.#snapshot?.duties.flatMap(({ steps }) => steps) ?? [],
    );
    const known = input.trouble ?? null;
    // Before the handlers: messages that came before the first task are handled as soon as a handler is set.
    if (known !== null && patched(TROUBLE_PATCH)) this.#trouble.goOnFrom(input);
    setHandler(caseChanged, (message) => this.#receive(message));
    setHandler(snapshotQuery, () => this.#snapshot);
    if (this.#trouble.code !== known && !patched(TROUBLE_PATCH)) this.#trouble.goOnFrom({ ...(known === null ? {} : { trouble: known }) });
    if (input.snapshot !== undefined) this.#accept(input.snapshot);
  }

  /** Waits for the first snapshot. An IVO workflow, and a run that goes on from another, are started with one; others get it as a message. */
  async waitForFirstSnapshot(): Promise<void> {
    if (this.#snapshot === null) await condition(() => this.#snapshot !== null);
  }

  get snapshot(): CaseSnapshot {
    if (this.#snapshot === null) throw new Error('no snapshot yet');
    return this.#snapshot;
  }

  /** Nothing more to do, or a history that has grown long: then all that goes on in this run stops. */
  isEnding(): boolean {
    return this.isDone() || this.#hasLongHistory();
  }

  isDone(): boolean {
    return this.#isDone(this.snapshot);
  }

  isIn(stage: Stage): boolean {
    return this.snapshot.stage === stage && !this.isEnding();
  }

  #hasLongHistory(): boolean {
    return workflowInfo().continueAsNewSuggested;
  }

  /** Waits until a condition on snapshots or messages holds. */
  async waitUntil(holds: () => boolean): Promise<void> {
    if (!holds()) await condition(holds);
  }

  /** Waits for the next snapshot; not longer than `goesOn` is true. */
  async waitForChange(goesOn: () => boolean): Promise<void> {
    const changes = this.#changes;
    await this.waitUntil(() => this.#changes !== changes || !goesOn());
  }

  /** How many messages have come that could be used, repeated ones too. */
  get messages(): number {
    return this.#trouble.messages;
  }

  /** Not while its activity is running, nor where it failed for good and no message has come since. */
  mayTake(step: DutyStep): boolean {
    return !this.#inHand.has(step.id) && !this.#trouble.isSetAside(step.id);
  }

  /** Waits for a step's time, unless something else comes first. */
  async waitForTime(step: DutyStep, rule: string, somethingElse: () => boolean): Promise<void> {
    const offset = this.snapshot.clockOffset;
    const ms = Date.parse(step.at) - this.#now();
    if (ms > 0) await condition(() => this.snapshot.clockOffset !== offset || somethingElse(), ms, { summary: summaryOf(step, rule) });
  }

  isDue(step: DutyStep): boolean {
    return Date.parse(step.at) <= this.#now();
  }

  /**
   * Runs the activity of a step, and accepts the snapshot that it returns. A step that failed for good, or is still there unchanged, is reported
   * and set aside until the next message; other steps go on.
   */
  async takeStep(step: DutyStep, rule: string, act: Act): Promise<void> {
    const { version } = this.snapshot;
    this.#inHand.add(step.id);
    try {
      const after = await act({ caseId: this.caseId, item: step.id, now: new Date(this.#now()).toISOString() }, summaryOf(step, rule));
      if (isSnapshot(after, this.caseId)) this.#accept(after);
      if (this.snapshot.version === version && this.#stillHas(step)) this.#trouble.stepChangedNothing(step.id, step.do);
      else this.#trouble.stepDone(step.id);
    } catch (error) {
      if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
      this.#trouble.stepFailed(step.id, step.do);
    } finally {
      this.#inHand.delete(step.id);
    }
  }

  /** Shows in Temporal's pages what this part of the workflow does, in Swedish. */
  show(text: string): void {
    this.#text = text;
    this.#update();
  }

  /** The last of a run: if there is nothing more to do, reports that a trouble is over; then waits until every report is delivered or given up. */
  async finishReports(): Promise<void> {
    if (this.isDone()) this.#trouble.end();
    await this.#trouble.waitForReports();
  }

  /** What the next run of this workflow is started with. */
  get input(): CaseInput {
    return { caseId: this.caseId, snapshot: this.snapshot, ...this.#trouble.known };
  }

  #receive(message: unknown): void {
    if (isSnapshot(message, this.caseId)) {
      this.#trouble.countMessage();
      this.#accept(message);
      this.#trouble.afterMessage();
    } else this.#trouble.badMessage();
  }

  /**
   * Accepts a snapshot that is at least as new as the present one. Messages may overtake each other; an old one can still tell that the
   * demo's clock has moved, which never moves back.
   */
  #accept(given: CaseSnapshot): void {
    const known = this.#snapshot;
    const clockOffset = Math.max(given.clockOffset, known?.clockOffset ?? 0);
    const isOld = known !== null && given.version < known.version;
    if (isOld && clockOffset === known.clockOffset) return;
    this.#snapshot = { ...(isOld ? known : given), clockOffset };
    this.#changes += 1;
    this.#update();
  }

  #stillHas = ({ id, at }: DutyStep): boolean => this.snapshot.duties.some((duty) => duty.steps.some((step) => step.id === id && step.at === at));

  /** The platform's time: Temporal's, and how far the demo has moved its clock forward (in production 0). */
  #now(): number {
    return Date.now() + this.snapshot.clockOffset;
  }

  #update(): void {
    const { number, kind, stage, next } = this.snapshot;
    const pairs = searchedBy(this.snapshot);
    const all = searchKeys.map((key) => pairs.find((pair) => pair.key.name === key.name) ?? { key, value: null }) as SearchAttributeUpdatePair[];
    const shown = JSON.stringify(all.map(({ value }) => value));
    if (shown !== this.#shown) upsertSearchAttributes(all);
    this.#shown = shown;
    // Number and kind too: the summary given at the start is lost when the workflow continues as new.
    setCurrentDetails(`${number} ${kind} **${stage}** ${this.#text}\n\n${next === null ? '–' : `${next.rule} ${next.dueAt}`}`);
  }
}

const summaryOf = (step: DutyStep, rule: string): string => `${step.do} ${rule} ${step.level} ${step.toRole}`;
