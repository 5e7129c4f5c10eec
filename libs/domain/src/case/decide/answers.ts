import { patientInformationPoints } from '../../codes/patient-information.js';
import { isPatientComplaint } from '../../process/gates.js';
import type { Process } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import type { Context } from './context.js';
import { closed, metBy } from './duties.js';
import { Lacking } from './lacks.js';
import { mailDue } from './mails.js';
import { notPast } from './situation.js';

/** Which duty is met by what is said to the one who complained. */
const dutyOfWhat = { confirmation: 'confirmation', answer: 'answer', interim: null } as const;

/** Said, not written: what was said is the other's to remember. */
const spoken: readonly string[] = ['spoken', 'phone', 'meeting'];

/** Feedback, and the duty that it meets. Given on Tuesday and written down on Thursday: `at` is Tuesday. */
export function giveFeedback(state: ExistingCase, command: CommandOf<'GiveFeedback'>, process: Process, context: Context): NewCaseEvent[] {
  const { to, what, method, parts, text, recipient, at } = command;
  const isAnswer = what === 'answer' && to === 'complainant';
  new Lacking('GiveFeedback')
    .add(notPast(at, 'GiveFeedback.at', context, state.desc.receivedAt))
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
}

/** Said to the one who spoke up, and so to be read with the code: as the one who complained, or as one who reported without a name. */
const isTheirs = (state: ExistingCase, to: string): boolean => to === 'complainant' || (to === 'reporter' && state.reporter === null);

/** Why no feedback can be given (AC-04). Being unknown or unwilling ends the duty; being hard to reach is said with reasons. */
export function explainNoFeedback(state: ExistingCase, command: CommandOf<'ExplainNoFeedback'>, process: Process): NewCaseEvent[] {
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

/**
 * The patient, or one who stands near, is told the six things (PSL 3 kap. 8 §). The journal holds the note of it; the case holds the day
 * and a reference, never the note (docs/law/access.md#secrecy).
 */
export function informPatient(state: ExistingCase, command: CommandOf<'InformPatient'>, context: Context): NewCaseEvent[] {
  const missing = patientInformationPoints.filter(({ code }) => !command.points.includes(code));
  new Lacking('InformPatient')
    .add(notPast(command.at, 'InformPatient.at', context, state.desc.occurredAt ?? state.desc.noticedAt ?? state.desc.receivedAt))
    .add(missing.map(({ label }) => ({ field: 'InformPatient.points', text: `Berätta också: ${label}` })))
    .need(Boolean(command.journalRef), 'journalRef', 'Ange var i patientjournalen informationen är antecknad (PSL 3 kap. 8 §)')
    .orRefuse();
  const sealed = Object.fromEntries(
    Object.entries({ journalRef: command.journalRef, recipient: command.recipient }).filter(([, value]) => value !== undefined && value !== ''),
  );
  return [
    {
      type: 'PatientInformed',
      at: command.at,
      open: { to: command.to, points: patientInformationPoints.map(({ code }) => code), has: Object.keys(sealed) },
      sealed,
    },
  ];
}

/** Whether the one who reported thinks they got an answer. */
export function replyAsReporter(command: CommandOf<'ReplyAsReporter'>): NewCaseEvent[] {
  return [{ type: 'ReporterReplied', open: { answered: command.answered }, sealed: command.text ? { text: command.text } : undefined }];
}
