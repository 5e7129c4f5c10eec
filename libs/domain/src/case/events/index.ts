import { actionChanged } from './action-changed.js';
import { actionPlanned } from './action-planned.js';
import { addendumMade } from './addendum-made.js';
import { attachmentAdded } from './attachment-added.js';
import { authorityAnswered } from './authority-answered.js';
import { authorityAsked } from './authority-asked.js';
import { caseAssigned } from './case-assigned.js';
import { caseCancelled } from './case-cancelled.js';
import { caseClassified } from './case-classified.js';
import { caseClosed } from './case-closed.js';
import { caseConverted } from './case-converted.js';
import { caseCorrected } from './case-corrected.js';
import { caseHandedOver } from './case-handed-over.js';
import { caseImported } from './case-imported.js';
import { caseLinked } from './case-linked.js';
import { caseMoved } from './case-moved.js';
import { caseReceived } from './case-received.js';
import { caseReopened } from './case-reopened.js';
import { caseTitled } from './case-titled.js';
import { caseUnlinked } from './case-unlinked.js';
import { causeFound } from './cause-found.js';
import { causeWithdrawn } from './cause-withdrawn.js';
import { conflictAnswered } from './conflict-answered.js';
import { conflictOverridden } from './conflict-overridden.js';
import { deadlineRecalculated } from './deadline-recalculated.js';
import { diarised } from './diarised.js';
import { disclosureDecided } from './disclosure-decided.js';
import { dutyClosed } from './duty-closed.js';
import { dutyOpened } from './duty-opened.js';
import { effectAsked } from './effect-asked.js';
import { effectJudged } from './effect-judged.js';
import { entryMade } from './entry-made.js';
import { escalated } from './escalated.js';
import { exceptedStepTaken } from './excepted-step-taken.js';
import { feedbackGiven } from './feedback-given.js';
import { feedbackNotPossible } from './feedback-not-possible.js';
import { incidentLinked } from './incident-linked.js';
import { investigationCompleted } from './investigation-completed.js';
import { investigationOpened } from './investigation-opened.js';
import { ivoAcknowledged } from './ivo-acknowledged.js';
import { ivoClosed } from './ivo-closed.js';
import { ivoDecided } from './ivo-decided.js';
import { ivoDecisionReceived } from './ivo-decision-received.js';
import { ivoMaterialSent } from './ivo-material-sent.js';
import { ivoNotificationSent } from './ivo-notification-sent.js';
import { ivoSupplementRequested } from './ivo-supplement-requested.js';
import { mailAccepted } from './mail-accepted.js';
import { mailDue } from './mail-due.js';
import { mailFailed } from './mail-failed.js';
import { messageExchanged } from './message-exchanged.js';
import { noActionDecided } from './no-action-decided.js';
import { noteWritten } from './note-written.js';
import { otherWayRecorded } from './other-way-recorded.js';
import { outcomeDecided } from './outcome-decided.js';
import { outcomeProposed } from './outcome-proposed.js';
import { ownNotificationDecided } from './own-notification-decided.js';
import { ownNotificationSent } from './own-notification-sent.js';
import { partyHeard } from './party-heard.js';
import { patientInformed } from './patient-informed.js';
import { providerInformed } from './provider-informed.js';
import { receiptDue } from './receipt-due.js';
import { reminderDue } from './reminder-due.js';
import { reporterReplied } from './reporter-replied.js';
import { riskAssessed } from './risk-assessed.js';
import { sealedPartRemoved } from './sealed-part-removed.js';
import { secondAnswered } from './second-answered.js';
import { secondAsked } from './second-asked.js';
import { stageEntered } from './stage-entered.js';
import { stepExcepted } from './step-excepted.js';
import { triageAnswered } from './triage-answered.js';

/** Every event of a case. */
export const caseEventList = [
  caseReceived,
  caseImported,
  caseCorrected,
  addendumMade,
  caseClassified,
  triageAnswered,
  diarised,
  messageExchanged,
  noteWritten,
  caseTitled,
  attachmentAdded,
  incidentLinked,
  caseLinked,
  caseUnlinked,
  caseConverted,
  riskAssessed,
  caseAssigned,
  conflictAnswered,
  caseMoved,
  stageEntered,
  investigationOpened,
  entryMade,
  partyHeard,
  causeFound,
  causeWithdrawn,
  investigationCompleted,
  conflictOverridden,
  outcomeDecided,
  ivoDecided,
  outcomeProposed,
  ivoNotificationSent,
  ivoMaterialSent,
  ivoAcknowledged,
  ivoSupplementRequested,
  ivoDecisionReceived,
  ivoClosed,
  authorityAsked,
  authorityAnswered,
  ownNotificationDecided,
  ownNotificationSent,
  providerInformed,
  feedbackGiven,
  feedbackNotPossible,
  mailDue,
  mailAccepted,
  mailFailed,
  actionPlanned,
  actionChanged,
  effectJudged,
  noActionDecided,
  patientInformed,
  reporterReplied,
  otherWayRecorded,
  disclosureDecided,
  dutyOpened,
  dutyClosed,
  deadlineRecalculated,
  receiptDue,
  reminderDue,
  effectAsked,
  escalated,
  caseHandedOver,
  caseClosed,
  caseReopened,
  caseCancelled,
  sealedPartRemoved,
  secondAsked,
  secondAnswered,
  stepExcepted,
  exceptedStepTaken,
] as const;
