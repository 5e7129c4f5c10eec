import { lack } from '../../errors.js';
import { shallBeNotified } from '../../law/notifiable.js';
import type { ExistingCase } from '../case.js';
import { becameA, isCare } from './investigation-gates.js';
import type { Gate } from './process.js';

/*
 * What outcome, notification, answers and follow-up need: the later half of the process.
 */

export const outcomeProposed: Gate = (state) =>
  lack(state.assessment.proposed?.outcome != null, 'ProposeOutcome', 'Utredaren ska föreslå en bedömning, med skäl');
/** One of the five, by a person with the right to decide: never the investigator alone (docs/law/lex-sarah.md#who-decides). */
export const irregularityDecided: Gate = (state) => lack(state.assessment.outcome?.outcome != null, 'DecideOutcome.outcome', 'Beslutet om bedömningen saknas');
export const careOutcomeDecided: Gate = (state) =>
  lack(!isCare(state) || state.assessment.outcome?.hslOutcome != null, 'DecideOutcome.hslOutcome', 'Bedöm utfallet: var det en vårdskada?');
/** A deviation under social law has no outcome of its own. */
export const judgedByOutcome: Gate = (state) =>
  lack(
    state.desc.kind !== 'deviation' || isCare(state),
    'DecideOutcome',
    'En avvikelse enligt SoL eller LSS bedöms med risk och orsaker. Är det ett missförhållande ska den bli lex Sarah',
  );
/** PSL 3 kap. 5 § says ska: what caused, or could have caused, a serious injury is notified, as a lex Maria of its own. */
export const lexMariaWhereItShall: Gate = (state) =>
  lack(
    !shallBeNotified(state.assessment.outcome) || becameA(state, 'lexMaria'),
    'ConvertCase.to',
    'Utfallet ska anmälas till IVO. Gör avvikelsen till lex Maria',
  );
/** Decided to be notified, and sent: the stage may be left before IVO answers, but not before IVO has been notified. */
export const notifiedWhereDecided: Gate = (state) =>
  lack(state.ivo?.notify !== 'yes' || state.ivoTrack.sent !== null, 'NotifyIvo', 'Anmälan är beslutad men inte skickad till IVO');

/** Whether an injury occurred that could have been avoided. The fact decides, whatever outcome was chosen (docs/law/deviations.md#telling-the-patient). */
export function careInjuryOccurred(state: ExistingCase): boolean {
  if (!isCare(state)) return false;
  const { injury, avoidable } = state.assessment.outcome ?? { injury: null, avoidable: null };
  if (injury === null)
    return (
      state.assessment.triage?.careInjury === 'yes' ||
      state.assessment.outcome?.hslOutcome === 'careInjury' ||
      state.assessment.outcome?.hslOutcome === 'seriousCareInjury'
    );
  // A harm that could not have been avoided is no vårdskada; one of which it can't be ruled out is (PSL 1 kap. 5 §, docs/law/lex-maria.md#what-is-notified).
  return injury && avoidable !== false;
}
/** The patient has been told the six things, or a lawful reason why not is recorded (PSL 3 kap. 8 och 8 c §§). */
export const patientInformed: Gate = (state) =>
  lack(
    !careInjuryOccurred(state) ||
      becameA(state, 'lexMaria') ||
      state.contact.patientInformed.length > 0 ||
      state.contact.feedback.some((row) => !row.given && row.to === 'patient' && (row.code === 'secrecy' || row.code === 'deceased')),
    'InformPatient.points',
    'Informera patienten eller närstående om vårdskadan, sex punkter, eller ange det lagliga skälet till att det inte går (PSL 3 kap. 8 §)',
  );

const told = (state: ExistingCase, ...to: readonly string[]): boolean => state.contact.feedback.some((row) => row.what === 'answer' && to.includes(row.to));
/** The reporter gets to know the result; in an imported case nobody is known to have reported. */
export const reporterTold: Gate = (state) =>
  lack(
    state.receipt.reporter === null && !(state.desc.has ?? []).includes('reporter') ? true : told(state, 'reporter'),
    'GiveFeedback.to',
    'Återkoppla till den som rapporterade',
  );
export const individualTold: Gate = (state) =>
  lack(
    (state.desc.affects !== null && state.desc.affects !== 'individual') ||
      told(state, 'individual', 'relative', 'patient') ||
      state.contact.patientInformed.length > 0,
    'GiveFeedback.to',
    'Berätta för den enskilde eller närstående vad som kom fram, eller ange varför det inte går',
  );
export const staffTold: Gate = (state) => lack(told(state, 'staffGroup'), 'GiveFeedback.to', 'Återkoppla till personalgruppen');
export const boardTold: Gate = (state) => lack(told(state, 'board'), 'GiveFeedback.to', 'Anmäl ärendet till nämnden för kännedom');

/** IVO's matter is closed, or never began; a case stays in follow-up until then. */
export const ivoEnded: Gate = (state) =>
  lack(state.ivoTrack.sent === null || state.ivoTrack.closedAt !== null, 'CloseIvoMatter', 'IVO har inte avslutat sitt ärende');
export const supplementsSent: Gate = (state) =>
  lack(
    [...state.ivoTrack.supplements, ...state.ivoTrack.requirements].every((row) => row.sentAt !== null),
    'SendToIvo.what',
    'IVO väntar på det som har begärts',
  );
/** Notified without the investigation: it is sent when it is ready (SoL 27 kap. 6 §, LSS 24 f §, PSL 3 kap. 5 §). */
export const investigationSent: Gate = (state) =>
  lack(state.ivoTrack.sent === null || state.ivoTrack.investigationSentAt !== null, 'SendToIvo.what', 'Sänd den färdiga utredningen till IVO');
/** Notified early and judged lower: never a "no", but IVO is told (docs/law/lex-sarah.md#notified-early). */
export const lowerOutcomeTold: Gate = (state) =>
  lack(
    state.ivoTrack.sent === null ||
      state.assessment.outcome === null ||
      shallBeNotified(state.assessment.outcome) ||
      (state.ivoTrack.supplementedAt ?? '') >= state.assessment.outcome.at,
    'SendToIvo.what',
    'Saken anmäldes och har sedan bedömts lägre. Sänd en komplettering till IVO om det',
  );
/** Notified, and judged lower since: the position is "redan anmält", never the old yes and never a no (docs/law/lex-sarah.md#notified-early). */
export const positionHolds: Gate = (state) =>
  lack(
    state.ivoTrack.sent === null || state.assessment.outcome === null || shallBeNotified(state.assessment.outcome) || state.ivo?.notify !== 'yes',
    'DecideIvo.notify',
    'Saken är anmäld och har bedömts lägre. Ange ”Redan anmält”',
  );
/** An outcome, or a decision, that sends the case to IVO can't be passed as not applicable, whatever reason is given (AC-29, R-100). */
export const nothingToNotify: Gate = (state) =>
  lack(
    !(shallBeNotified(state.assessment.outcome) || state.ivo?.notify === 'yes') || state.ivoTrack.sent !== null || becameA(state, 'lexMaria'),
    'DecideIvo.notify',
    'Saken ska anmälas till IVO. Skedet kan inte passeras',
  );
/** Everything that is owed to IVO before a case may be closed, also where it has no actions to follow up. */
export const doneWithIvo: Gate = (state) =>
  [investigationSent, lowerOutcomeTold, supplementsSent, ivoEnded].map((gate) => gate(state)).find((missing) => missing !== null) ?? null;
