import type { AttestStatistics } from '../case/commands.schema.js';
import type { Role } from '../codes/roles.js';
import { type Lack, refuse } from '../errors.js';
import type { Actor } from '../org/actor.js';
import { rolesOver } from '../org/roles-over.js';
import type { Organisation } from '../org/units.js';

/** The chiefs over a unit answer for its statistics. */
const attesting: readonly Role[] = ['enhetschef', 'avdelningschef', 'verksamhetschef', 'socialchef'];

export const mayAttest = (actor: Actor, unit: string, organisation: Organisation, today: string): boolean =>
  rolesOver(actor, unit, organisation, today).some((role) => attesting.includes(role));

/** What is wrong with a period that is to be attested; `to` is exclusive. */
export const lacksOfPeriod = ({ from, to }: Pick<AttestStatistics, 'from' | 'to'>, today: string): readonly Lack[] => [
  ...(from < to ? [] : [{ field: 'to', text: 'Slutet ska ligga efter början (slutdagen räknas inte in)' }]),
  ...(to <= today ? [] : [{ field: 'to', text: 'En period kan intygas först när den är slut' }]),
];

/** Whether the actor may attest the statistics of a unit for a period that has ended. @throws Refusal notFound, notYours, badPeriod */
export function checkAttestation(
  command: AttestStatistics,
  { actor, organisation, today }: { readonly actor: Actor; readonly organisation: Organisation; readonly today: string },
): void {
  if (!organisation.isValidOn(command.unit, today) && !organisation.isValidOn(command.unit, command.from)) refuse('notFound');
  if (!mayAttest(actor, command.unit, organisation, today)) refuse('notYours');
  const lacks = lacksOfPeriod(command, today);
  if (lacks.length > 0) refuse('badPeriod', lacks);
}
