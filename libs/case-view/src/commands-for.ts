import type { ExistingCase } from '#domain/case/case';
import { type CaseCommand, commandNamed, commandSchemas } from '#domain/case/commands.schema';
import { mustStand } from '#domain/case/decide/standing';
import { may } from '#domain/case/policy';
import { processOf } from '#domain/case/processes/index';
import { Refusal } from '#domain/errors';
import type { Actor } from '#domain/org/actor';
import type { Organisation } from '#domain/org/units';

type PublicType = keyof typeof commandSchemas;

/** Does policy leave this command to this person in this case? Also one that has a page of its own and is on no route for commands. */
export function isLeftTo(actor: Actor, command: object, state: ExistingCase, organisation: Organisation, today: string): boolean {
  try {
    may(actor, command as CaseCommand, state, processOf(state.desc.process), organisation, today);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** The commands that policy leaves to this person in this case. What the situation lacks for them is another question. */
export function commandsFor(actor: Actor, state: ExistingCase, organisation: Organisation, today: string): readonly PublicType[] {
  const process = processOf(state.desc.process);
  const lets = (command: object): boolean => isLeftTo(actor, command, state, organisation, today);
  return (Object.keys(commandSchemas) as PublicType[]).filter((type) => {
    const { leadsTo } = commandNamed[type];
    return leadsTo === undefined ? lets({ type }) : leadsTo(process, state).some((to) => lets({ type, to }));
  });
}

/** Those of them that stage and person let through today, whatever they hold: what `may` of the case tells. */
export function commandsNow(actor: Actor, state: ExistingCase, organisation: Organisation, today: string): readonly PublicType[] {
  const process = processOf(state.desc.process);
  return commandsFor(actor, state, organisation, today).filter((type) => {
    try {
      mustStand(type, state, process, { actor, organisation, today });
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  });
}
