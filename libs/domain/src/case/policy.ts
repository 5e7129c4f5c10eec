import { refuse } from '../errors.js';
import type { Organisation } from '../org/units.js';
import { type By, type Process, takersOf } from '../process/process.js';
import type { Actor } from './actor.js';
import type { ExistingCase } from './case.js';
import type { CaseCommand, CommandType } from './commands.schema.js';
import { isOneOf, rolesIn } from './roles-in.js';
import { everySecond, exceptionOf, isExcepted, secondsAwaited, secondsOf } from './seconds.js';
import { seenOf, sees, visible } from './visible.js';
import { chiefs, desk, disclosers, readers, workers, workersOrQuality } from './who.js';

/** Everyone who is logged in and sees the case. */
const anyone = 'anyone';
/** The one who reported the case. */
const reporter = 'reporter';
/** The process's own table says who. */
const byProcess = 'process';

/**
 * Who may do what to a case they see (docs/law/access.md#roles). Default deny: a command that is not named is nobody's.
 * `handler` is the one the case is assigned to. A controller sees figures and codes and changes nothing.
 * Everyone answers for themselves whether they have a conflict of interest; a chief or the registrar may state another's.
 */
export const whoMay: Record<CommandType, readonly By[] | typeof anyone | typeof reporter | typeof byProcess> = {
  AddToCase: anyone,
  CorrectCase: desk,
  MoveToUnit: desk,
  ClassifyCase: desk,
  AnswerTriage: workers,
  Diarise: ['registrator', ...chiefs],
  AssignCase: [...chiefs, 'registrator'],
  AnswerConflict: anyone,
  AdvanceCase: byProcess,
  SendBack: byProcess,
  MakeEntry: workers,
  HearParty: workers,
  FindCause: workers,
  WithdrawCause: workers,
  CompleteInvestigation: workers,
  DecideOutcome: chiefs,
  DecideIvo: chiefs,
  GiveFeedback: desk,
  ExplainNoFeedback: desk,
  SendMessage: desk,
  PlanAction: workers,
  ChangeAction: workers,
  JudgeEffect: chiefs,
  DecideNoAction: chiefs,
  HandOverCase: byProcess,
  CloseAtOnce: byProcess,
  ReopenCase: byProcess,
  CancelCase: byProcess,
  ConfirmSecond: byProcess,
  RefuseSecond: byProcess,
  AssessRisk: workers,
  ConvertCase: workersOrQuality,
  OverrideConflict: ['registrator', ...chiefs],
  OpenInvestigation: workers,
  ProposeOutcome: workers,
  NotifyIvo: [],
  SendToIvo: [],
  RecordIvoNumber: [],
  RecordIvoRequest: [],
  RecordIvoDecision: [],
  CloseIvoMatter: [],
  RecordAuthorityRequest: [],
  AnswerAuthority: [],
  DecideOwnNotification: [],
  SendOwnNotification: [],
  RecordOtherWay: desk,
  InformPatient: workers,
  ReplyAsReporter: reporter,
  PerformAgendaItem: [],
  RecordMail: [],
  RecordProviderNews: [],
  ReceiveMessage: [],
  AddAttachment: anyone,
  DiscloseFromCase: disclosers,
  ReplyByCode: [],
};
/** Does the actor only count and read codes? Then colleagues are roles to them, not names (docs/law/access.md#roles). */
export const worksWithCodes = (actor: Actor): boolean => actor.posts.length > 0 && actor.posts.every(({ role }) => readers.includes(role));

/** May the actor read a person's words in this case? Controllers work with codes (docs/law/access.md#roles). */
export function maySeeWords(actor: Actor, state: ExistingCase, organisation: Organisation, today: string, became: readonly ExistingCase[] = []): boolean {
  return (
    (actor.person !== null && state.reporter === actor.person && !state.barred.includes(actor.person)) ||
    maySeeOthersWords(actor, state, organisation, today, became)
  );
}

/**
 * May the actor also read what others have said? One who has only reported reads their own words, and outcome and actions by code (AC-39).
 * One who reads what the case became reads the case too: it is investigated there, from the words that were said here.
 */
