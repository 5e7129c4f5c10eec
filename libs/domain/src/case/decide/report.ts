import { lacksOfDay } from '../../coded.js';
import type { Kind } from '../../codes/kinds.js';
import { type Lack, refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { stockholmDate } from '../../law/calendar.js';
import { type Actor, isLoggedIn, anonymous as nobody } from '../../org/actor.js';
import type { ExistingCase } from '../case.js';
import { type ReportCase, reportCase } from '../commands.schema.js';
import { conflictsAt } from '../conflict.js';
import { caseEvents, type NewCaseEvent } from '../events.schema.js';
import { lacksOnShortPath } from '../processes/ending-gates.js';
import { isPraise } from '../processes/gates.js';
import { processFor } from '../processes/index.js';
import type { Process } from '../processes/process.js';
import { receivedAt as receivedAtUnit } from '../wall.js';
import { begun } from './born.js';
import { type Context, newId } from './context.js';
import { lacksInStated } from './described.js';
import { lackOfNumber } from './diary.js';
import { closed, metBy } from './duties.js';
import { shortPath } from './endings.js';
import { foldNew } from './foresee.js';
import { lacksByLaw } from './statutory-rule.js';

/** What the report becomes; `number` is given by the store's series, which the caller takes in the same transaction. */
export interface Reported {
  readonly caseId: string;
  readonly events: readonly NewCaseEvent[];
}

/** A report as it is taken in: one part a law, and whether it was taken in as something else than it was called. */
export interface TakenIn {
  readonly parts: readonly Part[];
  readonly takenInAs: Kind | null;
}
export interface Part {
  readonly command: ReportCase;
  /** Which of the parts: the first is the report itself, the rest are its siblings. */
  readonly n: number;
  readonly reportedAs: Kind | null;
  /** How many parts the report became. */
  readonly of: number;
}

/**
 * Who stands as the sender of a report. One of the staff who asks not to be named stands nowhere: the case, its log and the id of the
 * command are the same whoever it was. Staff who write down what somebody else said anonymously are the registrants, and stand as such.
 */
export const senderOf = (actor: Actor, { anonymous, kind }: Pick<ReportCase, 'anonymous' | 'kind'>): Actor =>
  anonymous === true && kind !== 'complaint' ? nobody : actor;

/** What would name the one who has asked not to be named, or can't be done without a name. */
function lacksInAnonymous(command: ReportCase, actor: Actor): readonly Lack[] {
  if (!isLoggedIn(actor) || senderOf(actor, command) === actor) return [];
  const { reporter, answer, handledAtOnce } = command;
  return [
    ...(reporter === undefined ? [] : [{ field: 'reporter', text: 'En anonym rapport har inget namn. Ta bort namnet, eller rapportera i eget namn' }]),
    ...(answer?.to === undefined
      ? []
      : [{ field: 'answer', text: 'En anonym rapport följs med koden på kvittot. Ta bort adressen, eller rapportera i eget namn' }]),
    ...(handledAtOnce ? [{ field: 'handledAtOnce', text: 'En anonym rapport kan inte avslutas direkt. Rapportera i eget namn, eller låt den utredas' }] : []),
  ];
}

/** What goes another way, as long as it is stated as it is. */
function notReportedHere({ kind, hit, lawAreas }: ReportCase): readonly Lack[] {
  // Staff's own injuries and near misses have their own system; what also hit the one who gets care or support is taken in here.
  const isStaffs = kind === 'deviation' && hit?.length === 1 && hit[0] === 'staff';
  return [
    ...(isStaffs ? [{ field: 'hit', text: 'En skada eller ett tillbud som bara har drabbat personalen anmäls i IA. Berörs också en brukare, ange det' }] : []),
    ...(isCareAlone({ kind, lawAreas })
      ? [{ field: 'lawAreas', text: 'Lex Sarah gäller SoL och LSS. Rapportera en händelse i vården som avvikelse enligt HSL' }]
      : []),
  ];
}

const isCareAlone = ({ kind, lawAreas }: Pick<ReportCase, 'kind' | 'lawAreas'>): boolean =>
  kind === 'lexSarah' && (lawAreas ?? []).length > 0 && (lawAreas ?? []).every((law) => law === 'HSL');

/**
 * How a report is to be taken in. What concerns care and social services at once becomes two cases of one event (docs/contract.md#reporting-a-case); a lex
 * Sarah without a name is never refused: it is taken in as a deviation, words kept (docs/law/lex-sarah.md#reports-without-a-name).
 * @throws Refusal for what begins in another way
 */
export function takenIn(command: ReportCase, actor: Actor): TakenIn {
  if (command.kind === 'lexMaria')
    refuse('kindNotReportedHere', [
      { field: 'kind', text: 'En lex Maria kommer ur en avvikelse enligt HSL. Rapportera avvikelsen, så gör MAS den till lex Maria' },
    ]);
  if (!isLoggedIn(actor) && command.kind === 'deviation')
    refuse('kindNotReportedHere', [{ field: 'kind', text: 'Logga in för att rapportera en avvikelse, eller lämna ett klagomål utan att logga in' }]);
  const nameless = command.kind === 'lexSarah' && (command.anonymous === true || !isLoggedIn(actor));
  const kind = nameless ? 'deviation' : command.kind;
  const reportedAs = nameless ? command.kind : null;
  const laws = command.lawAreas ?? [];
  const social = laws.filter((law) => law !== 'HSL');
  const base = { ...command, kind };
  if (kind === 'complaint' || social.length === 0 || social.length === laws.length)
    return { parts: [{ command: base, n: 0, of: 1, reportedAs }], takenInAs: reportedAs && kind };
  const ofCare = { ...base, kind: 'deviation' as const, lawAreas: ['HSL' as const], lexSarahKinds: null, lexSarahKindOther: null };
  const ofSocial = { ...base, lawAreas: social };
  const careFirst = kind === 'deviation' && laws[0] === 'HSL';
  const [first, second] = careFirst ? [ofCare, ofSocial] : [ofSocial, ofCare];
  return {
    parts: [
      { command: first, n: 0, of: 2, reportedAs },
      { command: second, n: 1, of: 2, reportedAs },
    ],
    takenInAs: reportedAs && kind,
  };
}

/**
 * Takes a report in. Nothing that a person reports is refused for being incomplete in what can be asked later;
 * it is refused, with every lack named, for what would make it unreadable or unlawful to keep as it is.
 */
export function report({ command, n, of, reportedAs }: Part, number: string, given: Context): Reported {
  const context = { ...given, actor: senderOf(given.actor, command) };
  // Where it goes is asked of the posts of the one who sends it, also where that one is not to be named: of the tree alone.
  const place = receivedAtUnit(command.unit, given.actor.posts, context.organisation, context.today);
  const receivedAt = isLoggedIn(context.actor) ? (command.receivedAt ?? context.now) : context.now;
  const day = stockholmDate(receivedAt);
  const process = processFor(command.kind, day, place.concernsUnit !== null ? 'mirrored' : context.organisation.placeOf(place.unit, day));
  const lacking = new Lacking('ReportCase')
    .add(notReportedHere(command), 'kindNotReportedHere')
    .add(lacksInAnonymous(command, given.actor))
    .add(lacksOf(command, receivedAt, process, context))
    // The commands that follow it are judged when they are decided, by their own day.
    .add(lacksOfDay(reportCase, { ...command, followedBy: undefined }, () => ({ day, of: 'received' })))
    .add([lackOfNumber(command.diaryNumber, { id: null, unit: place.unit, has: null }, 'diaryNumber', context)], 'alreadyExists');
  if (process === null) return lacking.add([{ field: 'receivedAt', text: 'Mottaget datum ligger för långt tillbaka' }]).refuse();
  const caseId = idOfPart(context, n);
  const received: NewCaseEvent = {
    type: 'CaseReceived',
    at: context.now,
    open: {
      ...openOf(command, receivedAt, number, process.id, context),
      ...place,
      originKind: n === 0 ? reportedAs : null,
      ...(n === 0 ? {} : { link: 'sibling' as const, from: idOfPart(context, 0) }),
    },
    sealed: sealedOf(command),
  };
  // What the log can't hold, and what is not handled at once, is refused here; for the rest it is asked of the case as it would be.
  if (!command.handledAtOnce || !caseEvents.CaseReceived.open.safeParse(received.open).success) lacking.orRefuse();
  const { events: begunWith, state } = begun(caseId, received, concerned(command, context), process, context);
  const first = command.kind === 'complaint' ? confirmation(state, process, context) : receipt(state);
  // The second part names the first as its own; the first is told of the second, so that each finds the other.
  const siblings = Array.from({ length: n === 0 ? of - 1 : 0 }, (_, i): NewCaseEvent => {
    const open = { link: 'sibling' as const, caseId: idOfPart(context, i + 1), incidentId: state.desc.incidentId };
    return { type: 'IncidentLinked', open };
  });
  const events = [...begunWith, ...siblings, ...first];
  const then = foldNew(state, [...siblings, ...first], context.now);
  if (command.handledAtOnce) lacking.add(notAtOnce(then, process, lacking));
  lacking.orRefuse();
  if (command.handledAtOnce) {
    const ended = atOnce(then, command, process, context);
    const lacks = lacksByLaw({ type: 'handledAtOnce' }, then, ended, context);
    if (lacks.length > 0) refuse('statutoryDutyOpen', [NOT_AT_ONCE, ...lacks.map(({ text }) => ({ field: 'handledAtOnce', text }))]);
    events.push(...ended);
  }
  return { caseId, events };
}

const NOT_AT_ONCE: Lack = { field: 'handledAtOnce', text: 'Det kan inte avslutas direkt. Rapportera det utan att avsluta, så bedöms det först' };

const idOfPart = (context: Context, n: number): string => newId(context, 'case', n);

/** Those whom the report is about can't see or handle it, from its first moment (KL 6 kap. 28–30 §§). */
function concerned(command: ReportCase, context: Context): NewCaseEvent[] {
  const { unit, concerns = [], concernsChief = false } = command;
  // One who reports on oneself is not shut out from the own report; the choice of handler takes care of that.
  return conflictsAt({ unit, concerns, concernsChief }, context)
    .filter(({ person }) => person !== context.actor.person)
    .map((open) => ({ type: 'ConflictAnswered', open }));
}

/** A colleague who reports has the receipt on the screen, and the case under "Mina rapporter". */
const receipt = (state: ExistingCase): NewCaseEvent[] =>
  state.receipt.reporter === null ? [] : [{ type: 'FeedbackGiven', open: { to: 'reporter', what: 'confirmation', method: 'inSystem', parts: [] } }];

function lacksOf(command: ReportCase, receivedAt: string, process: Process | null, context: Context): readonly Lack[] {
  const named = ['receivedAt', ...Object.keys(command)].filter((name) => name !== 'lawAreas' || !isCareAlone(command));
  const lacks: Lack[] = [...lacksInStated({ ...command, receivedAt }, named, '', context)];
  const need = (holds: boolean, field: string, text: string) => {
    if (!holds) lacks.push({ field, text });
  };
  const loggedIn = isLoggedIn(context.actor);
  need(command.kind !== 'complaint' || command.opinionType != null, 'opinionType', 'Välj om det är klagomål, synpunkt, förslag eller beröm');
  need(!loggedIn || command.kind !== 'complaint' || command.source != null, 'source', 'Ange från vem det kommer');
  need(
    !command.handledAtOnce || process === null || process.shortPath !== null,
    'handledAtOnce',
    'Det här slaget av ärende utreds alltid, och kan inte avslutas direkt',
  );
  need(!command.handledAtOnce || loggedIn, 'handledAtOnce', 'Bara den som är inloggad kan åtgärda direkt');
  need(!command.handledAtOnce || (command.immediateActions ?? '') !== '', 'immediateActions', 'Skriv vad som gjordes');
  need(
    !command.handledAtOnce || command.kind !== 'complaint' || isPraiseCommand(command) || (command.categories ?? []).length > 0,
    'categories',
    'Välj minst en kategori',
  );
  return lacks;
}

const isPraiseCommand = (command: ReportCase): boolean => command.opinionType === 'praise';

function openOf(command: ReportCase, receivedAt: string, number: string, process: string, context: Context) {
  const {
    kind,
    unit,
    what,
    consequence,
    immediateActions,
    where,
    reporter,
    affected,
    answer,
    handledAtOnce,
    anonymous,
    receivedAt: _given,
    concerns: _concerns,
    concernsChief: _chief,
    followedBy: _following,
    ...described
  } = command;
  const loggedIn = isLoggedIn(context.actor);
  const has = Object.entries({ what, consequence, immediateActions, where, reporter, affected, answer: answer?.to })
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name]) => name);
  return {
    ...described,
    kind,
    unit,
    process,
    number,
    receivedAt,
    has,
    handledAtOnce,
    incidentId: newId(context, 'incident'),
    anonymous: anonymous ?? (!loggedIn && reporter === undefined && (answer === undefined || answer.by === 'none' || answer.by === 'code')),
    // Without log-in the code on the receipt is always a way back, unless the person says that no answer is wanted.
    // Staff who write down an anonymous letter have no way to answer it (EX-02).
    answerBy: kind !== 'complaint' && loggedIn ? null : (answer?.by ?? (loggedIn ? (anonymous === true ? ('none' as const) : null) : ('code' as const))),
    channel: loggedIn ? (described.channel ?? null) : ('web' as const),
    source: described.source ?? (kind === 'complaint' ? null : ('staff' as const)),
    // Null for one who asked not to be named: the code on the receipt is the only way back (docs/law/lex-sarah.md#reports-without-a-name).
    reporter: context.actor.person,
    registeredFor: null,
  };
}

