import type { ExistingCase } from '#domain/case/case';
import type { AnyCaseCommand } from '#domain/case/case-command';
import { publicCommands } from '#domain/case/commands/index';
import { commandNamed, type PublicCommand } from '#domain/case/commands.schema';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { conflictUnanswered } from '#domain/case/processes/gates';
import { processOf } from '#domain/case/processes/index';
import { type Process, type StageRow, stageAfter, stageRow, takersOf, type WorkStage } from '#domain/case/processes/process';
import type { Lack } from '#domain/errors';
import { stepCommand } from './next-step.js';
import { commandOf, decisionCommands, hasDecisionPage, isOfferedIn } from './offered.js';

type Name = PublicCommand['type'];

/** One command of the form of the step: what is missing that it supplies; empty for the question of conflict, which whoever decides answers first. */
export interface StepPart {
  readonly command: Name;
  readonly lacks: readonly Lack[];
}

/** A stage that the form goes through: the commands that supply what is missing in it, and the stage after it. */
export interface StepLeg {
  readonly parts: readonly StepPart[];
  readonly to: WorkStage | 'closed';
}

export interface StepForm {
  readonly legs: readonly StepLeg[];
  /** The button that takes the case on, Swedish imperative. */
  readonly text: string;
}

/**
 * What keeps the case from its next stage, as one form: each part is a command that this person may give and that supplies something missing. A
 * stage that joins the one before (`joins`) is asked about in the same form. Null where there is nothing that this person can supply here.
 * @param allowed the commands that policy leaves to this person
 * @param person the id of the one who fills it in
 */
export function stepForm(state: ExistingCase, allowed: readonly Name[], person: string | null): StepForm | null {
  if (state.stage === 'closed' || state.stage === 'cancelled' || !allowed.includes(stepCommand)) return null;
  const process = processOf(state.desc.process);
  const first = stageRow(process, state.stage);
  const rows = [first, ...joining(first, state, process)];
  const fits = (name: Name) => allowed.includes(name) && isPart(name, state);
  const legs = rows.map((row, n) => ({
    to: stageAfter(process, row.stage),
    parts: partsOf(n === 0 ? lacksToAdvance(state, process) : lacksOf(row, state), state, person).filter(({ command }) => fits(command)),
  }));
  if (legs.every(({ parts }) => parts.length === 0)) return null;
  return { legs: withConflictAsked(withAlsoAsked(legs, state, allowed), state, process, person, allowed), text: (rows.at(-1) ?? first).next };
}

/** The stages after it that are asked about together with it: those whose takers are the same, since one person sends the form. */
function joining(row: StageRow, state: ExistingCase, process: Process): readonly StageRow[] {
  const after = stageAfter(process, row.stage);
  if (after === 'closed') return [];
  const next = stageRow(process, after);
  const same = takersOf(row, state).every((by) => takersOf(next, state).includes(by));
  return next.joins?.(state) === true && same ? [next, ...joining(next, state, process)] : [];
}

const lacksOf = (row: StageRow, state: ExistingCase): readonly Lack[] => row.needs.map((gate) => gate(state)).filter((lack) => lack !== null);

/** Whether a command may be a part of the form: one that makes a case or moves it, and those on the page of the decision, have their forms elsewhere. */
export const isPart = (name: Name, state: ExistingCase): boolean => !definitionOf(name).alone && !(hasDecisionPage(state) && decisionCommands.includes(name));

/** The commands that the lacks name: the question of conflict first (KL 6 kap. 28–30 §§), then who handles it, then in the order of the process. */
function partsOf(lacks: readonly Lack[], state: ExistingCase, person: string | null): readonly StepPart[] {
  const names = [...new Set(lacks.map(commandOf))].filter((name) => !definitionOf(name).byHandler || isAskedOf(person, state));
  const place = (name: Name): number => definitionOf(name).inStep ?? 10;
  return names.sort((a, b) => place(a) - place(b)).map((command) => ({ command, lacks: lacks.filter((lack) => commandOf(lack) === command) }));
}

const definitionOf = (name: Name): AnyCaseCommand => commandNamed[name];

/** What may be filled in beside what is missing, last in the first stage. */
function withAlsoAsked([first, ...rest]: readonly StepLeg[], state: ExistingCase, allowed: readonly Name[]): readonly StepLeg[] {
  if (first === undefined) return [];
  const also = publicCommands.filter(
    ({ name, alsoInStep }: AnyCaseCommand) => alsoInStep !== undefined && isOfferedIn(alsoInStep, state) && allowed.includes(name as Name),
  );
  return [{ ...first, parts: [...first.parts, ...also.map(({ name }) => ({ command: name, lacks: [] }))] }, ...rest];
}

/** It is the handler's to answer, or theirs who becomes the handler by the same form. */
const isAskedOf = (person: string | null, { handler }: ExistingCase): boolean => handler === null || handler.person === person;

/** Whoever decides something in the matter is asked about conflict first, where they have not answered. */
function withConflictAsked(
  legs: readonly StepLeg[],
  state: ExistingCase,
  process: Process,
  person: string | null,
  allowed: readonly Name[],
): readonly StepLeg[] {
  const names = legs.flatMap(({ parts }) => parts.map(({ command }) => command));
  const lack = names.some((name) => definitionOf(name).decidesMatter !== undefined) ? conflictUnanswered(state, person, process) : null;
  const [first, ...rest] = legs;
  if (lack === null || first === undefined) return legs;
  const asked = commandOf(lack);
  if (names.includes(asked) || !allowed.includes(asked)) return legs;
  return [{ ...first, parts: [{ command: asked, lacks: [] }, ...first.parts] }, ...rest];
}
