import type { Role } from '../../codes/roles.js';
import { type Lack, refuse } from '../../errors.js';
import { decidersOf } from '../../org/settings.js';
import { type Duty, type ExistingCase, isOpen } from '../case.js';
import type { AnyCaseCommand } from '../case-command.js';
import { hasInvestigated } from '../conflict.js';
import type { NewCaseEvent } from '../events.schema.js';
import { openAgainFirst } from '../processes/ending-gates.js';
import { conflictUnanswered } from '../processes/gates.js';
import { processOf } from '../processes/index.js';
import { hasMovedOn } from '../processes/investigation-gates.js';
import { isOfOtherWay } from '../processes/other-ways.js';
import { type Answerable, demanded, type Obligation, patientHindered } from '../processes/statutory.js';
import { isStatutory, keyOf, openByLaw } from '../processes/statutory-duties.js';
import { becameCare } from '../processes/suspicions.js';
import { ivoDecidersOf } from '../processes/who.js';
import { isOneOf, rolesIn } from '../roles-in.js';
import { chiefs } from '../who.js';
import type { Context } from './context.js';
import { foldNew } from './foresee.js';

/**
 * The one rule over all commands: a duty that the law lays on the municipality ends only by being met, or by a decision of one whom the
 * law or a delegation names, with reasons. It looks at the case before and after, not at the command's own table, so it holds for every
 * process version and for commands that are yet to be written.
 */

/** The command as far as the rule reads it: its name, what its definition says of it, and the words that it gives as reasons. */
export interface Act extends Pick<AnyCaseCommand, 'endsDuties' | 'endsEarly'> {
  readonly type: string;
  readonly reasons?: unknown;
  readonly text?: unknown;
  readonly to?: unknown;
}

const quality: Readonly<Record<Answerable, readonly Role[]>> = {
  irregularity: ['sas', 'lexSarahUtredare'],
  care: ['mas', 'mar', 'verksamhetschefHsl'],
  complaint: [...chiefs, 'sas', 'mas', 'verksamhetschefHsl'],
};

/** @throws Refusal `statutoryDutyOpen`, naming the case or the step that must come first, and its law */
export function mustLetNothingSlip(act: Act, before: ExistingCase, events: readonly NewCaseEvent[], context: Context): void {
  const lacks = lacksByLaw(act, before, events, context);
  if (lacks.length > 0) refuse('statutoryDutyOpen', lacks);
}

/** Everything that the act would let slip, and what must come first; none where it may be done. */
export function lacksByLaw(act: Act, before: ExistingCase, events: readonly NewCaseEvent[], context: Context): readonly Lack[] {
  if (events.length === 0) return [];
  const after = foldNew(before, events, context.now);
  if (isOpen(before)) return distinct(slipped(before, after).flatMap((obligation) => lacksOf(obligation, act, before, after, context)));
  return isOpen(after) ? [] : arisenIn(before, after);
}

/** What must be met before the case ends in its ordinary way: shown on its last stage, and refused with. */
export const owedAtEnd = (state: ExistingCase): readonly Lack[] => [
  ...demandedToDo(state).map(({ lack }) => lack),
  ...openByLaw(state)
    .filter(({ duty }) => isLeft(duty, state))
    .map(({ lack }) => lack),
];

const demandedToDo = (state: ExistingCase): readonly Obligation[] => demanded(state).filter(({ isAnswer }) => !isAnswer);

/** A closed case that is mended so that the law demands something of it again is opened first. */
function arisenIn(before: ExistingCase, after: ExistingCase): readonly Lack[] {
  const known = demandedToDo(before).map(({ key }) => key);
  const come = demandedToDo(after).filter(({ key }) => !known.includes(key));
  return come.length === 0 ? [] : [openAgainFirst, ...come.map(({ lack }) => lack)];
}

/** What has ended without being met: left behind in a case that ends, or no longer seen in the facts. */
function slipped(before: ExistingCase, after: ExistingCase): readonly Obligation[] {
  const ends = !isOpen(after);
  const owed = demanded(after);
  const still = new Set(owed.map(({ key }) => key));
  const gone = demanded(before).filter((one) => !still.has(one.key) && !one.met(after));
  return [...gone, ...(ends ? owed.filter(({ isAnswer }) => !isAnswer) : []), ...openByLaw(before).filter(({ duty }) => endedUnmet(duty, after))];
}