export function maySeeOthersWords(actor: Actor, state: ExistingCase, organisation: Organisation, today: string, became: readonly ExistingCase[] = []): boolean {
  const { person } = actor;
  // One who is let take a single step in spite of a conflict of interest gets no word of the case by it (KL 6 kap. 30 §).
  if (person === null || state.barred.includes(person)) return false;
  const takesPart = (one: ExistingCase) =>
    one.handler?.person === person || rolesIn(actor, one, organisation, today).some((role) => !readers.includes(role) && role !== 'medarbetare');
  return takesPart(state) || became.some((one) => !one.barred.includes(person) && takesPart(one));
}

/**
 * Lets the command through, or turns it down: 404 for a case that the actor doesn't see, 403 for what is not theirs.
 * The system is let through for its agenda and its mail alone, the receipt code for the dialogue alone: messages, what is sent along, and whether the
 * answer was one.
 */
export function may(actor: Actor, command: CaseCommand, state: ExistingCase, process: Process, organisation: Organisation, today: string): void {
  if (command.type === 'PerformAgendaItem' || command.type === 'RecordMail' || command.type === 'RecordProviderNews') {
    if (actor.id !== 'system') refuse('notYours');
    return;
  }
  if (command.type === 'ReceiveMessage' || command.type === 'ReplyByCode') {
    if (actor.id !== 'anonymous') refuse('notYours');
    return;
  }
  if (command.type === 'AddAttachment' && actor.id === 'anonymous') return;
  if (!sees(visible(actor, organisation, today), seenOf(state))) refuse('notFound');
  const exception = exceptionOf(state, actor.person);
  if (exception !== null && !isExcepted(exception, command.type)) refuse('notYours');
  if (command.type === 'ConfirmSecond' && secondsAwaited(state).some(({ request, by }) => request === command.request && by === actor.person))
    refuse('notYours', [{ field: 'ConfirmSecond.request', text: 'Den som bad om bekräftelsen kan inte själv ge den' }]);
  if (!isAllowed(actor, command, state, process, organisation, today)) refuse('notYours');
}

function isAllowed(actor: Actor, command: CaseCommand, state: ExistingCase, process: Process, organisation: Organisation, today: string): boolean {
  const rule = process.who[command.type] ?? whoMay[command.type];
  // TF and OSL are no law of a company's: what is in a private provider's own case is given out by its own rules, not by ours.
  if (command.type === 'DiscloseFromCase' && organisation.placeOf(state.desc.unit, today) === 'provider') return false;
  if (command.type === 'AnswerConflict' && command.person != null && command.person !== actor.person)
    return isOneOf(['registrator', ...chiefs], actor, state, organisation, today);
  if ((command.type === 'ConfirmSecond' || command.type === 'RefuseSecond') && !hasToAnswer(actor, command.type, state, process, organisation, today))
    return false;
  if (rule === anyone) return actor.posts.some((post) => !readers.includes(post.role));
  if (rule === reporter) return actor.person !== null && state.reporter === actor.person;
  const by = rule === byProcess ? byOf(command, state, process) : rule;
  return isOneOf(by, actor, state, organisation, today);
}

/** Is there anything that waits for this person's answer as the second, or, to be taken back, that they have asked themselves? */
function hasToAnswer(
  actor: Actor,
  type: 'ConfirmSecond' | 'RefuseSecond',
  state: ExistingCase,
  process: Process,
  organisation: Organisation,
  today: string,
): boolean {
  return secondsAwaited(state).some(({ by, of }) =>
    by === actor.person ? type === 'RefuseSecond' : isOneOf(secondsOf(of, process), actor, state, organisation, today),
  );
}

function takersNow(state: ExistingCase, process: Process): readonly By[] {
  const row = process.stages.find(({ stage }) => stage === state.stage);
  return row === undefined ? chiefs : takersOf(row, state);
}

/** Who the process lets make this move. */
function byOf(command: CaseCommand, state: ExistingCase, process: Process): readonly By[] {
  switch (command.type) {
    case 'AdvanceCase':
      return takersNow(state, process);
    case 'SendBack':
      return process.back.find((move) => move.from === state.stage && move.to === command.to)?.by ?? chiefs;
    case 'HandOverCase':
      return process.handOver.by;
    case 'CloseAtOnce':
      return process.shortPath?.by ?? chiefs;
    case 'ReopenCase':
      return process.reopen.by;
    case 'CancelCase':
      return process.cancel.by;
    case 'ConfirmSecond':
    case 'RefuseSecond':
      return everySecond(process);
    default:
      return [];
  }
}
