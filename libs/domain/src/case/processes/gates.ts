import { type Lack, lack } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import { authoritiesAnswered, ownNotificationsSent } from './authorities.js';
import { doneWithIvo, nothingToNotify } from './decision-gates.js';
import type { Applies, Gate, NotApplicableReason, Process } from './process.js';

/*
 * The conditions of the moves, one named function each. A gate says what is missing to the person who
 * must supply it, and names the field of the command that does so (`Command.field`).
 */

/** Whether the one who spoke up can be reached in any way. A code is a way (docs/contract.md#reporting-a-case). */
export const hasWayBack = (state: ExistingCase): boolean => state.desc.answerBy !== null && state.desc.answerBy !== 'none';
/** Patients and their relatives are answered under PSL 3 kap. 8 b §; everybody else under the local rule. The sender behind IVO counts. */
export const isPatientComplaint = (state: ExistingCase): boolean => {
  const from = state.desc.source === 'viaIvo' ? state.desc.senderBehind : state.desc.source;
  return (state.desc.lawAreas ?? []).includes('HSL') && (from === 'serviceUserOrGuardian' || from === 'relative');
};
export const isPraise = (state: ExistingCase): boolean => state.desc.opinionType === 'praise';

/** While an effect waits for its day, that day is the deadline; otherwise an action of half a year would be reported late after three months (AC-41). */
export const noEffectWaits = (state: ExistingCase): boolean => !state.duties.some((duty) => duty.rule === 'LOK-ATGARD-EFFEKT' && duty.closed === null);

const feedbackTo = (state: ExistingCase, what: string): boolean => state.contact.feedback.some((f) => f.what === what && f.to === 'complainant');

/** At least one category, where it is a complaint (docs/law/complaints.md#steps; R-033). */
export const categorised: Gate = (state) =>
  lack(isPraise(state) || (state.desc.categories?.length ?? 0) > 0, 'ClassifyCase.categories', 'Välj minst en kategori');
/** Category "annat" says what. */
export const otherExplained: Gate = (state) =>
  lack(!(state.desc.categories ?? []).includes('other') || state.desc.categoryOther !== null, 'ClassifyCase.categoryOther', 'Ange vad ”Annat” är');
export const lawStated: Gate = (state) => lack((state.desc.lawAreas?.length ?? 0) > 0, 'ClassifyCase.lawAreas', 'Ange vilken lag saken gäller');
export const unitStated: Gate = (state) => lack(state.desc.unit !== null, 'MoveToUnit.unit', 'Ange vilken enhet saken gäller');
/** The two questions: could it be a missförhållande, could it be a vårdskada? */
export const triaged: Gate = (state) => lack(state.assessment.triage !== null, 'AnswerTriage', 'Svara på frågorna om missförhållande och vårdskada');
/** "Allvarligt eller påtaglig risk för allvarligt?" is asked at receipt, so that a notification need not wait (docs/law/lex-sarah.md#first-assessment). */
export const seriousnessAnswered: Gate = (state) =>
  lack(state.assessment.triage?.serious != null, 'AnswerTriage.serious', 'Svara på om det är allvarligt eller en påtaglig risk för något allvarligt');
/** Asked before anybody but the decider says that it was nothing. */
export const seriousnessAnsweredFirst: Gate = (state) =>
  lack(state.assessment.triage?.serious != null, 'AnswerTriage.serious', 'Svara först på om det är allvarligt eller en påtaglig risk för något allvarligt');
export const assigned: Gate = (state) => lack(state.handler !== null, 'AssignCase.person', 'Utse vem som handlägger');
/** The handler has said that no conflict of interest exists (KL 6 kap. 28–30 §§). */
export const conflictAnswered: Gate = (state) =>
  lack(state.handler !== null && state.conflict.free.includes(state.handler.person), 'AnswerConflict.answer', 'Handläggaren ska svara på frågan om jäv');
/** Whoever decides has said first whether they have a conflict of interest (KL 6 kap. 28–30 §§); null where that is done. */
export const conflictUnanswered = (state: ExistingCase, person: string | null, { provider }: Pick<Process, 'provider'>): Lack | null =>
  lack(
    person !== null && state.conflict.free.includes(person),
    'AnswerConflict.answer',
    provider === true
      ? 'Du som beslutar ska svara på om saken gäller dig själv eller någon närstående'
      : 'Du som beslutar ska svara på frågan om jäv (KL 6 kap. 28–30 §§)',
  );
export const confirmed: Gate = (state) =>
  lack(
    !state.duties.some((duty) => duty.rule === 'LOK-KLAG-BEKRAFTA' && duty.closed === null),
    'GiveFeedback.what',
    'Bekräfta för den som hörde av sig att ärendet är mottaget, eller ange varför det inte går',
  );
