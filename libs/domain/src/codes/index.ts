import { actionAreas, actionHorizons, actionPlanes, actionStatuses, effects } from './actions.js';
import { affectedAgeBands, affectedGenders, affects, hits } from './affected.js';
import { areas } from './areas.js';
import { arose } from './arose.js';
import { aspects } from './aspects.js';
import { attachmentPurposes, attachmentSides, attachmentTypes } from './attachments.js';
import { attestationWithdrawals } from './attestation-withdrawals.js';
import { askingAuthorities, ownNotifications } from './authorities.js';
import {
  answerWays,
  conflictAnswers,
  conflictGrounds,
  entryNatures,
  handOverReceivers,
  heardResults,
  moveReasons,
  noFeedbackReasons,
  notApplicableReasons,
  parties,
  reopenGrounds,
  replyAnswers,
  triageAnswers,
} from './case-codes.js';
import { caseRelations } from './case-relations.js';
import { causeAreas, causeLevels } from './causes.js';
import { channels } from './channels.js';
import { cancelReasons, closeReasons } from './closing.js';
import type { Code } from './code.js';
import { complaintCategories } from './complaint-categories.js';
import { complaintOutcomes } from './complaint-outcomes.js';
import { conversionReasons, conversionWays } from './conversion.js';
import { dissents } from './decisions.js';
import { deviationSubtypes, deviationTypes } from './deviation-types.js';
import { disclosureRecipients, secrecyRules } from './disclosure.js';
import { dutyBases, dutyEndings, dutyTypes } from './duties.js';
import { eventClasses } from './event-classes.js';
import { answerParts, feedbackMethods, feedbackRecipients, feedbackWhats } from './feedback.js';
import { hslOutcomes } from './hsl.js';
import { investigationMethods, investigationPoints } from './investigation.js';
import { externals, involves } from './involves.js';
import { ivoAnswerers, ivoMaterials, ivoNotify, ivoOutcomes, ivoWays } from './ivo.js';
import { kinds } from './kinds.js';
import { lawAreas } from './law-areas.js';
import { lexSarahKinds, lexSarahOutcomes } from './lex-sarah.js';
import { links } from './links.js';
import { localLists } from './local-lists.js';
import { mailFaults, mailStates, mailSubjects } from './mails.js';
import { operations } from './operations.js';
import { opinionTypes } from './opinion-types.js';
import { otherWayReceivers, otherWaySteps, otherWays } from './other-ways.js';
import { patientInformationPoints } from './patient-information.js';
import { precisions } from './precision.js';
import { providerNews } from './provider-news.js';
import { providers } from './providers.js';
import { probabilities, riskPhases, severities } from './risk.js';
import { roles } from './roles.js';
import { secondAnswers, secondedDecisions, urgentSteps } from './seconded.js';
import { sources } from './sources.js';
import { stages } from './stages.js';
import { statedSources } from './stated-sources.js';
import { verdicts } from './verdicts.js';

/** Every list by its name, for the forms, the OpenAPI and the projection of codes. */
export const codeLists: Record<string, readonly Code[]> = {
  askingAuthority: askingAuthorities,
  ownNotification: ownNotifications,
  providerNews,
  secondedDecision: secondedDecisions,
  secondAnswer: secondAnswers,
  urgentStep: urgentSteps,
  otherWay: otherWays,
  otherWayStep: otherWaySteps,
  otherWayReceiver: otherWayReceivers,
  role: roles,
  kind: kinds,
  stage: stages,
  source: sources,
  channel: channels,
  mailSubject: mailSubjects,
  mailState: mailStates,
  mailFault: mailFaults,
  opinionType: opinionTypes,
  complaintCategory: complaintCategories,
  complaintOutcome: complaintOutcomes,
  lexSarahKind: lexSarahKinds,
  lexSarahOutcome: lexSarahOutcomes,
  hslOutcome: hslOutcomes,
  dissent: dissents,
  disclosureRecipient: disclosureRecipients,
  secrecyRule: secrecyRules,
  lawArea: lawAreas,
  eventClass: eventClasses,
  deviationType: deviationTypes,
  deviationSubtype: deviationSubtypes,
  involves,
  external: externals,
  area: areas,
  operation: operations,
  arose,
  aspect: aspects,
  affects,
  affectedGender: affectedGenders,
  affectedAgeBand: affectedAgeBands,
  hit: hits,
  causeArea: causeAreas,
  causeLevel: causeLevels,
  actionArea: actionAreas,
  actionHorizon: actionHorizons,
  actionPlane: actionPlanes,
  actionStatus: actionStatuses,
  actionEffect: effects,
  ivoNotify,
  ivoOutcome: ivoOutcomes,
  closeReason: closeReasons,
  cancelReason: cancelReasons,
  feedbackRecipient: feedbackRecipients,
  feedbackWhat: feedbackWhats,
  feedbackMethod: feedbackMethods,
  answerPart: answerParts,
  link: links,
  localList: localLists,
  precision: precisions,
  dutyBasis: dutyBases,
  dutyType: dutyTypes,
  dutyEnding: dutyEndings,
  provider: providers,
  statedSource: statedSources,
  attestationWithdrawal: attestationWithdrawals,
  verdict: verdicts,
  answerWay: answerWays,
  triageAnswer: triageAnswers,
  conflictAnswer: conflictAnswers,
  entryNature: entryNatures,
  party: parties,
  heardResult: heardResults,
  moveReason: moveReasons,
  handOverReceiver: handOverReceivers,
  notApplicableReason: notApplicableReasons,
  noFeedbackReason: noFeedbackReasons,
  reopenReason: reopenGrounds,
  conflictGround: conflictGrounds,
  replyAnswer: replyAnswers,
  severity: severities,
  probability: probabilities,
  riskPhase: riskPhases,
  investigationMethod: investigationMethods,
  investigationPoint: investigationPoints,
  patientInformationPoint: patientInformationPoints,
  caseRelation: caseRelations,
  conversionReason: conversionReasons,
  conversionWay: conversionWays,
  ivoWay: ivoWays,
  ivoMaterial: ivoMaterials,
  ivoAnswerer: ivoAnswerers,
  attachmentType: attachmentTypes,
  attachmentPurpose: attachmentPurposes,
  attachmentSide: attachmentSides,
};
