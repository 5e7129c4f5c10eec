import { z } from 'zod';
import { actionAreas, actionHorizons, actionPlanes, actionStatuses, effects } from '../../codes/actions.js';
import { noFeedbackReasons, replyAnswers } from '../../codes/case-codes.js';
import { feedbackMethods, feedbackRecipients, feedbackWhats } from '../../codes/feedback.js';
import { mailFaults, mailSubjects } from '../../codes/mails.js';
import { patientInformationPoints } from '../../codes/patient-information.js';
import { id, storedInstant as instant, key, maybe, maybeSeveral, oneOf, several } from '../shapes.schema.js';
import { event, sealed } from './shape.schema.js';

/** Answers, information to the patient, actions and their effect. */
export const answering = {
  FeedbackGiven: event(
    'Återkoppling gavs',
    z.object({ to: oneOf(feedbackRecipients), what: oneOf(feedbackWhats), method: oneOf(feedbackMethods), parts: several(key).default([]) }),
    sealed('text', 'recipient'),
  ),
  FeedbackNotPossible: event(
    'Återkoppling gick inte att ge',
    z.object({ to: oneOf(feedbackRecipients), what: oneOf(feedbackWhats), reason: oneOf(noFeedbackReasons) }),
    sealed('reasons'),
  ),
  /** A mail to the one who spoke up, who left an address: that there is something to read, never what. */
  MailDue: event('Ett mejl ska skickas till den som hörde av sig', z.object({ mail: id, about: oneOf(mailSubjects) })),
  /** Our mail server has taken it. */
  MailAccepted: event('Mejlet till den som hörde av sig skickades', z.object({ mail: id, about: oneOf(mailSubjects) })),
  MailFailed: event('Mejlet till den som hörde av sig kom inte fram', z.object({ mail: id, about: oneOf(mailSubjects), why: oneOf(mailFaults) })),
  ActionPlanned: event(
    'En åtgärd planerades',
    z.object({
      actionId: id,
      area: oneOf(actionAreas),
      horizon: oneOf(actionHorizons),
      plane: maybe(oneOf(actionPlanes)),
      causes: several(id),
      owner: key,
      dueAt: maybe(instant),
      effectDueAt: maybe(instant),
      streams: several(key).default([]),
    }),
    sealed('what', 'howJudged'),
  ),
  ActionChanged: event(
    'En åtgärd ändrades',
    z.object({
      actionId: id,
      status: oneOf(actionStatuses),
      owner: maybe(key),
      dueAt: maybe(instant),
      effectDueAt: maybe(instant),
      reason: maybe(key),
      causes: maybeSeveral(id),
    }),
    sealed('text'),
  ),
  EffectJudged: event(
    'Effekten av en åtgärd bedömdes',
    z.object({ actionId: id, effect: oneOf(effects), basis: maybe(key), next: maybe(id) }),
    sealed('evidence'),
  ),
  NoActionDecided: event('Det beslutades att ingen åtgärd behövs', z.object({ causeId: maybe(id), reason: key }), sealed('text')),
  PatientInformed: event(
    'Patienten informerades',
    z.object({ to: oneOf(feedbackRecipients), points: several(oneOf(patientInformationPoints)), has: several(key).default([]) }),
    sealed('journalRef', 'recipient'),
  ),
  ReporterReplied: event('Den som fick svaret sa om det räckte', z.object({ answered: oneOf(replyAnswers) }), sealed('text')),
} as const;
