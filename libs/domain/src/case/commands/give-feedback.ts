import { answerParts, feedbackMethods, feedbackRecipients, feedbackWhats } from '../../codes/feedback.js';
import { lackOfGaps } from '../../gaps.js';
import { Lacking } from '../../lacks.js';
import { doneOn } from '../../records/command-text.js';
import { maybeWords, oneOf, several } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseCommand } from '../case-command.js';
import { byWhen, recipients } from '../choices.js';
import { notComplaint } from '../conditions.js';
import { met } from '../decide/answers.js';
import { whileOpen } from '../decide/guards.js';
import { mailDue } from '../decide/mails.js';
import { notPast } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { confirmed, isPatientComplaint } from '../processes/gates.js';
import { desk } from '../who.js';
import { at } from './shared.js';

/** Said, not written: what was said is the other's to remember. */
const spoken: readonly string[] = ['spoken', 'phone', 'meeting'];

/**
 * Feedback, and the duty that it meets. Given on Tuesday and written down on Thursday: `at` is Tuesday.
 */
export const giveFeedback = defineCaseCommand({
  name: 'GiveFeedback',
  input: {
    to: oneOf(feedbackRecipients).default('complainant'),
    what: oneOf(feedbackWhats),
    method: oneOf(feedbackMethods),
    parts: several(oneOf(answerParts)).default([]),
    text: maybeWords,
    recipient: maybeWords,
    at,
  },
  who: desk,
  mustStand: whileOpen,
  offered: [{ stages: ['received', 'feedback'], when: 'always' }],
  title: 'Lämna besked eller svar',
  button: 'Spara beskedet',
  form: {
    to: { label: 'Till vem?', required: true, asked: [...notComplaint, 'patientsCommittee'], choices: recipients },
    what: {
      label: 'Vad är det?',
      choices: byWhen([['complaint'], ['confirmation', 'interim', 'answer']], ['always', ['answer', 'interim']]),
      initial: (state): string | null => (state.stage === 'feedback' ? 'answer' : confirmed(state) === null ? null : 'confirmation'),
    },
    method: { label: 'Hur lämnades det?' },
    parts: { label: 'Vad finns med i svaret?', asked: ['patientComplaint'] },
    text: { label: 'Vad sades eller skrevs?', hint: 'Den som är missnöjd kan vända sig till patientnämnden (hälso- och sjukvård) och till IVO. Säg det.' },
    at: doneOn,
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const { to, what, method, parts, text, recipient, at } = command;
    const isAnswer = what === 'answer' && to === 'complainant';
    new Lacking('GiveFeedback')
      .add([...notPast(at, 'GiveFeedback.at', context, state.desc.receivedAt), lackOfGaps(text, 'GiveFeedback.text')])
      .need(!isAnswer || spoken.includes(method) || Boolean(text), 'text', 'Skriv svaret, så att det finns kvar i ärendet')
      .need(
        !isAnswer || !isPatientComplaint(state) || parts.includes('explanation'),
        'parts',
        'Svaret till patienten eller den närstående ska förklara vad som hände (PSL 3 kap. 8 b §)',
      )
      .orRefuse();
    const sealed = Object.fromEntries(Object.entries({ text, recipient }).filter(([, value]) => value !== undefined && value !== ''));
    return [
      { type: 'FeedbackGiven', at, open: { to, what, method, parts }, sealed: Object.keys(sealed).length === 0 ? undefined : sealed },
      ...(text && isTheirs(state, to) ? mailDue(state, what, context) : []),
      ...met(state, command, process, 'met', null, at),
    ];
  },
});

/** Said to the one who spoke up, and so to be read with the code: as the one who complained, or as one who reported without a name. */
const isTheirs = (state: ExistingCase, to: string): boolean => to === 'complainant' || (to === 'reporter' && state.receipt.reporter === null);
