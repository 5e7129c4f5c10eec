import { refuse } from '../../errors.js';
import { isPatientComplaint } from '../../process/gates.js';
import type { Process } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import type { Context } from './context.js';
import { closed, metBy } from './duties.js';
import { mustBeOpen, mustBePast } from './situation.js';

/** Which duty is met by what is said to the one who complained. */
const dutyOfWhat = { confirmation: 'confirmation', answer: 'answer', interim: null } as const;

/** Feedback, and the duty that it meets. Given on Tuesday and written down on Thursday: `at` is Tuesday. */
export function giveFeedback(state: ExistingCase, command: CommandOf<'GiveFeedback'>, process: Process, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  mustBePast(command.at, 'GiveFeedback.at', context, state.desc.receivedAt);
  if (
    command.what === 'answer' &&
    command.to === 'complainant' &&
    command.method !== 'spoken' &&
    command.method !== 'phone' &&
    command.method !== 'meeting' &&
    !command.text
  ) {
    refuse('incomplete', [{ field: 'GiveFeedback.text', text: 'Skriv svaret, så att det finns kvar i ärendet' }]);
  }
  if (command.what === 'answer' && command.to === 'complainant' && isPatientComplaint(state) && !command.parts.includes('explanation')) {
    refuse('incomplete', [{ field: 'GiveFeedback.parts', text: 'Svaret till patienten eller den närstående ska förklara vad som hände (PSL 3 kap. 8 b §)' }]);
  }
  const { to, what, method, parts, text, recipient, at } = command;
  const sealed = Object.fromEntries(Object.entries({ text, recipient }).filter(([, value]) => value !== undefined && value !== ''));
  return [
    { type: 'FeedbackGiven', at, open: { to, what, method, parts }, sealed: Object.keys(sealed).length === 0 ? undefined : sealed },
    ...met(state, command, process, 'met', null, at),
  ];
}

/** Why no feedback can be given (AC-04). Being unknown or unwilling ends the duty; being hard to reach is said with reasons. */
export function explainNoFeedback(state: ExistingCase, command: CommandOf<'ExplainNoFeedback'>, process: Process): NewCaseEvent[] {
  mustBeOpen(state);
  if (command.reason === 'senderUnknown' && state.desc.answerBy !== null && state.desc.answerBy !== 'none') {
    refuse('incomplete', [{ field: 'ExplainNoFeedback.reason', text: 'Det finns en väg att svara. Ett ärende utan namn kan besvaras med sin kod' }]);
  }
  if ((command.reason === 'unreachable' || command.reason === 'secrecy') && !command.reasons) {
    refuse('incomplete', [{ field: 'ExplainNoFeedback.reasons', text: 'Skriv vad som har prövats, eller vad som hindrar' }]);
  }
  return [
    {
      type: 'FeedbackNotPossible',
      open: { to: command.to, what: command.what, reason: command.reason },
      sealed: command.reasons ? { reasons: command.reasons } : undefined,
    },
    ...met(state, command, process, 'notApplicable', command.reason),
  ];
}

function met(
  state: ExistingCase,
  said: { to: string; what: keyof typeof dutyOfWhat },
  process: Process,
  as: 'met' | 'notApplicable',
  reason: string | null = null,
  at?: string,
): NewCaseEvent[] {
  const how = dutyOfWhat[said.what];
  return how === null || said.to !== 'complainant' ? [] : closed(state, metBy(process, how), as, reason, at);
}