function endedUnmet(duty: Duty, after: ExistingCase): boolean {
  const now = after.duties.find(({ id }) => id === duty.id)?.closed;
  if (now == null) return !isOpen(after);
  const one = openByLaw({ ...after, duties: [duty] })[0];
  return now.as === 'met' ? one?.met(after) === false : isLeft(duty, after);
}

/** Has nothing taken its place, and no lawful hinder been stated? */
function isLeft(duty: Duty, after: ExistingCase): boolean {
  // The rule that takes its place goes on, or the case that it became carries it.
  if (after.duties.some((other) => other.id !== duty.id && other.closed === null && isStatutory(other) && keyOf(other) === keyOf(duty))) return false;
  if (hasMovedOn(after) && duty.rule !== 'HSL-KLAG-SVAR' && !isOfOtherWay(duty.rule)) return false;
  if (duty.rule === 'LM-PATIENTINFO') return patientHindered(after) === null && !becameCare(after);
  if (duty.rule === 'HSL-KLAG-SVAR') return !after.contact.feedback.some((row) => row.what === 'answer' && row.to === 'complainant');
  return true;
}

/** What stands in the way of ending it by this act; none where the act is a decision by the one whose it is. */
function lacksOf(one: Obligation, act: Act, before: ExistingCase, after: ExistingCase, context: Context): readonly Lack[] {
  if (one.key === 'triage' && !isOpen(after)) return [one.lack];
  if (isHandedOver(one, act, before) || isAnsweredNo(one, after, act)) return [];
  // Never a complaint at all: a chief has stood behind it (decide/endings).
  if (act.endsEarly === 'cancelled' && one.of === 'complaint' && !isOfOtherWay(one.key.split('/')[0] ?? '')) return [];
  if (act.endsDuties !== true || !mayEnd(one, before, context)) return [one.lack];
  const words = act.reasons ?? act.text;
  return [
    ...(typeof words === 'string' && words.trim() !== '' ? [] : [{ field: `${act.type}.reasons`, text: 'Skriv skälen' }]),
    ...[conflictUnanswered(before, context.actor.person, processOf(before.desc.process))].filter((lack) => lack !== null),
  ];
}

/** Has the actor the decision? What is grave is decided by the one to whom it is delegated, who has not investigated it. */
function mayEnd({ of, grave }: Obligation, state: ExistingCase, { actor, organisation, today }: Context): boolean {
  if (actor.person === null) return false;
  const held = rolesIn(actor, state, organisation, today);
  const kind = of === 'care' ? 'lexMaria' : 'lexSarah';
  const ownDeciders = state.desc.kind === kind ? ivoDecidersOf(processOf(state.desc.process)) : [];
  const isDecider = decidersOf(organisation.settings, kind).some((role) => held.includes(role)) || isOneOf(ownDeciders, actor, state, organisation, today);
  if (grave) return isDecider && !hasInvestigated(state, actor.person);
  return isDecider || quality[of].some((role) => held.includes(role));
}

/** May the actor end every duty that the law has in the case, by decision? */
export const mayEndAll = (state: ExistingCase, context: Context): boolean =>
  [...demanded(state), ...openByLaw(state)].every((one) => mayEnd(one, state, context));

/** Those who answer a complaint of care: a complaint that is theirs is handed over to them, and the one who complained told (PSL 3 kap. 8 e §). */
const careGivers: ReadonlySet<unknown> = new Set(['region', 'otherCareProvider', 'privateProvider', 'otherMunicipality']);

function isHandedOver(one: Obligation, act: Act, before: ExistingCase): boolean {
  if (act.endsEarly !== 'handedOver' || before.desc.kind !== 'complaint') return false;
  return one.key.startsWith('RAPPORTER-UTRED/') || (one.key.startsWith('HSL-KLAG-SVAR/') && careGivers.has(act.to));
}

/** Judged at the first assessment not to be a vårdskada: PSL 3 kap. 3 § then asks for no investigation, and the case may end. */
const isAnsweredNo = (one: Obligation, after: ExistingCase, act: Act): boolean =>
  one.key.startsWith('HSL-UTRED/') && after.desc.kind === 'deviation' && after.assessment.triage?.careInjury === 'no' && act.endsEarly !== undefined;

const distinct = (lacks: readonly Lack[]): readonly Lack[] =>
  lacks.filter((lack, n) => lacks.findIndex(({ field, text }) => field === lack.field && text === lack.text) === n);
