import { refuse } from '../errors.js';
import type { Role } from '../org/roles.js';
import { decidersOf, sameAs } from '../org/settings.js';
import type { Organisation } from '../org/units.js';
import { processOf } from '../process/index.js';
import { type By, type Process, takersOf } from '../process/process.js';
import type { Actor, Post } from './actor.js';
import type { ExistingCase } from './case.js';
import type { CaseCommand, CommandType } from './commands.schema.js';
import { everySecond, exceptionOf, isExcepted, secondsAwaited, secondsOf } from './seconds.js';
import { reaches, seenOf, sees, visible } from './visible.js';

export const chiefs: readonly Role[] = ['enhetschef', 'avdelningschef', 'verksamhetschef', 'socialchef'];
const workers: readonly By[] = ['handler', ...chiefs];
const desk: readonly By[] = [...workers, 'registrator'];

/** The table of conversions says which of these, for each way (process/conversions). */
const workersOrQuality: readonly By[] = [...workers, 'sas', 'lexSarahUtredare', 'mas', 'mar', 'verksamhetschefHsl', 'anmalningsansvarig', 'decider'];

/** Whoever has the care of a document judges whether it may be given out; in doubt the authority does (OSL 6 kap. 3 §). */
const disclosers: readonly By[] = ['registrator', ...chiefs, 'sas', 'mas', 'mar', 'verksamhetschefHsl'];
/** Everyone who is logged in and sees the case. */
const anyone = 'anyone';
/** The one who reported the case. */
const reporter = 'reporter';
/** The process's own table says who. */
const byProcess = 'process';

/**
 * Who may do what to a case they see (law-and-practice 6.2). Default deny: a command that is not named is nobody's.
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

/** Roles that read but hold no pen: seeing everything is not a right to change anything. */
const readers: readonly Role[] = ['controller', 'dso'];

/**
 * The roles that the actor holds over the unit, or over the one that carries it on when it has ended; without either,
 * those held over the board whose it then is.
 */
export function rolesOver(actor: Actor, unit: string | null, organisation: Organisation, today: string): readonly Role[] {
  return postsOver(actor, unit, organisation, today).flatMap((post) => sameAs(organisation.settings, post.role));
}

function postsOver(actor: Actor, unit: string | null, organisation: Organisation, today: string): readonly Post[] {
  const answering = organisation.answering(unit, today).map(({ code }) => code);
  return actor.posts.filter((post) => answering.includes(post.unit));
}

/** The roles by which the actor takes part in the case: those over its unit whose sight reaches it (a MAS is nobody in a matter of SoL). */
export function rolesIn(actor: Actor, state: ExistingCase, organisation: Organisation, today: string): readonly Role[] {
  const seen = seenOf(state);
  return postsOver(actor, seen.unit, organisation, today).flatMap((post) =>
    sameAs(organisation.settings, post.role).filter((role) => reaches(role, post, actor.person, seen, organisation, today)),
  );
}

/** The role that the actor acts by in the case: a chief's before others, the handler's where no role is held over the unit. */
export function actingRole(actor: Actor, state: ExistingCase, organisation: Organisation, today: string): Role {
  const held = rolesIn(actor, state, organisation, today);
  const asHandler = state.handler !== null && state.handler.person === actor.person ? state.handler.as : undefined;
  return chiefs.find((role) => held.includes(role)) ?? asHandler ?? held[0] ?? 'medarbetare';
}

/** The roles that decide on notification in this case: those whom the municipality has named, or a private provider's own. */
export const decidersIn = (state: ExistingCase, organisation: Organisation): readonly Role[] =>
  processOf(state.desc.process).ivo.deciders ?? decidersOf(organisation.settings, state.desc.kind);

/** The role by which the actor decides on notification; null for one who may not. What is decided by delegation comes before the board's own. */
export function decidingRole(actor: Actor, state: ExistingCase, organisation: Organisation, today: string): Role | null {
  const held = rolesIn(actor, state, organisation, today);
  return decidersIn(state, organisation).find((role) => held.includes(role)) ?? null;
}

/** Whose post it is, where the actor acts by it in another's place alone; null for one who holds it as their own. */
export function insteadOf(actor: Actor, role: Role, state: ExistingCase, organisation: Organisation, today: string): string | null {
  const posts = postsOver(actor, state.desc.unit, organisation, today).filter((post) => sameAs(organisation.settings, post.role).includes(role));
  return posts.every(({ instead }) => instead !== undefined) ? (posts[0]?.instead ?? null) : null;
}

/** Does any of these apply to the actor in this case? */
export function isOneOf(by: readonly By[], actor: Actor, state: ExistingCase, organisation: Organisation, today: string): boolean {
  const held = rolesIn(actor, state, organisation, today);
  return by.some((who) => {
    if (who === 'handler') return actor.person !== null && state.handler?.person === actor.person;
    if (who === 'decider') return decidingRole(actor, state, organisation, today) !== null;
    return held.includes(who);
  });
}

/** Does the actor only count and read codes? Then colleagues are roles to them, not names (law-and-practice 6.2). */
export const worksWithCodes = (actor: Actor): boolean => actor.posts.length > 0 && actor.posts.every(({ role }) => readers.includes(role));

/** May the actor read a person's words in this case? Controllers work with codes (law-and-practice 6.2). */
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