function sealedOf(command: ReportCase): Record<string, unknown> {
  const { what, consequence, immediateActions, where, reporter, affected, answer } = command;
  return Object.fromEntries(
    Object.entries({ what, consequence, immediateActions, where, reporter, affected, answerTo: answer?.to }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
}

/**
 * The receipt on the screen is the confirmation for one who follows the case by code; where no way back exists the duty does not apply.
 * E-mail is sent when its time comes (agenda); letter and phone are the unit's to do.
 */
function confirmation(state: ExistingCase, process: Process, context: Context): NewCaseEvent[] {
  const duty = metBy(process, 'confirmation');
  if (state.desc.answerBy === 'code' && !isLoggedIn(context.actor)) {
    return [{ type: 'FeedbackGiven', open: { to: 'complainant', what: 'confirmation', method: 'code', parts: [] } }, ...closed(state, duty, 'met')];
  }
  // Not stated is not none: the unit then has the receipt's code to hand over, and confirms by hand.
  if (state.desc.answerBy === 'none') return closed(state, (row) => duty(row) || metBy(process, 'answer')(row), 'notApplicable', 'noWayBack');
  return [];
}

/** What keeps it from being handled at once, beside what is said of another field already. */
const notAtOnce = (state: ExistingCase, process: Process, lacking: Lacking): readonly Lack[] =>
  process.shortPath === null
    ? []
    : lacksOnShortPath(state, process, true)
        .filter(({ text }) => !lacking.says(text))
        .map(({ text }) => ({ field: 'handledAtOnce', text }));

/** The short path (R-027, AC-09): registered, categorised, what was done noted, told on the spot, closed; counted as any other. */
function atOnce(state: ExistingCase, command: ReportCase, process: Process, context: Context): NewCaseEvent[] {
  return shortPath(state, process, { toldOnTheSpot: true, whatWasDone: command.immediateActions ?? '', praise: isPraise(state) }, context);
}
