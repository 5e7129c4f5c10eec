import { type Lack, refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import type { CaseState, ExistingCase } from '../case.js';
import type { Decision } from '../case-command.js';
import { type CaseCommand, type CommandType, commandNamed } from '../commands.schema.js';
import { may } from '../policy.js';
import { conflictUnanswered } from '../processes/gates.js';
import { processOf } from '../processes/index.js';
import type { Process } from '../processes/process.js';
import { beyondTheWall, unseenCases } from '../wall.js';
import { lacksOfCodes } from './codes-of-day.js';
import type { Context } from './context.js';
import { followed } from './follow.js';
import * as seconds from './seconds.js';
import { mustStand } from './standing.js';
import { type Act, mustLetNothingSlip } from './statutory-rule.js';

export type { Decision } from '../case-command.js';

const AGAIN = 'Beslutet tas bara emot från den som nyligen har loggat in. Inget är sparat. Logga in igen, eller använd en nyckel som nyss är utfärdad.';

/**
 * The one decision: what a command makes of a case and which cases are born of it, or why not. Pure; no events means that nothing needed
 * to change. The numbers of what is born are the store's, which puts them in by `withNumber`.
 * @throws Refusal with everything that is missing, in Swedish.
 */
export function decide(command: CaseCommand, state: CaseState, context: Context): Decision {
  if (!state.exists) refuse('notFound');
  const process = processOf(state.desc.process);
  may(context.actor, command, state, process, context.organisation, context.today);
  mustStand(command.type, state, process, context);
  if (context.actor.loggedInLongAgo && commandNamed[command.type].asksLogInAgain?.(process)) refuse('logInAgain', [], AGAIN);
  const unseen = unseenCases(command, context);
  if (unseen.length > 0) refuse('unknownReference', unseen);
  const decision = new Lacking(command.type)
    .add(beyondTheWall(command, state, context), 'outOfReach')
    .add(lacksOfCodes(commandNamed[command.type], command, state, context.today))
    .with(() => decided(command, state, process, context), [lackOfAnswer(command, state, process, context)]);
  mustLetNothingSlip(actOf(confirmed(command, state) ?? command), state, decision.events, context);
  mustLetNothingSlip(actOf(command), state, seconds.effectAsked(decision.events, state), context);
  return decision;
}

/** The command as the rule of statutory duties reads it. */
function actOf(command: { readonly type: CommandType }): Act {
  const { endsDuties, endsEarly } = commandNamed[command.type];
  return { ...command, ...(endsDuties && { endsDuties }), ...(endsEarly && { endsEarly }) };
}

/** What another has asked for, where the command lets it take effect. */
function confirmed(command: CaseCommand, { seconds: all }: ExistingCase): { readonly type: CommandType } | null {
  if (!commandNamed[command.type].confirms || !('request' in command)) return null;
  const asked = all.find(({ request }) => request === command.request);
  const asking = Object.values(commandNamed).find(({ asksFor }) => asked !== undefined && asksFor?.includes(asked.of));
  return asking === undefined ? null : { type: asking.name as CommandType };
}

/** What a command makes before the one rule is asked: for the test of that rule alone. */
export function decided(command: CaseCommand, state: ExistingCase, process: Process, context: Context): Decision {
  const made = commandNamed[command.type].decide(state, command as never, context, process);
  if ('born' in made) return made;
  const events = seconds.withExceptionUsed(state, made, commandNamed[command.type], context);
  return { events: followed(state, events, process, context), born: [] };
}

/** What keeps the actor from this command as long as the question of conflict is not answered; null for what decides nothing. */
function lackOfAnswer(command: CaseCommand, state: ExistingCase, process: Process, { actor }: Context): Lack | null {
  const { decidesMatter } = commandNamed[command.type];
  const decides = typeof decidesMatter === 'function' ? decidesMatter(command as never) : decidesMatter === true;
  return decides ? conflictUnanswered(state, actor.person, process) : null;
}
