import type { AttestStatistics } from '../case/commands.schema.js';
import type { AttestationWithdrawal } from '../codes/attestation-withdrawals.js';
import type { Role } from '../codes/roles.js';
import { type Lack, refuse } from '../errors.js';
import { stockholmDate } from '../law/calendar.js';
import type { Actor } from '../org/actor.js';
import { rolesOver } from '../org/roles-over.js';
import type { Organisation } from '../org/units.js';
import { attestsAll, type UnitRegister } from './unit.js';

/** The chiefs over a unit answer for its statistics. */
const attesting: readonly Role[] = ['enhetschef', 'avdelningschef', 'verksamhetschef', 'socialchef'];

/** Those who wait for the statistics: they may remind, and attest nothing. */
const following: readonly Role[] = [...attesting, 'controller'];

export const mayAttest = (actor: Actor, unit: string, organisation: Organisation, today: string): boolean =>
  rolesOver(actor, unit, organisation, today).some((role) => attesting.includes(role));

export const mayRemind = (actor: Actor, unit: string, organisation: Organisation, today: string): boolean =>
  rolesOver(actor, unit, organisation, today).some((role) => following.includes(role));

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

/** Takes back an attestation in the unit's own register: from then on a zero of the period is not known again. */
export interface WithdrawAttestation {
  readonly unit: string;
  /** The key of the attestation, `a<version>`. */
  readonly attestation: string;
  readonly why: AttestationWithdrawal;
}

interface Asking {
  readonly actor: Actor;
  readonly organisation: Organisation;
  readonly today: string;
}

/** Whether the actor may take the attestation back: those who may attest the unit. @throws Refusal notYours, notFound, alreadyMet */
export function checkWithdrawal({ unit, attestation }: WithdrawAttestation, register: UnitRegister, { actor, organisation, today }: Asking): void {
  if (!mayAttest(actor, unit, organisation, today)) refuse('notYours');
  const made = register.attestations.find(({ key }) => key === attestation) ?? refuse('notFound');
  if (made.withdrawn !== null) refuse('alreadyMet', [], 'Intyget är redan återtaget.');
}

/** Tells the managers of these units by mail that they have not attested the period. `to` is exclusive. */
export interface RemindOfAttestation {
  readonly units: readonly string[];
  readonly from: string;
  readonly to: string;
}

/**
 * The units whose manager is to be reminded: those that have not attested the period, nor have those above them, and whose manager was not reminded of it the same
 * day. `registerOf` gives the register of a unit. @throws Refusal notYours, badPeriod, alreadyMet where none is left
 */
export function unitsToRemind(
  { units, ...period }: RemindOfAttestation,
  registerOf: (unit: string) => UnitRegister,
  { actor, organisation, today }: Asking,
): readonly string[] {
  if (!units.every((unit) => mayRemind(actor, unit, organisation, today))) refuse('notYours');
  const lacks = lacksOfPeriod(period, today);
  if (lacks.length > 0) refuse('badPeriod', lacks);
  const missing = units.filter((unit) => !attestsAll(attestingOf(unit, organisation, today).map(registerOf), period));
  const left = missing.filter((unit) => !isReminded(registerOf(unit), period, today));
  if (left.length > 0) return left;
  return refuse('alreadyMet', [], missing.length === 0 ? 'Alla har intygat perioden.' : 'Cheferna har redan påmints i dag. De kan påminnas igen i morgon.');
}

/** The units whose attestation counts for one: itself and those above it. */
export const attestingOf = (unit: string, organisation: Organisation, today: string): readonly string[] => [
  unit,
  ...organisation.ancestors(unit, today).map(({ code }) => code),
];

/** Whether the unit's manager has been reminded of the period on the day. */
export const isReminded = ({ reminders }: UnitRegister, { from, to }: { readonly from: string; readonly to: string }, today: string): boolean =>
  reminders.some((one) => one.from === from && one.to === to && stockholmDate(one.at) === today);