export const factsHeard: Gate = (state) =>
  lack(
    state.investigation.entries.some((entry) => entry.nature === 'fact' && !entry.replaced),
    'MakeEntry.text',
    'För in minst en faktauppgift i utredningen',
  );
/** At least one cause, or an express "ingen brist" (docs/law/complaints.md#steps). */
export const causeOrNoDeficiency: Gate = (state) =>
  lack(
    state.investigation.completed?.noDeficiency === true || state.investigation.causes.some((cause) => !cause.withdrawn),
    'FindCause',
    'Ange minst en orsak, eller att ingen brist har funnits',
  );
export const investigated: Gate = (state) => lack(state.investigation.completed !== null, 'CompleteInvestigation', 'Markera att utredningen är klar');
export const outcomeDecided: Gate = (state) =>
  lack(state.assessment.outcome?.complaintOutcome != null, 'DecideOutcome.complaintOutcome', 'Bedöm om det fanns en brist');
/** An action, or a reason why none is needed. In a case opened again, what was done the last time is no answer. */
export const actionOrReason: Gate = (state) =>
  lack(
    state.assessment.outcome?.complaintOutcome === 'none' ||
      state.remedy.noAction.some((decided) => decided.round === state.progress.reopenings.length) ||
      state.remedy.actions.some((action) => action.status !== 'dropped' && (action.round === state.progress.reopenings.length || action.effect === null)),
    'PlanAction',
    'Planera en åtgärd, eller motivera varför ingen behövs',
  );
export const ivoPositionTaken: Gate = (state) => lack(state.ivo !== null, 'DecideIvo.notify', 'Ta ställning till om saken kan behöva anmälas till IVO');
/** The one who complained has the answer, or it is said why not (R-201, AC-04). */
export const answered: Gate = (state) =>
  lack(feedbackTo(state, 'answer'), 'GiveFeedback.what', 'Lämna svar till den som klagade, eller ange varför det inte går');
/** No question of the first assessment is left at unsure when the outcome is decided (docs/law/complaints.md#the-two-questions). */
export const suspicionSettled: Gate = (state) =>
  lack(
    state.assessment.triage === null || (state.assessment.triage.irregularity !== 'unsure' && state.assessment.triage.careInjury !== 'unsure'),
    'AnswerTriage',
    'Svara ja eller nej på om det kan vara ett missförhållande eller en vårdskada',
  );
/** What may be a missförhållande, a vårdskada or a danger is investigated, never closed at once (docs/law/complaints.md#the-two-questions). */
export const nothingGraver: Gate = (state) =>
  lack(
    state.assessment.triage === null ||
      (state.assessment.triage.irregularity === 'no' && state.assessment.triage.careInjury === 'no' && state.assessment.triage.danger === 'no'),
    'AnswerTriage',
    'Åtgärdat direkt går bara när det inte kan vara ett missförhållande, en vårdskada eller en fara. Utred ärendet',
  );
/** The first assessment said no to both questions, so that nothing here may have to be notified. */
export const noSuspicion: Applies = ({ assessment: { triage } }) => triage !== null && triage.irregularity === 'no' && triage.careInjury === 'no';
/** Every action that was carried out has its effect judged; one that was dropped has a reason (R-071, AC-41). */
export const effectsJudged: Gate = (state) =>
  lack(
    state.remedy.actions.every((action) => action.status === 'dropped' || action.effect !== null),
    'JudgeEffect.effect',
    'Bedöm om åtgärderna har haft effekt',
  );
/** An action that did not help is followed by another, or by reasons why no more is done (AC-41). */
export const replacedWhereNoEffect: Gate = (state) => {
  const answeredAfter = (at: string) =>
    state.remedy.actions.some((action) => action.status !== 'dropped' && action.decidedAt >= at && action.effect?.effect !== 'no') ||
    state.remedy.noAction.some((decided) => decided.at >= at);
  return lack(
    state.remedy.actions.every((action) => action.status === 'dropped' || action.effect?.effect !== 'no' || answeredAfter(action.effect.at)),
    'PlanAction',
    'Åtgärden hjälpte inte. Planera en ny, eller motivera varför inget mer görs',
  );
};

/** The reason for passing a stage must be true of the case: its condition, beside the reason. */
export const reasonHolds: { readonly [R in NotApplicableReason]?: Gate } = {
  noActions: (state) => authoritiesAnswered(state) ?? ownNotificationsSent(state) ?? effectsJudged(state) ?? doneWithIvo(state),
  elsewhere: nothingToNotify,
  noGround: (state) =>
    nothingToNotify(state) ??
    lack(
      state.assessment.triage === null || (state.assessment.triage.irregularity !== 'yes' && state.assessment.triage.careInjury !== 'yes'),
      'DecideIvo.notify',
      'Den första bedömningen säger att det kan vara ett missförhållande eller en vårdskada. Ta ställning till IVO med skäl',
    ),
};
