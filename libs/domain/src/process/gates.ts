import type { ExistingCase } from '../case/case.js';
import type { Gate } from './process.js';

/*
 * The conditions of the moves, one named function each. A gate names what is missing in the words of the person who
 * must mend it, and the field of the command that does it (`Command.field`).
 */

const lack = (holds: boolean, field: string, text: string) => (holds ? null : { field, text });

/** Is there any way to reach the one who spoke up? A code is a way (contract.md). */
export const hasWayBack = (state: ExistingCase): boolean => state.desc.answerBy !== null && state.desc.answerBy !== 'none';
export const isPraise = (state: ExistingCase): boolean => state.desc.opinionType === 'praise';

const feedbackTo = (state: ExistingCase, what: string): boolean => state.feedback.some((f) => f.what === what && f.to === 'complainant');

/** At least one category, where it is a complaint (law-and-practice 8.1; R-033). */
export const categorised: Gate = (state) =>
  lack(isPraise(state) || (state.desc.categories?.length ?? 0) > 0, 'ClassifyCase.categories', 'Välj minst en kategori');
/** Category "annat" says what. */
export const otherExplained: Gate = (state) =>
  lack(!(state.desc.categories ?? []).includes('other') || state.desc.categoryOther !== null, 'ClassifyCase.categoryOther', 'Ange vad ”Annat” är');
export const lawStated: Gate = (state) =>
  lack((state.desc.lawAreas?.length ?? 0) > 0, 'ClassifyCase.lawAreas', 'Ange vilken lag saken gäller');
export const unitStated: Gate = (state) => lack(state.desc.unit !== null, 'MoveToUnit.unit', 'Ange vilken enhet saken gäller');
/** The two questions: could it be a missförhållande, could it be a vårdskada? */
export const triaged: Gate = (state) => lack(state.triage !== null, 'AnswerTriage', 'Svara på frågorna om missförhållande och vårdskada');
export const assigned: Gate = (state) => lack(state.handler !== null, 'AssignCase.person', 'Utse vem som handlägger');
/** The handler has said that no conflict of interest exists (KL 6 kap. 28–30 §§). */
export const conflictAnswered: Gate = (state) =>
  lack(state.handler !== null && state.conflictFree.includes(state.handler.person), 'AnswerConflict.answer', 'Handläggaren ska svara på frågan om jäv');
export const confirmed: Gate = (state) =>
  lack(
    !state.duties.some((duty) => duty.rule === 'LOK-KLAG-BEKRAFTA' && duty.closed === null),
    'GiveFeedback.confirmation',
    'Bekräfta för den som hörde av sig att ärendet är mottaget, eller ange varför det inte går',
  );
export const factsHeard: Gate = (state) =>
  lack(state.entries.some((entry) => entry.nature === 'fact' && !entry.replaced), 'MakeEntry.text', 'För in minst en faktauppgift i utredningen');
/** At least one cause, or an express "ingen brist" (law-and-practice 8.1). */
export const causeOrNoDeficiency: Gate = (state) =>
  lack(state.completed?.noDeficiency === true || state.causes.some((cause) => !cause.withdrawn), 'FindCause', 'Ange minst en orsak, eller att ingen brist har funnits');
export const investigated: Gate = (state) => lack(state.completed !== null, 'CompleteInvestigation', 'Markera att utredningen är klar');
export const outcomeDecided: Gate = (state) =>
  lack(state.outcome?.complaintOutcome != null, 'DecideOutcome.complaintOutcome', 'Bedöm om det fanns en brist');
/** An action, or a reason why none is needed. */
export const actionOrReason: Gate = (state) =>
  lack(
    state.outcome?.complaintOutcome === 'none' || state.noAction.length > 0 || state.actions.some((action) => action.status !== 'dropped'),
    'PlanAction',
    'Planera en åtgärd, eller motivera varför ingen behövs',
  );
export const ivoPositionTaken: Gate = (state) => lack(state.ivo !== null, 'DecideIvo.notify', 'Ta ställning till om saken kan behöva anmälas till IVO');
/** The one who complained has the answer, or it is said why not (R-201, AC-04). */
export const answered: Gate = (state) => lack(feedbackTo(state, 'answer'), 'GiveFeedback.answer', 'Lämna svar till den som klagade, eller ange varför det inte går');
/** Every action that was carried out has its effect judged; one that was dropped has a reason (R-071, AC-41). */
export const effectsJudged: Gate = (state) =>
  lack(
    state.actions.every((action) => action.status === 'dropped' || action.effect !== null),
    'JudgeEffect.effect',
    'Bedöm om åtgärderna har haft effekt',
  );
