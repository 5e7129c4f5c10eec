import type { Role } from '../codes/roles.js';
import type { SecondAnswer, UrgentStep } from '../codes/seconded.js';
import type { ExistingCase } from './case.js';
import type { CaseEvent, OpenOf } from './events.schema.js';
import type { By, Process } from './processes/process.js';

/** A decision that one person has asked another to confirm, and what came of it. */
export type Second = OpenOf<'SecondAsked'> & { readonly at: string; readonly answer: SecondAnswer | null; readonly answeredAt: string | null };

/**
 * One step that a person with a conflict of interest is allowed to take (KL 6 kap. 30 §), once. It is for what can't wait: if it is not used, it ends
 * with the case, or with a new answer on the person's conflict, which is also how a chief withdraws it.
 */
export interface Exception {
  readonly id: string;
  readonly person: string;
  readonly step: UrgentStep;
  readonly givenAt: string;
  readonly takenAt: string | null;
  /** When it ended without having been used. */
  readonly lapsedAt: string | null;
}

type SecondEvent = Extract<CaseEvent, { type: 'SecondAsked' | 'SecondAnswered' }>;
type ExceptionEvent = Extract<CaseEvent, { type: 'StepExcepted' | 'ExceptedStepTaken' }>;

export function secondsAfter(seconds: readonly Second[], event: SecondEvent): readonly Second[] {
  if (event.type === 'SecondAsked') return [...seconds, { ...event.open, at: event.at, answer: null, answeredAt: null }];
  const { request, answer } = event.open;
  return seconds.map((row) => (row.request === request && row.answer === null ? { ...row, answer, answeredAt: event.at } : row));
}

export function exceptionsAfter(exceptions: readonly Exception[], event: ExceptionEvent): readonly Exception[] {
  if (event.type === 'ExceptedStepTaken') return exceptions.map((row) => (row.id === event.open.exception ? { ...row, takenAt: event.at } : row));
  const { exception, person, step } = event.open;
  return [...exceptions, { id: exception, person, step, givenAt: event.at, takenAt: null, lapsedAt: null }];
}

/** The exceptions that have ended unused: of one person, or all. */
export const lapsed = (exceptions: readonly Exception[], at: string, person?: string): readonly Exception[] =>
  exceptions.some(isUnused)
    ? exceptions.map((row) => (isUnused(row) && (person === undefined || row.person === person) ? { ...row, lapsedAt: at } : row))
    : exceptions;

/** Whether the step is still to be taken. */
export const isUnused = ({ takenAt, lapsedAt }: Exception): boolean => takenAt === null && lapsedAt === null;

/** Requests that still wait for a second person's answer. */
export const secondsAwaited = ({ seconds }: Pick<ExistingCase, 'seconds'>): readonly Second[] => seconds.filter(({ answer }) => answer === null);

const overriders: readonly Role[] = ['enhetschef', 'avdelningschef', 'verksamhetschef', 'socialchef', 'registrator'];

/** Who may be the second person of a decision. */
export const secondsOf = (of: Second['of'], process: Process): readonly Role[] => (of === 'cancel' ? process.cancel.second : overriders);

/** Everyone who may be asked as the second person in a case of this process. */
export const everySecond = (process: Process): readonly By[] => [...new Set([...process.cancel.second, ...overriders])];

/** The step that a person with a conflict of interest may still take here; null for everybody else. */
export const exceptionOf = ({ conflict: { barred, exceptions } }: Pick<ExistingCase, 'conflict'>, person: string | null): Exception | null =>
  person !== null && barred.includes(person) ? (exceptions.find((row) => row.person === person && isUnused(row)) ?? null) : null;

/** Whether the command is the step of the exception. */
export const isExcepted = ({ step }: Exception, { urgentStep }: { readonly urgentStep?: UrgentStep }): boolean => urgentStep === step;

/** Persons who see nothing of the case: everyone with a conflict of interest except one whose exception is unused. */
export const shutOut = (state: Pick<ExistingCase, 'conflict'>): readonly string[] =>
  state.conflict.exceptions.length === 0 ? state.conflict.barred : state.conflict.barred.filter((person) => exceptionOf(state, person) === null);
