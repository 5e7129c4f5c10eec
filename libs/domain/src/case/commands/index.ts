import { addAttachment } from './add-attachment.js';
import { addToCase } from './add-to-case.js';
import { advanceCase } from './advance-case.js';
import { answerAuthority } from './answer-authority.js';
import { answerConflict } from './answer-conflict.js';
import { answerTriage } from './answer-triage.js';
import { assessRisk } from './assess-risk.js';
import { assignCase } from './assign-case.js';
import { cancelCase } from './cancel-case.js';
import { changeAction } from './change-action.js';
import { classifyCase } from './classify-case.js';
import { closeAtOnce } from './close-at-once.js';
import { closeIvoMatter } from './close-ivo-matter.js';
import { completeInvestigation } from './complete-investigation.js';
import { confirmSecond } from './confirm-second.js';
import { convertCase } from './convert-case.js';
import { correctCase } from './correct-case.js';
import { decideIvo } from './decide-ivo.js';
import { decideNoAction } from './decide-no-action.js';
import { decideOutcome } from './decide-outcome.js';
import { decideOwnNotification } from './decide-own-notification.js';
import { diarise } from './diarise.js';
import { discloseFromCase } from './disclose-from-case.js';
import { explainNoFeedback } from './explain-no-feedback.js';
import { findCause } from './find-cause.js';
import { giveFeedback } from './give-feedback.js';
import { handOverCase } from './hand-over-case.js';
import { hearParty } from './hear-party.js';
import { informPatient } from './inform-patient.js';
import { judgeEffect } from './judge-effect.js';
import { linkCase } from './link-case.js';
import { makeEntry } from './make-entry.js';
import { moveToUnit } from './move-to-unit.js';
import { notifyIvo } from './notify-ivo.js';
import { openInvestigation } from './open-investigation.js';
import { overrideConflict } from './override-conflict.js';
import { performAgendaItem } from './perform-agenda-item.js';
import { planAction } from './plan-action.js';
import { proposeOutcome } from './propose-outcome.js';
import { receiveMessage } from './receive-message.js';
import { recordAuthorityRequest } from './record-authority-request.js';
import { recordIvoDecision } from './record-ivo-decision.js';
import { recordIvoNumber } from './record-ivo-number.js';
import { recordIvoRequest } from './record-ivo-request.js';
import { recordMail } from './record-mail.js';
import { recordOtherWay } from './record-other-way.js';
import { recordProviderNews } from './record-provider-news.js';
import { recountDeadlines } from './recount-deadlines.js';
import { refuseSecond } from './refuse-second.js';
import { reopenCase } from './reopen-case.js';
import { replyAsReporter } from './reply-as-reporter.js';
import { replyByCode } from './reply-by-code.js';
import { sendBack } from './send-back.js';
import { sendMessage } from './send-message.js';
import { sendOwnNotification } from './send-own-notification.js';
import { sendToIvo } from './send-to-ivo.js';
import { titleCase } from './title-case.js';
import { unlinkCase } from './unlink-case.js';
import { withdrawCause } from './withdraw-cause.js';
import { writeNote } from './write-note.js';

/** Commands on the route for commands (POST /api/cases/{id}/commands), in the order in which they are offered. */
export const publicCommands = [
  confirmSecond,
  refuseSecond,
  assessRisk,
  classifyCase,
  answerTriage,
  diarise,
  giveFeedback,
  explainNoFeedback,
  informPatient,
  assignCase,
  answerConflict,
  openInvestigation,
  makeEntry,
  hearParty,
  findCause,
  withdrawCause,
  completeInvestigation,
  proposeOutcome,
  decideOutcome,
  planAction,
  changeAction,
  judgeEffect,
  decideNoAction,
  decideIvo,
  notifyIvo,
  recordIvoNumber,
  sendToIvo,
  recordIvoRequest,
  recordIvoDecision,
  closeIvoMatter,
  recordAuthorityRequest,
  answerAuthority,
  decideOwnNotification,
  sendOwnNotification,
  replyAsReporter,
  reopenCase,
  closeAtOnce,
  sendBack,
  recordOtherWay,
  convertCase,
  moveToUnit,
  handOverCase,
  overrideConflict,
  sendMessage,
  addToCase,
  writeNote,
  titleCase,
  linkCase,
  unlinkCase,
  cancelCase,
  correctCase,
  advanceCase,
] as const;

/** Commands that come by a door of their own: the workflow, the mail server, the receipt code, an upload, a print. */
export const otherCommands = [
  performAgendaItem,
  recountDeadlines,
  recordMail,
  recordProviderNews,
  receiveMessage,
  addAttachment,
  discloseFromCase,
  replyByCode,
] as const;
