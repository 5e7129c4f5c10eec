import { agenda } from '#domain/case/agenda';
import { type CaseState, type ExistingCase, noCase } from '#domain/case/case';
import { type CaseCommand, type CommandOf, commandSchemas, type PublicCommand, reportCase } from '#domain/case/commands.schema';
import type { Context, Timed } from '#domain/case/decide/context';
import { asStored, foldNew } from '#domain/case/decide/foresee';
import { decide } from '#domain/case/decide/index';
import { type Part, takenIn } from '#domain/case/decide/report';
import { reportFollowed } from '#domain/case/decide/report-followed';
import type { NewCaseEvent } from '#domain/case/events.schema';
import { evolve } from '#domain/case/evolve';
import { secondsAwaited } from '#domain/case/seconds';
import { seriesOf } from '#domain/codes/kinds';
import { Refusal } from '#domain/errors';
import { uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import type { Organisation } from '#domain/org/units';
import { complaintWay, type Seen, type Stage } from './complaint-way.js';
import { organisation, people } from './people.js';

export { organisation, people };

type Given<C> = C extends { type: infer T } ? { type: T } & Record<string, unknown> : never;

/**
 * Given events, when command, then events. Time is set by hand; a refusal is kept
 * in `refusal` and stores nothing.
 */
export class Scenario {
  state: CaseState = noCase('unborn');
  readonly log: NewCaseEvent[] = [];
  last: readonly NewCaseEvent[] = [];
  /** Siblings and cases of another kind that came of this one. */
  children: readonly ExistingCase[] = [];
  refusal: Refusal | null = null;
  /** Other cases of the municipality, as far as a command names them or their diary number. */
  others: readonly ExistingCase[] = [];
  #n = 0;
  constructor(
    public now = '2026-03-02T08:00:00.000Z',
    /** Changed where the municipality changes its settings meanwhile. */
    public units: Organisation = organisation,
  ) {}

  /** What the day of a duty depends on, at an instant. */
  timed(now = this.now): Timed {
    return { now, organisation: this.units };
  }

  context(actor: Actor): Context {
    this.#n += 1;
    return {
      now: this.now,
      today: stockholmDate(this.now),
      actor,
      organisation: this.units,
      commandId: uuidOf('scenario', this.#n),
      people: Object.values(people).flatMap(({ person, posts }) => (person === null ? [] : [{ id: person, posts }])),
      diary: [...this.others, ...(this.state.exists ? [this.state] : [])],
      cases: this.others,
      hasLocalEntry: (_list, _unit, code) => code.startsWith('local-'),
    };
  }

  /** Reports a case; missing fields get the simplest value. */
  report(body: Record<string, unknown> = {}, actor: Actor = people.registrar): this {
    const source = actor.person === null ? {} : { source: 'relative' };
    const command = reportCase.parse({ kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', what: 'Hemtjänsten kom inte.', ...source, ...body });
    return this.#run(() => {
      const context = this.context(actor);
      const [first, ...siblings] = takenIn(command, actor).parts;
      const born = (part: Part | undefined) => {
        const { caseId, events, born: made } = reportFollowed(part as Part, `${seriesOf[(part as Part).command.kind]}-2026-000${this.#n}`, context);
        return { state: this.#begun(caseId, events), events, made };
      };
      const { state, events, made } = born(first);
      this.state = state;
      this.children = [
        ...siblings.map((part) => born(part).state),
        ...made.map((child) => this.#begun(child.caseId, child.events(`${seriesOf[child.kind]}-2026-000${this.#n}`))),
      ];
      return events;
    });
  }

  #begun(caseId: string, [received, ...rest]: readonly NewCaseEvent[]): ExistingCase {
    return foldNew(evolve(noCase(caseId), asStored(received as NewCaseEvent, this.now)) as ExistingCase, rest, this.now);
  }

  /** The same day and the same units, in the latest case that came of this one. */
  inChild(): Scenario {
    const child = new Scenario(this.now, this.units);
    child.#n = this.#n + 1000;
    child.state = this.children.at(-1) ?? child.state;
    return child;
  }

  when(
    command:
      | Given<PublicCommand>
      | { type: 'PerformAgendaItem'; item: string }
      | { type: 'RecountDeadlines' }
      | CommandOf<'ReceiveMessage' | 'AddAttachment' | 'DiscloseFromCase' | 'ReplyByCode' | 'RecordMail' | 'RecordProviderNews'>,
    actor: Actor = people.manager,
  ): this {
    const schema = commandSchemas[command.type as keyof typeof commandSchemas];
    const parsed = (schema === undefined ? command : schema.parse(command)) as CaseCommand;
    return this.#run(() => {
      const { events, born, beside = [] } = decide(parsed, this.state, this.context(actor));
      this.others = this.others.map((other) =>
        beside.filter(({ caseId }) => caseId === other.id).reduce((so, { events: told }) => foldNew(so, told, this.now), other),
      );
      if (this.state.exists) this.state = foldNew(this.state, events, this.now);
      this.children = [...this.children, ...born.map(({ caseId, kind, events: of }) => this.#begun(caseId, of(`${seriesOf[kind]}-2026-000${this.#n}`)))];
      return events;
    });
  }

  /** Time passes: the system performs the agenda items up to then, in order, as the workflow would. */
  passUntil(instant: string): this {
    for (;;) {
      const item = agenda(this.case, this.units.settings)[0];
      if (item === undefined || item.at > instant) break;
      this.now = item.at > this.now ? item.at : this.now;
      this.when({ type: 'PerformAgendaItem', item: item.id }, people.system);
    }
    this.now = instant;
    return this;
  }

  /** Several commands by one person, who says before the first decision that no conflict of interest exists; stops at the first refusal. */
  does(actor: Actor, ...commands: Parameters<Scenario['when']>[0][]): this {
    for (const command of commands) {
      this.when(command, actor);
      if (this.lacks().join() === 'AnswerConflict.answer') this.when({ type: 'AnswerConflict', answer: 'none' }, actor).when(command, actor);
      if (this.refusal !== null) throw new Error(`${command.type}: ${this.refusal.code} ${this.lacks().join(', ')}`);
    }
    return this;
  }

  /** Another person confirms, by their own log-in, what they have been asked to confirm. */
  confirms(actor: Actor): this {
    return this.does(actor, { type: 'ConfirmSecond', request: secondsAwaited(this.case).at(-1)?.request as string });
  }

  /** Days pass, and nobody does anything, not even the system. */
  later(days: number): this {
    this.now = new Date(Date.parse(this.now) + days * 86_400_000).toISOString();
    return this;
  }

  get case(): ExistingCase {
    if (!this.state.exists) throw new Error('the case was never received');
    return this.state;
  }

  types(): readonly string[] {
    return this.last.map((event) => event.type);
  }

  /** The open duty of a rule, or null. */
  duty(rule: string) {
    return this.case.duties.find((row) => row.rule === rule && row.closed === null) ?? null;
  }

  /** How the last duty of a rule ended. */
  ended(rule: string) {
    return this.case.duties.filter((row) => row.rule === rule).at(-1)?.closed ?? null;
  }

  /** The refusal, in the words that the person reads. */
  said(): readonly string[] {
    return this.refusal === null ? [] : [this.refusal.title, ...this.refusal.missing.map((lack) => lack.text)];
  }

  lacks(): readonly string[] {
    return (this.refusal?.missing ?? []).map((lack) => lack.field);
  }

  #run(work: () => readonly NewCaseEvent[]): this {
    this.refusal = null;
    this.last = [];
    try {
      this.last = work();
      this.log.push(...this.last);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
    }
    return this;
  }

  /** Takes a complaint to a stage by its manager, the shortest lawful way. */
  advanceTo(stage: Stage): this {
    // Nothing is said to have been answered: a confirmation is given by hand also where one was sent by itself.
    const seen = (): Seen => ({ stage: this.case.stage, feedback: [], actions: this.case.remedy.actions });
    const steps = complaintWay(seen(), stage, { dueAt: '2026-04-01T10:00:00Z' });
    for (let step = steps.next(); !step.done; step = steps.next(seen())) {
      for (const command of step.value) this.when(command);
      if (this.refusal !== null) throw new Error(`${stage}: ${this.refusal.code} ${this.lacks().join(', ')}`);
    }
    return this;
  }
}
