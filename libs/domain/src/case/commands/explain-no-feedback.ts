import { noFeedbackReasons } from '../../codes/case-codes.js';
import { feedbackRecipients, feedbackWhats } from '../../codes/feedback.js';
import { Lacking } from '../../lacks.js';
import { maybeWords, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { byWhen, recipients } from '../choices.js';
import { notComplaint } from '../conditions.js';
import { met } from '../decide/answers.js';
import { whileOpen } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';
import { desk } from '../who.js';

/**
 * Why no feedback can be given (AC-04). Being unknown or unwilling ends the duty; being hard to reach is said with reasons.
 */
export const explainNoFeedback = defineCaseCommand({
  name: 'ExplainNoFeedback',
  input: {
    to: oneOf(feedbackRecipients).default('complainant'),
    what: oneOf(feedbackWhats),
    reason: oneOf(noFeedbackReasons),
    reasons: maybeWords,
  },
  who: desk,
  mustStand: whileOpen,
  offered: [{ stages: ['received', 'feedback'], when: 'always' }],
  title: 'Besked går inte att lämna',
  button: 'Spara skälet',
  form: {
    to: { label: 'Till vem?', required: true, asked: [...notComplaint, 'patientsCommittee'], choices: recipients },
    what: { label: 'Vilket besked?', choices: byWhen([['complaint'], ['confirmation', 'answer']], ['always', ['answer']]) },
    reason: { label: 'Varför går det inte?' },
    reasons: { label: 'Vad har prövats?' },
  },
  decide(state, command, _context, process): readonly NewCaseEvent[] {
    const { reason, reasons } = command;
    const hasWay = state.desc.answerBy !== null && state.desc.answerBy !== 'none';
    const isPatientsAnswer = command.to === 'patient' && command.what === 'answer';
    new Lacking('ExplainNoFeedback')
      .need(reason !== 'senderUnknown' || !hasWay, 'reason', 'Det finns en väg att svara. Ett ärende utan namn kan besvaras med sin kod')
      .need((reason !== 'unreachable' && reason !== 'secrecy') || Boolean(reasons), 'reasons', 'Skriv vad som har prövats, eller vad som hindrar')
      .need(
        !isPatientsAnswer || reason === 'secrecy' || reason === 'deceased',
        'reason',
        'En patient som fått en vårdskada ska informeras. Bara sekretess (PSL 3 kap. 8 c §), eller att patienten är avliden och ingen närstående finns, hindrar',
      )
      .need(reason !== 'deceased' || Boolean(reasons), 'reasons', 'Skriv hur närstående har sökts: vem, när och hur')
      .orRefuse();
    return [
      {
        type: 'FeedbackNotPossible',
        open: { to: command.to, what: command.what, reason: command.reason },
        sealed: command.reasons ? { reasons: command.reasons } : undefined,
      },
      ...met(state, command, process, 'notApplicable', command.reason),
    ];
  },
});
