import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { condition, proxyActivities, setCurrentDetails, setHandler, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { AgendaItem, CaseSnapshot } from '#domain/case/agenda';
import type { Stage } from '#domain/codes/stages';
import type { CaseActivities } from './activities.js';
import { type CaseInput, caseChanged, isOver, searchedBy, searchKeys, snapshotQuery } from './messages.js';
import { setsGoing } from './stages/sets-going.js';

const cases = proxyActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  // Tried until it works: a database that is away is no reason to drop a reminder.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** What the workflow knows of its case, and what it can do: wait, perform, adopt what it is told. */
export class CaseRun {
  readonly caseId: string;
  #snapshot: CaseSnapshot | null = null;
  #heard = 0;
  #shown: string;

  constructor(input: CaseInput) {
    this.caseId = input.caseId;
    this.#shown = JSON.stringify(searchKeys.map((key) => workflowInfo().typedSearchAttributes.get(key) ?? null));
    setHandler(caseChanged, (message) => this.adopt(message));
    setHandler(snapshotQuery, () => this.#snapshot);
    if (input.told !== undefined) this.adopt(input.told);
  }

  /** Waits for the message that a workflow is always started with. */
  async begins(): Promise<void> {
    await condition(() => this.#snapshot !== null);
  }

  get snapshot(): CaseSnapshot {
    if (this.#snapshot === null) throw new Error('no snapshot yet');
    return this.#snapshot;
  }

  isOver(): boolean {
    return isOver(this.snapshot);
  }

  isIn(stage: Stage): boolean {
    return this.snapshot.stage === stage;
  }

  isLong(): boolean {
    return workflowInfo().continueAsNewSuggested;
  }

  /** The earliest thing that time demands; the agenda comes in order. */
  next(): AgendaItem | null {
    return this.snapshot.agenda[0] ?? null;
  }

  isDue(item: AgendaItem): boolean {
    return Date.parse(item.at) <= this.#now();
  }

  /**
   * Takes a message that is as new as what is known. Messages may overtake each other; an old one can still tell that the
   * demo's clock has moved, which never moves back.
   */
  adopt(message: CaseSnapshot): void {
    const known = this.#snapshot;
    const clockOffset = Math.max(message.clockOffset, known?.clockOffset ?? 0);
    if (known !== null && message.version < known.version && clockOffset === known.clockOffset) return;
    const latest = known !== null && message.version < known.version ? known : message;
    // A stage of a later release: the task fails, and is tried again until this code is newer.
    if (!(latest.stage in setsGoing)) throw new Error('unknown stage');
    this.#snapshot = { ...latest, clockOffset };
    this.#heard += 1;
    this.#show();
  }

  /** Waits for news, at most until the item's time. */
  async news(until: AgendaItem | null): Promise<void> {
    const heard = this.#heard;
    const something = () => this.#heard !== heard || this.isLong();
    if (until === null) return condition(something);
    await condition(something, Math.max(1, Date.parse(until.at) - this.#now()), { summary: summaryOf(until) });
  }

  /** Lets the door for commands do the item, and adopts how the case stands after it. */
  async perform(item: AgendaItem): Promise<void> {
    const now = new Date(this.#now()).toISOString();
    const { version } = this.snapshot;
    this.adopt(await cases.perform.executeWithOptions({ summary: summaryOf(item) }, [{ caseId: this.caseId, item: item.id, now }]));
    const unchanged = this.snapshot.version === version && this.next()?.id === item.id;
    // Can only be a fault of ours; without the pause it would be asked for a hundred times a second.
    if (unchanged) await condition(() => this.snapshot.version !== version, '1 minute', { summary: 'again' });
  }

  /** The platform's time: Temporal's, and what the demo has moved it forward. */
  #now(): number {
    return Date.now() + this.snapshot.clockOffset;
  }

  #show(): void {
    const { number, kind, stage, next } = this.snapshot;
    const pairs = searchedBy(this.snapshot);
    const all = searchKeys.map((key) => pairs.find((pair) => pair.key.name === key.name) ?? { key, value: null }) as SearchAttributeUpdatePair[];
    const shown = JSON.stringify(all.map(({ value }) => value));
    if (shown !== this.#shown) upsertSearchAttributes(all);
    this.#shown = shown;
    // Number and kind too: the summary given at the start is lost when the workflow goes on anew.
    setCurrentDetails(`${number} ${kind} **${stage}** ${setsGoing[stage]}\n\n${next === null ? '–' : `${next.rule} ${next.dueAt}`}`);
  }
}

const summaryOf = (item: AgendaItem): string => `${item.do} ${item.rule} ${item.level}`;
