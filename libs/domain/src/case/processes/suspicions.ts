import { isIrregularInItself } from '../../codes/deviation-types.js';
import { shallBeNotified } from '../../law/notifiable.js';
import type { ExistingCase } from '../case.js';
import { natureOf } from './conversions.js';
import { becameA, hasMovedOn, isCare, isSocial } from './investigation-gates.js';
import type { Gate } from './process.js';

/*
 * What a case is suspected to be by its first assessment and its outcome: a missförhållande, a vårdskada, something serious, a danger. Which of
 * the suspicions have been answered is read from the facts alone.
 */

export const said = (answer: string | null | undefined): boolean => answer === 'yes' || answer === 'unsure';
export const mayBecome = ({ desc }: ExistingCase): boolean => desc.kind === 'complaint' || desc.kind === 'deviation';
export const isMirror = ({ desc }: ExistingCase): boolean => /^lexSarahMirror@/.test(desc.process);
/**
 * The same event is judged under that side of the law in a case of its own: reported together with this one, or made of it. What was made
 * of it counts by its own law, since this case's law may have been corrected since.
 */
const hasSibling = (state: ExistingCase, side: 'social' | 'care'): boolean =>
  state.lineage.link === 'sibling' ||
  state.lineage.siblings.length > 0 ||
  state.lineage.convertedTo.some((child) => child.link === 'sibling' && isOnSide(child, side));
const isOnSide = ({ to, lawAreas }: ExistingCase['lineage']['convertedTo'][number], side: 'social' | 'care'): boolean => {
  const nature = natureOf(to, lawAreas);
  return nature === side || nature === (side === 'social' ? 'lexSarah' : 'lexMaria');
};
export const becameCare = (state: ExistingCase): boolean =>
  becameA(state, 'lexMaria') || state.lineage.convertedTo.some((child) => natureOf(child.to, child.lawAreas) === 'care');

/** "Kan det vara ett missförhållande?" answered yes or unsure, and no lex Sarah has been made (SoL 27 kap. 5 §, LSS 24 e §). */
export function owesLexSarah(state: ExistingCase): boolean {
  if (!mayBecome(state) || !said(state.assessment.triage?.irregularity) || becameA(state, 'lexSarah')) return false;
  return state.desc.kind === 'complaint' || isSocial(state) || !isCare(state) || !hasSibling(state, 'social');
}

/** "Kan det vara en vårdskada?" answered yes or unsure in a case that is not one of care, and no such case has been made (PSL 3 kap. 3 §). */
export function owesCareCase(state: ExistingCase): boolean {
  if (!mayBecome(state) || !said(state.assessment.triage?.careInjury) || becameCare(state)) return false;
  return state.desc.kind === 'complaint' || (!isCare(state) && !hasSibling(state, 'care'));
}

/**
 * A suspicion that asks for no case of its own, since this is one or a sibling case is: it is put down by those who answer for it alone, with
 * reasons, also after the investigation (SoL 27 kap. 5 §, PSL 3 kap. 3 §). What is to be done about it is asked by the rows above.
 */
export const suspectsIrregularity = (state: ExistingCase): boolean =>
  mayBecome(state) && said(state.assessment.triage?.irregularity) && !becameA(state, 'lexSarah') && !owesLexSarah(state) && !hasMovedOn(state);
export const suspectsCareInjury = (state: ExistingCase): boolean =>
  mayBecome(state) && said(state.assessment.triage?.careInjury) && !becameCare(state) && !owesCareCase(state) && !hasMovedOn(state);

/** An outcome that shall be notified is notified as a lex Maria of its own (PSL 3 kap. 5 §). */
export const owesLexMaria = (state: ExistingCase): boolean =>
  state.desc.kind === 'deviation' && shallBeNotified(state.assessment.outcome) && !becameA(state, 'lexMaria');

/** Nobody has assessed yet whether it is a missförhållande, though the report or the type says that it may be. */
export const owesTriage = (state: ExistingCase): boolean =>
  state.desc.kind === 'deviation' &&
  state.assessment.triage === null &&
  ((state.lineage.origin === null && state.receipt.reportedAs === 'lexSarah') || isIrregularInItself(state.desc.deviationType));

/**
 * Assessed as serious or perhaps so, and not yet judged lower by the decider, notified, or made into the case that it may be. A missförhållande
 * and a vårdskada are judged by different deciders: where both are suspected, both are in question.
 */
export const isGraveIrregularity = (state: ExistingCase): boolean =>
  mayBeGrave(state) && (state.desc.kind === 'lexSarah' ? isGraveLex(state) : said(state.assessment.triage?.serious) && isSuspected(state, 'irregularity'));
export const isGraveCare = (state: ExistingCase): boolean =>
  mayBeGrave(state) &&
  (state.desc.kind === 'lexMaria'
    ? isGraveLex(state)
    : (said(state.assessment.triage?.serious) && isSuspected(state, 'careInjury')) ||
      owesLexMaria(state) ||
      (isCare(state) &&
        state.assessment.seriousAt !== null &&
        !becameA(state, 'lexMaria') &&
        (isSuspected(state, 'irregularity') || isSuspected(state, 'careInjury'))));
export const isGraveByLaw = (state: ExistingCase): boolean => isGraveIrregularity(state) || isGraveCare(state);

const mayBeGrave = (state: ExistingCase): boolean => !isMirror(state) && (state.assessment.outcome === null || shallBeNotified(state.assessment.outcome));
const isGraveLex = ({ assessment: { seriousAt, triage }, ivoTrack, ivo }: ExistingCase): boolean =>
  (seriousAt !== null || said(triage?.serious)) && ivoTrack.sent === null && ivo?.notify !== 'otherIsObliged';
const isSuspected = (state: ExistingCase, what: 'irregularity' | 'careInjury'): boolean =>
  mayBecome(state) && said(state.assessment.triage?.[what]) && !(what === 'irregularity' ? becameA(state, 'lexSarah') : becameCare(state));

/** Somebody may be in danger: what is done about it is recorded before the case goes on (SoL 27 kap. 5 §: avhjälpa genast). */
export const dangerMet: Gate = (state) =>
  !said(state.assessment.triage?.danger) || isRemedied(state)
    ? null
    : {
        field: 'PlanAction.horizon',
        text: 'Någon kan vara i fara. Skriv vad som görs genast: planera en omedelbar åtgärd, eller ändra svaret när faran är över',
      };
const isRemedied = (state: ExistingCase): boolean =>
  (state.desc.has ?? []).includes('immediateActions') ||
  state.investigation.entries.some((entry) => entry.point === 'measures' && !entry.replaced) ||
  state.remedy.actions.some((action) => action.horizon === 'immediate' && action.status !== 'dropped');
/** From when something is to be settled the same day: a suspicion or a danger at the first assessment, until it is raised or remedied. */
export function suspectedSince(state: ExistingCase): { readonly since: string; readonly metAt: string | null } | null {
  if (!said(state.assessment.triage?.irregularity) && !said(state.assessment.triage?.careInjury) && !said(state.assessment.triage?.danger)) return null;
  const since = state.assessment.triage?.at ?? state.desc.receivedAt;
  if (owesLexSarah(state) || owesCareCase(state) || dangerMet(state) !== null) return { since, metAt: null };
  return { since, metAt: state.lineage.convertedTo.at(-1)?.at ?? state.remedy.actions.at(-1)?.decidedAt ?? since };
}
