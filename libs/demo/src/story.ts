import type { CommandOf, CommandType, PublicCommand, ReportCase } from '#domain/case/commands.schema';
import type { ComplaintCategory } from '#domain/codes/complaint-categories';
import { uuidOf } from '#domain/ids';

/** The input form of the schema: it fills in what a command leaves out. */
type Loose<T extends CommandType> = { readonly type: T } & Partial<Omit<CommandOf<T>, 'type'>>;
export type LooseCommand = { [T in PublicCommand['type']]: Loose<T> }[PublicCommand['type']];

/** One thing that somebody does in a case, days before the first start. */
export interface Step {
  readonly daysAgo: number;
  readonly by: string;
  readonly command: LooseCommand;
  /** Id of the case, where it is not the story's own but one that came of it. */
  readonly of?: string;
  /** What the step is called, so that what it makes can be named by others; without it, its place is its name. */
  readonly as?: string;
}

/** A living case: who told it when, and what has been done since. */
export interface Story {
  readonly key: string;
  /** Login of who registers it; null for the public form. */
  readonly by: string | null;
  readonly registeredDaysAgo: number;
  /** Days before the first start that it came in; the public form counts its own day. */
  readonly receivedDaysAgo?: number;
  /** A complaint where it says nothing else. */
  readonly report: Partial<ReportCase> & { readonly what: string };
  readonly steps: readonly Step[];
}

export const personId = (login: string): string => uuidOf('demo', 'person', login);
/** Ids of commands are derived from the story, so that a repeated start changes nothing. */
export const stepId = (key: string, step: number | string): string => uuidOf('demo', 'story', key, step);
/** What a command makes is named by the command (decide/context newId). */
export const actionOf = (key: string, step: number): string => uuidOf(stepId(key, step), 'action', 0);

const dayMs = 86_400_000;
/** An instant so many days before (or, negative, after) the first start. */
export const daysBefore = (firstStart: string, days: number): string => new Date(Date.parse(firstStart) - days * dayMs).toISOString();

const step = (daysAgo: number, by: string, command: LooseCommand): Step => ({ daysAgo, by, command });

/** From received to investigating: what it is, first judgement, confirmation, handler, conflict of interest. */
export const takeOn = (
  daysAgo: number,
  by: string,
  of: { categories?: readonly ComplaintCategory[]; lawAreas: CommandOf<'ClassifyCase'>['lawAreas']; confirm?: 'phone' | 'letter' | 'email' | null },
): readonly Step[] => [
  step(daysAgo, by, { type: 'ClassifyCase', lawAreas: of.lawAreas, ...(of.categories === undefined ? {} : { categories: [...of.categories] }) }),
  step(daysAgo, by, { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' }),
  ...(of.confirm === null ? [] : [step(daysAgo, by, { type: 'GiveFeedback', what: 'confirmation', method: of.confirm ?? 'phone' })]),
  step(daysAgo, by, { type: 'AssignCase', person: personId(by), as: 'enhetschef' }),
  step(daysAgo, by, { type: 'AnswerConflict', answer: 'none' }),
  step(daysAgo, by, { type: 'AdvanceCase', to: 'investigating' }),
];

export const investigate = (daysAgo: number, by: string, found: { fact: string; area: CommandOf<'FindCause'>['area']; cause: string }): readonly Step[] => [
  step(daysAgo, by, { type: 'MakeEntry', nature: 'fact', by: 'staff', text: found.fact }),
  step(daysAgo, by, { type: 'FindCause', area: found.area, level: 'unit', text: found.cause }),
  step(daysAgo, by, { type: 'CompleteInvestigation', recurrence: false }),
  step(daysAgo, by, { type: 'AdvanceCase', to: 'assessing' }),
];

export interface PlannedAction {
  readonly area: CommandOf<'PlanAction'>['area'];
  readonly what: string;
  readonly howJudged: string;
  /** Days before the first start; negative is after it. */
  readonly dueDaysAgo: number;
  readonly effectDaysAgo?: number;
}

export const assess = (
  daysAgo: number,
  by: string,
  firstStart: string,
  judged: { outcome: CommandOf<'DecideOutcome'>['complaintOutcome']; reasons: string; actions: readonly PlannedAction[] },
): readonly Step[] => [
  step(daysAgo, by, { type: 'DecideOutcome', complaintOutcome: judged.outcome, reasons: judged.reasons }),
  ...judged.actions.map(({ dueDaysAgo, effectDaysAgo, ...action }) =>
    step(daysAgo, by, {
      type: 'PlanAction',
      horizon: 'shortTerm',
      ...action,
      dueAt: daysBefore(firstStart, dueDaysAgo),
      ...(effectDaysAgo === undefined ? {} : { effectDueAt: daysBefore(firstStart, effectDaysAgo) }),
    }),
  ),
  step(daysAgo, by, { type: 'AdvanceCase', to: 'ivoDecision' }),
];

export const takePosition = (daysAgo: number, by: string, reasons: string): readonly Step[] => [
  step(daysAgo, by, { type: 'DecideIvo', notify: 'notApplicable', reasons }),
  step(daysAgo, by, { type: 'AdvanceCase', to: 'feedback' }),
];

export const answer = (daysAgo: number, by: string, method: 'letter' | 'email' | 'phone', text: string): readonly Step[] => [
  step(daysAgo, by, { type: 'GiveFeedback', what: 'answer', method, parts: ['explanation', 'actions', 'apology'], text }),
  step(daysAgo, by, { type: 'AdvanceCase', to: 'followUp' }),
];

export const judge = (daysAgo: number, by: string, actionId: string, evidence: string): readonly Step[] => [
  step(daysAgo, by, { type: 'JudgeEffect', actionId, effect: 'yes', evidence }),
];

export const close = (daysAgo: number, by: string): readonly Step[] => [step(daysAgo, by, { type: 'AdvanceCase', to: 'closed' })];
export const also = step;
