import { type Lack, refuse } from '../../errors.js';
import { stockholmDate } from '../../law/calendar.js';
import { isPraise } from '../../process/gates.js';
import { processFor } from '../../process/index.js';
import type { Process } from '../../process/process.js';
import { isLoggedIn } from '../actor.js';
import { type ExistingCase, noCase } from '../case.js';
import type { ReportCase } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { fold } from '../evolve.js';
import { type Context, newId } from './context.js';
import { lacksInStated } from './described.js';
import { closed, metBy, opened } from './duties.js';
import { shortPath } from './endings.js';
import { asStored, foldNew } from './foresee.js';

/** What the report becomes; `number` is given by the store's series, which the caller takes in the same transaction. */
export interface Reported {
  readonly caseId: string;
  readonly events: readonly NewCaseEvent[];
}

/**
 * Takes a report in. Nothing that a person reports is refused for being incomplete in what can be asked later;
 * it is refused, with every lack named, for what would make it unreadable or unlawful to keep as it is.
 */
export function report(command: ReportCase, number: string, context: Context): Reported {
  const receivedAt = isLoggedIn(context.actor) ? (command.receivedAt ?? context.now) : context.now;
  if (processFor(command.kind, context.today) !== null && processFor(command.kind, stockholmDate(receivedAt)) === null) {
    refuse('incomplete', [{ field: 'receivedAt', text: 'Mottaget datum ligger för långt tillbaka' }]);
  }
  const process =
    processFor(command.kind, stockholmDate(receivedAt)) ??
    refuse('kindNotReportedHere', [{ field: 'kind', text: 'Det här slaget av ärende kan ännu inte rapporteras här' }]);
  const lacks = lacksOf(command, receivedAt, context);
  if (lacks.length > 0) refuse('incomplete', lacks);
  const caseId = newId(context, 'case');
  const received: NewCaseEvent = {
    type: 'CaseReceived',
    at: context.now,
    open: openOf(command, receivedAt, number, process.id, context),
    sealed: sealedOf(command),
  };
  const state = fold(noCase(caseId), [asStored(received, context.now)]) as ExistingCase;
  const events: NewCaseEvent[] = [
    received,
    { type: 'StageEntered', open: { stage: 'received', from: null, direction: 'forward', notApplicable: [] } },
    ...opened(process, state, 'received', context.now),
  ];
  const withDuties = foldNew(state, events.slice(1), context.now);
  const first = confirmation(withDuties, process, context);
  events.push(...first);
  if (command.handledAtOnce) events.push(...atOnce(foldNew(withDuties, first, context.now), command, process, context));
  return { caseId, events };
}

function lacksOf(command: ReportCase, receivedAt: string, context: Context): readonly Lack[] {
  const lacks: Lack[] = [...lacksInStated({ ...command, receivedAt }, ['receivedAt', ...Object.keys(command)], '', context)];
  const need = (holds: boolean, field: string, text: string) => {
    if (!holds) lacks.push({ field, text });
  };
  const loggedIn = isLoggedIn(context.actor);
  need(command.kind !== 'complaint' || command.opinionType != null, 'opinionType', 'Välj om det är klagomål, synpunkt, förslag eller beröm');
  need(!loggedIn || command.source != null, 'source', 'Ange från vem det kommer');
  need(!command.handledAtOnce || loggedIn, 'handledAtOnce', 'Bara den som är inloggad kan åtgärda direkt');
  need(!command.handledAtOnce || (command.immediateActions ?? '') !== '', 'immediateActions', 'Skriv vad som gjordes');
  need(!command.handledAtOnce || isPraiseCommand(command) || (command.categories ?? []).length > 0, 'categories', 'Välj minst en kategori');
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
    answerBy: answer?.by ?? (loggedIn ? (anonymous === true ? ('none' as const) : null) : ('code' as const)),
    channel: loggedIn ? (described.channel ?? null) : ('web' as const),
    source: described.source ?? null,
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

/** The short path (R-027, AC-09): registered, categorised, what was done noted, told on the spot, closed; counted as any other. */
function atOnce(state: ExistingCase, command: ReportCase, process: Process, context: Context): NewCaseEvent[] {
  return shortPath(state, process, { toldOnTheSpot: true, whatWasDone: command.immediateActions ?? '', praise: isPraise(state) }, context);
}
