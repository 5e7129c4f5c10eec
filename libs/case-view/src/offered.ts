import type { ExistingCase } from '#domain/case/case';
import type { AnyCaseCommand, Offer } from '#domain/case/case-command';
import { publicCommands } from '#domain/case/commands/index';
import { commandNamed, type PublicCommand } from '#domain/case/commands.schema';
import { holdsFor } from '#domain/case/conditions';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { processOf } from '#domain/case/processes/index';
import { isExcepted, isUnused } from '#domain/case/seconds';
import { type Lack, placeOf } from '#domain/errors';

type Name = PublicCommand['type'];

/** The commands about notification and outcome, which stand on the page of the decision, where what it stands on is shown. */
export const decisionCommands: readonly Name[] = publicCommands.filter((command: AnyCaseCommand) => command.onDecisionPage === true).map(({ name }) => name);

/** Has the case a decision on notification of its own, and so a page for it? */
export const hasDecisionPage = (state: ExistingCase): boolean => holdsFor(['decides'], state);

/** Of the commands that policy leaves to this person: those offered now, the ones that mend a lack first. */
export function offeredTo(state: ExistingCase, allowed: readonly Name[]): readonly Name[] {
  // One with a conflict of interest who is let take a single step gets that form, in whatever stage the case is.
  if (isExceptedAlone(state, allowed)) return allowed;
  const fitting = publicCommands.filter((command: AnyCaseCommand) => (command.offered ?? []).some((offer) => isOfferedIn(offer, state)));
  const names = state.stage === 'cancelled' ? [] : [...new Set<Name>([...mending(state), ...fitting.map(({ name }) => name)])];
  return names.filter((name) => allowed.includes(name) && (state.stage !== 'closed' || commandNamed[name].afterEnd === true));
}

/** Whether stage and situation of the case are those of the offer. */
export const isOfferedIn = ({ stages, when }: Offer, state: ExistingCase): boolean =>
  (stages === 'any' || stages.some((stage) => stage === state.stage)) && holdsFor(when, state);

const isExceptedAlone = ({ conflict: { exceptions } }: ExistingCase, [only, ...others]: readonly Name[]): boolean =>
  only !== undefined && others.length === 0 && exceptions.some((row) => isUnused(row) && isExcepted(row, commandNamed[only]));

/** The commands that mend what is missing: a case opened again may lack what another stage asked for. */
const mending = (state: ExistingCase): readonly Name[] => lacksToAdvance(state, processOf(state.desc.process)).map(commandOf);

/** The command that a lack names: `Command.field`. */
export const commandOf = (lack: Pick<Lack, 'field'>): Name => (placeOf(lack).command ?? lack.field) as Name;
