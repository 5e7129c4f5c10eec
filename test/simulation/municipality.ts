import type { ExistingCase } from '#domain/case/case';
import { type CaseCommand, commandSchemas, reportCase } from '#domain/case/commands.schema';
import type { Born } from '#domain/case/decide/born';
import { withNumber } from '#domain/case/decide/born';
import type { Context } from '#domain/case/decide/context';
import { decide } from '#domain/case/decide/index';
import { report, takenIn } from '#domain/case/decide/report';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { processOf } from '#domain/case/processes/index';
import { stageAfter, type WorkStage } from '#domain/case/processes/process';
import { seriesOf } from '#domain/codes/kinds';
import { Refusal } from '#domain/errors';
import { uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { organisation, people } from '../support/scenario.js';
import { Log, type Protections } from './log.js';
import { type Choice, type Given, mending, whims } from './mending.js';
import { Workflows } from './process-side.js';
import { Rows, Topic } from './read-side.js';
import { Subscription } from './subscription.js';

const DAY = 86_400_000;
const START = Date.parse('2026-01-02T07:00:00.000Z');
const YEAR = 365 * DAY;
const TRIES = 3;
/** The most commands in a row on one case. */
const STEPS = 8;
/** Enough commands to take a case from its receipt to its end. */
const DILIGENT_STEPS = 60;
const everyone = Object.values(people) as readonly Actor[];
const staff = everyone.filter(({ person }) => person !== null);
const bodies: readonly Record<string, unknown>[] = [
  { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative' },
  { kind: 'complaint', opinionType: 'praise', unit: 'iof-barn', source: 'resident' },
  { kind: 'deviation', lawAreas: ['SoL'], eventClass: 'nearMiss', deviationType: 'other', unit: 'afs-norra' },
  { kind: 'deviation', lawAreas: ['HSL'], eventClass: 'adverseEvent', deviationType: 'fall', unit: 'afs-norra' },
  { kind: 'deviation', lawAreas: ['HSL'], eventClass: 'adverseEvent', deviationType: 'medication', unit: 'afs-norra' },
  { kind: 'deviation', lawAreas: ['HSL', 'SoL'], eventClass: 'risk', deviationType: 'other', unit: 'afs-norra' },
  { kind: 'lexSarah', lawAreas: ['SoL'], unit: 'afs-norra', immediateActions: 'x' },
  { kind: 'lexSarah', lawAreas: ['LSS'], unit: 'iof-barn', anonymous: true },
];

interface Sent {
  readonly commandId: string;
  readonly answer: string;
  readonly again: () => string | null;
}

/** A small municipality for a year: its people, its clock, and every part that can be away. */
export class Municipality {
  now = START;
  readonly log: Log;
  readonly rows = new Rows();
  readonly topic = new Topic();
  readonly workflows: Workflows;
  readonly conductor: Subscription;
  readonly relay: Subscription;
  readonly acknowledged: Sent[] = [];
  readonly faults: string[] = [];
  #n = 0;

  constructor(protections: Protections) {
    this.log = new Log(protections);
    this.workflows = new Workflows(this.log);
    this.conductor = new Subscription(this.log, this.workflows.tell);
    this.relay = new Subscription(this.log, this.topic.publish);
  }

  get instant(): string {
    return new Date(this.now).toISOString();
  }

  /** Somebody reports; a later repeat must be the same report. */
  report(what: number, who: number): void {
    const actor = pick([people.anonymous, ...staff], who);
    const body = reportCase.parse({ what: 'Ord.', ...pick(bodies, what) });
    const commandId = this.#commandId();
    const send = (): string | null => {
      const known = this.log.answerOf(commandId);
      if (known !== null) return known;
      try {
        const context = this.#context(actor, commandId);
        const reported = takenIn(body, actor).parts.map((part) => report(part, this.log.nextNumber(seriesOf[part.command.kind]), context));
        return this.log.append(
          commandId,
          this.instant,
          reported.map(({ caseId, events }) => ({ caseId, expected: 0, events })),
        );
      } catch (error) {
        if (error instanceof Refusal) return null;
        throw error;
      }
    };
    this.#sent(commandId, send);
  }

  /** A morning's work on a case by somebody who may: supplies what is missing, goes on, or does something else. */
  act(which: number, choose: Choice, diligent = false): void {
    // The newest are worked on most: what came of another case is among them.
    const id = pickOr(this.log.cases().slice(-4), which)?.id;
    if (id === undefined) return;
    for (let step = diligent ? DILIGENT_STEPS : choose(STEPS); step >= 0; step -= 1) {
      const command = this.#next(this.log.load(id) as ExistingCase, choose, diligent);
      if (command !== null) this.#give(id, command, choose);
    }
  }

  /** Two persons look at the same case, and both decide before either has stored: the second must not overwrite the first. */
  race(which: number, choose: Choice): void {
    const state = pickOr(this.log.cases(), which);
    if (state === null) return;
    const commands = [this.#next(state, choose), { type: 'AddToCase', by: 'staff', text: 'Ord.' } as Given];
    for (const command of commands) {
      if (command !== null) this.#give(state.id, command, choose, state);
    }
  }

  /** An answer was lost on the way: the client sends the same again. */
  repeat(which: number): void {
    const sent = pickOr(this.acknowledged, which);
    if (sent === null) return;
    const again = sent.again();
    if (again !== sent.answer) this.faults.push(`a repeat was answered ${again === null ? 'with a refusal' : 'otherwise'}`);
  }

  pass(days: number): void {
    this.now = Math.min(this.now + days * DAY + 3_600_000, START + YEAR);
    this.pump();
  }

  /** All parts that are up do their work; a worker may die after it has stored and before it has reported. */
  pump(workerDies = false): void {
    this.conductor.up = this.workflows.up;
    this.conductor.pump();
    for (const { caseId, item } of this.workflows.due(this.instant)) {
      this.#perform(caseId, item);
      if (workerDies) this.#perform(caseId, item);
    }
    this.conductor.pump();
    this.relay.pump();
    this.topic.deliver(this.rows, this.log);
  }

  /** Everything is up again, and the year runs to its end. */
  settle(): void {
    this.workflows.up = true;
    this.relay.up = true;
    this.conductor.wake();
    this.relay.wake();
    this.now = START + YEAR;
    let before = -1;
    while (before !== this.log.events.length) {
      before = this.log.events.length;
      this.pump();
    }
  }

  #perform(caseId: string, item: string): void {
    const commandId = uuidOf('item', item);
    if (this.log.answerOf(commandId) !== null) return;
    this.#execute(caseId, { type: 'PerformAgendaItem', item }, people.system, commandId);
  }

  #next(state: ExistingCase, choose: Choice, diligent = false): Given | null {
    const stage = state.stage;
    if ((!diligent && choose(9) === 0) || stage === 'closed' || stage === 'cancelled') return pick(whims, choose(whims.length))(state, this.instant, choose);
    const process = processOf(state.desc.process);
    const lack = pickOr(lacksToAdvance(state, process), choose(20));
    if (lack === null) return { type: 'AdvanceCase', to: stageAfter(process, stage as WorkStage) };
    return mending(lack.field, state, this.instant, choose);
  }

  #give(caseId: string, given: Given, choose: Choice, seen?: ExistingCase): void {
    const parsed = commandSchemas[given.type].safeParse(given);
    if (!parsed.success) return;
    const command = parsed.data as CaseCommand;
    const first = choose(staff.length);
    // Whoever may: the first who is let through.
    const handler = this.log.load(caseId);
    // The one who is asked about a conflict of interest is the handler, or the one who is about to decide.
    const asked =
      handler.exists && handler.stage === 'ivoDecision' ? [people.director.person, people.mas.person] : [handler.exists ? handler.handler?.person : null];
    const own = command.type === 'AnswerConflict' && choose(4) > 0 ? staff.filter(({ person }) => asked.includes(person)).slice(choose(2)) : [];
    for (const actor of [...own, ...staff.slice(first), ...staff.slice(0, first)]) {
      const commandId = this.#commandId();
      let refused: string | null = null;
      const send = () => this.#execute(caseId, command, actor, commandId, seen, (code) => (refused = code));
      this.#sent(commandId, send);
      if (refused !== 'notYours' && refused !== 'notFound') return;
    }
  }

  #sent(commandId: string, send: () => string | null): void {
    const answer = send();
    if (answer !== null) this.acknowledged.push({ commandId, answer, again: send });
  }

  /** As CaseService does it: stored answer, load, decide, append; three tries on fresh state. `seen`: the old state that a slow client decided on. */
  #execute(caseId: string, command: CaseCommand, actor: Actor, commandId: string, seen?: ExistingCase, onRefusal?: (code: string) => void): string | null {
    const known = this.log.answerOf(commandId);
    if (known !== null) return known;
    for (let tried = 0; tried < TRIES; tried += 1) {
      const state = tried === 0 && seen !== undefined ? seen : this.log.load(caseId);
      try {
        const { events, born } = decide(command, state, this.#context(actor, commandId));
        const children = born.map((child) => this.#newCase(child));
        const own = children[0] === undefined ? events : withNumber(events, children[0].number);
        const answer = this.log.append(commandId, this.instant, [{ caseId, expected: state.version, events: own }, ...children]);
        if (answer !== null) return answer;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        onRefusal?.(error.code);
        return null;
      }
    }
    return null;
  }

  #newCase({ caseId, kind, events }: Born) {
    const number = this.log.nextNumber(seriesOf[kind]);
    return { caseId, expected: 0, events: events(number), number };
  }

  #commandId(): string {
    this.#n += 1;
    return uuidOf('simulation', this.#n);
  }

  #context(actor: Actor, commandId: string): Context {
    return {
      now: this.instant,
      today: stockholmDate(this.instant),
      actor,
      organisation,
      commandId,
      people: staff.map(({ person, posts }) => ({ id: person as string, posts })),
      diary: [],
      cases: [],
      hasLocalEntry: () => true,
    };
  }
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const pickOr = <T>(list: readonly T[], n: number): T | null => (list.length === 0 ? null : pick(list, n));
