import type { Lack } from '../../errors.js';
import { hashOf } from '../../ids.js';
import { stockholmDate } from '../../law/calendar.js';
import { shallBeNotified } from '../../law/notifiable.js';
import { processOf } from '../../process/index.js';
import type { Process } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { actingRole } from '../roles-in.js';
import { unknownFiles } from './attachments.js';
import { conflictUnanswered } from './conflict-answered.js';
import { type Context, newId } from './context.js';
import { decidedAt, groundOfIvo, lacksInRecord, recordOf, wordsOfDecision } from './decision-record.js';
import { closed, metBy } from './duties.js';
import { given, Lacking } from './lacks.js';
import { notPast } from './situation.js';

/*
 * The decision on notification, and what passes between the municipality and IVO after it. The track runs beside the stages and
 * may begin on the first day; stage "IVO-beslut" is where the position must be taken at the latest (SoL 27 kap. 6 §, PSL 3 kap. 5 §).
 */

/** Asked where the case has not come to its decision yet: there everything that is missing can be put right at once. */
const NOW = 'Måste anmälan göras nu? Ange att den är brådskande, så antecknas vad som saknades';
const because = (field: string, text: string): readonly Lack[] => [{ field: `DecideIvo.${field}`, text }];

/** Takes the position on notification. @throws Refusal with everything that is missing */
export function decideIvo(state: ExistingCase, command: CommandOf<'DecideIvo'>, process: Process, context: Context): NewCaseEvent[] {
  const { position } = process.ivo;
  const grounds = groundOfIvo(state, command.urgent);
  new Lacking('DecideIvo')
    // Only the decision to notify may come before the stage of it; what is wrong beside that is said in the same answer.
    .need(state.stage === 'ivoDecision' || mayBeEarly.includes(command.notify), '', 'Det görs i ett annat skede av ärendet', 'notInThisStage')
    .add(position === 'never' ? notItself(state, command) : position === 'mirrors' ? notOurs(state, command) : unlawful(state, command, process, context))
    .add(lacksInRecord(command, state, grounds, context))
    .need(command.toldAt === null || command.toldAt <= context.now, 'toldAt', 'Tidpunkten kan inte ligga i framtiden')
    .orRefuse();
  if (command.notify === 'yes' && state.ivo?.notify === 'yes') return [];
  const { notify, urgent, presenter, other, toldAt } = command;
  const at = decidedAt(command, grounds);
  return [
    {
      type: 'IvoDecided',
      at,
      open: {
        notify,
        ...recordOf(state, command, context),
        urgent,
        presenter,
        reason: 'stated',
        missing: urgent ? lacksToDecide(state, command, process, context).map(({ field }) => field) : [],
        other,
        toldAt,
      },
      sealed: wordsOfDecision(command),
    },
    // Decided is decided: what is left to do, to send, is another duty.
    ...(state.outcome === null ? [] : closed(state, metBy(process, 'decision'), 'met', null, at)),
  ];
}

/** What is plain at receipt is notified at once (SoL 27 kap. 6 §: snarast); whose duty it is may be plain then too. */
const mayBeEarly: readonly string[] = ['yes', 'otherIsObliged'];

/** A complaint or a deviation is not notified itself: suspicion of more becomes a case of its own. */
function notItself(state: ExistingCase, command: CommandOf<'DecideIvo'>): readonly Lack[] {
  if (command.notify === 'notApplicable') return [];
  const what = state.desc.kind === 'complaint' ? 'Ett klagomål' : 'En avvikelse';
  return because('notify', `${what} anmäls inte i sig. Misstänks ett missförhållande eller en vårdskada ska det rapporteras som ett eget ärende`);
}

/** A provider answers for its own notification; a huvudman can't notify for another (docs/law/lex-sarah.md#private-providers). */
function notOurs(state: ExistingCase, command: CommandOf<'DecideIvo'>): readonly Lack[] {
  if (command.notify === 'otherIsObliged') return otherUnnamed(command);
  if (command.notify !== 'notApplicable')
    return because('notify', 'Utföraren beslutar och anmäler själv. Välj att annan är anmälningsskyldig, eller att det inte är aktuellt');
  return shallBeNotified(state.outcome)
    ? because('notify', 'Utförarens bedömning ska anmälas. Välj att annan är anmälningsskyldig, och när utföraren fick veta det')
    : [];
}

const otherUnnamed = (command: CommandOf<'DecideIvo'>): readonly Lack[] => [
  ...(command.other === null ? because('other', 'Ange vem som är anmälningsskyldig') : []),
  ...(command.toldAt === null ? because('toldAt', 'Ange när den som är anmälningsskyldig fick veta det') : []),
];

/** Everything that keeps this decision from being made, the ban on it first. */
function unlawful(state: ExistingCase, command: CommandOf<'DecideIvo'>, process: Process, context: Context): readonly Lack[] {
  const ground = lacksToDecide(state, command, process, context);
  const isSent = state.ivoTrack.sent !== null;
  switch (command.notify) {
    case 'yes':
      if (command.urgent || ground.length === 0) return [];
      return [...ground, ...(state.stage === 'ivoDecision' ? [] : because('urgent', NOW))];
    case 'alreadyNotified':
      return [...(isSent ? [] : because('notify', 'Ingen anmälan har skickats. Skicka den, eller välj ett annat beslut')), ...ground];
    case 'otherIsObliged':
      // Whose duty it is may be plain before anything is investigated; who decides so, and who presented it, is recorded all the same.
      return [
        ...(isSent ? because('notify', 'Saken är redan anmäld härifrån. Välj ”Redan anmält”') : []),
        ...otherUnnamed(command),
        ...ofDecider(state, command, context),
      ];
    case 'no':
    case 'notApplicable':
      return [...noNo(state, command.notify), ...ground];
    default:
      command.notify satisfies never;
      return [];
  }
}

/** An outcome that the law says shall be notified has no "no" (SoL 27 kap. 6 §, PSL 3 kap. 5 §). */
function noNo(state: ExistingCase, notify: 'no' | 'notApplicable'): readonly Lack[] {
  return [
    ...(shallBeNotified(state.outcome)
      ? because('notify', 'Den här bedömningen ska anmälas till IVO. Den som är av annan mening beslutar en annan bedömning, med skäl')
      : []),
    ...(state.ivoTrack.sent === null
      ? []
      : because('notify', 'Saken är redan anmäld. Välj ”Redan anmält”, och sänd en komplettering till IVO om den nya bedömningen')),
    ...(notify === 'notApplicable' ? because('notify', 'Ta ställning: anmäls, anmäls inte, redan anmält, eller annan är anmälningsskyldig') : []),
  ];
}

/** What the decider lacks: named one by one, each with the field that mends it. */
export function lacksToDecide(state: ExistingCase, command: Pick<CommandOf<'DecideIvo'>, 'presenter'>, process: Process, context: Context): readonly Lack[] {
  return [...process.ivo.needs.map((gate) => gate(state)).filter((lack) => lack !== null), ...ofDecider(state, command, context)];
}

function ofDecider(state: ExistingCase, command: Pick<CommandOf<'DecideIvo'>, 'presenter'>, context: Context): readonly Lack[] {
  // A company has neither a föredragande nor the municipality's rules on jäv; that nobody decides on themselves is asked all the same.
  const isCompany = processOf(state.desc.process).provider === true;
  return [
    ...[conflictUnanswered(state, context.actor.person)].filter((lack) => lack !== null),
    ...(command.presenter === null && !isCompany ? because('presenter', 'Ange vem som har föredragit ärendet') : []),
  ];
}

/** The notification is sent; a finished investigation shall go with it (SoL 27 kap. 6 §, LSS 24 f §). */
export function notifyIvo(state: ExistingCase, command: CommandOf<'NotifyIvo'>, context: Context): NewCaseEvent[] {
  const { at, investigationAttached: isAttached, attachments } = command;
  const isFinished = state.completed !== null && state.completed.at <= (at ?? context.now);
  new Lacking('NotifyIvo')
    .add(notPast(at, 'NotifyIvo.at', context, state.desc.receivedAt))
    .need(at === undefined || stockholmDate(at) >= stockholmDate(given(state.ivo).at), 'at', 'Anmälan kan inte ha skickats före beslutet')
    .need(!isFinished || isAttached, 'investigationAttached', 'Utredningen är färdig och ska bifogas anmälan')
    .need(isFinished || !isAttached, 'investigationAttached', 'Utredningen är inte färdig. Den sänds in när den är klar')
    .add(unknownFiles(state, attachments, 'NotifyIvo.attachments'), 'unknownReference')
    .orRefuse();
  const sentBy = actingRole(context.actor, state, context.organisation, context.today);
  return [
    {
      type: 'IvoNotificationSent',
      at: command.at,
      open: {
        sentBy,
        way: command.way,
        investigationAttached: command.investigationAttached,
        receiptHash: state.attachments.filter(({ purpose }) => purpose === 'ivoReceipt').at(-1)?.sha256 ?? null,
        ...packed(state, command),
      },
      sealed: command.receipt ? { receipt: command.receipt } : undefined,
    },
  ];
}

/** The files that went along, in the order they came to the case, and their hash together: what was sent can be shown for ever. */
function packed(state: ExistingCase, { attachments }: { readonly attachments: readonly string[] }) {
  const files = state.attachments.filter(({ id }) => attachments.includes(id));
  return { attachments: files.map(({ id }) => id), packageHash: files.length === 0 ? null : hashOf(files.map(({ sha256 }) => sha256)) };
}

const UNFINISHED: Lack = { field: 'CompleteInvestigation', text: 'Utredningen är inte färdig' };

export function sendToIvo(state: ExistingCase, command: CommandOf<'SendToIvo'>, context: Context): NewCaseEvent[] {
  const { what, round, requirement } = command;
  const { sent, closedAt, investigationSentAt, supplements, requirements } = state.ivoTrack;
  const isWhole = what === 'investigation';
  const isReport = what === 'requirementReport';
  const isBefore = command.at !== undefined && state.completed !== null && command.at < state.completed.at;
  new Lacking('SendToIvo')
    // Judged lower after IVO has ended its matter: IVO is told all the same.
    .need(closedAt === null || what === 'supplement', '', 'IVO har avslutat sitt ärende')
    .add(notPast(command.at, 'SendToIvo.at', context, given(sent).at))
    .add(isWhole && investigationSentAt === null && state.completed === null ? [UNFINISHED] : [])
    .need(!isWhole || investigationSentAt !== null || !isBefore, 'at', 'Utredningen kan inte ha skickats innan den var färdig')
    .need(round === null || supplements.some((row) => row.round === round), 'round', 'IVO har inte begärt någon sådan komplettering', 'unknownReference')
    .need(!isReport || requirements.some((row) => row.sentAt === null), 'requirement', 'IVO har inget krav som väntar på redovisning', 'unknownReference')
    .need(requirement === null || requirements.some((row) => row.id === requirement), 'requirement', 'Kravet finns inte i ärendet', 'unknownReference')
    .add(unknownFiles(state, command.attachments, 'SendToIvo.attachments'), 'unknownReference')
    .orRefuse();
  if (isWhole && investigationSentAt !== null) return [];
  const waiting = supplements.find((row) => row.sentAt === null)?.round ?? null;
  const first = requirements.find((row) => row.sentAt === null)?.id ?? null;
  return [
    {
      type: 'IvoMaterialSent',
      at: command.at,
      open: {
        what,
        round: what === 'supplement' ? (round ?? waiting) : null,
        requirement: what === 'requirementReport' ? (requirement ?? first) : null,
        ...packed(state, command),
      },
    },
  ];
}

export function recordIvoNumber(state: ExistingCase, command: CommandOf<'RecordIvoNumber'>): NewCaseEvent[] {
  return state.ivoTrack.ivoNumber === command.ivoNumber ? [] : [{ type: 'IvoAcknowledged', open: { ivoNumber: command.ivoNumber } }];
}

export function recordIvoRequest(state: ExistingCase, command: CommandOf<'RecordIvoRequest'>, context: Context): NewCaseEvent[] {
  const { sent, supplements } = state.ivoTrack;
  const { dueOn, answeredBy, text, at } = command;
  new Lacking('RecordIvoRequest')
    .add(notPast(at, 'RecordIvoRequest.at', context, given(sent).at))
    .need(dueOn !== null, 'dueOn', 'Ange vilken dag IVO vill ha svar')
    .orRefuse();
  const id = newId(context, 'supplement');
  return [
    {
      type: 'IvoSupplementRequested',
      at,
      open: { id, round: supplements.length + 1, dueOn, duePrecision: 'day', answeredBy },
      sealed: text ? { text } : undefined,
    },
  ];
}

export function recordIvoDecision(state: ExistingCase, command: CommandOf<'RecordIvoDecision'>, context: Context): NewCaseEvent[] {
  const { ivoOutcome, requirementDueOn, text, at } = command;
  const demands = ivoOutcome === 'reportBack' || ivoOutcome === 'injunction';
  new Lacking('RecordIvoDecision')
    .add(notPast(at, 'RecordIvoDecision.at', context, given(state.ivoTrack.sent).at))
    .need(!demands || requirementDueOn !== null, 'requirementDueOn', 'Ange vilken dag IVO vill ha redovisningen')
    .orRefuse();
  const requirements = requirementDueOn === null ? [] : [{ id: newId(context, 'requirement'), dueOn: requirementDueOn, duePrecision: 'day' as const }];
  return [{ type: 'IvoDecisionReceived', at, open: { ivoOutcome, requirements }, sealed: text ? { text } : undefined }];
}

export function closeIvoMatter(state: ExistingCase, command: CommandOf<'CloseIvoMatter'>, context: Context): NewCaseEvent[] {
  const { sent, investigationSentAt, supplements, requirements, decision } = state.ivoTrack;
  const ivoOutcome = command.ivoOutcome ?? decision?.ivoOutcome ?? null;
  new Lacking('CloseIvoMatter')
    .add(notPast(command.at, 'CloseIvoMatter.at', context, given(sent).at))
    .need(investigationSentAt !== null, 'SendToIvo.what', 'Utredningen är inte insänd till IVO')
    .need(
      [...supplements, ...requirements].every((row) => row.sentAt !== null),
      'SendToIvo.what',
      'IVO väntar på det som har begärts',
    )
    .need(ivoOutcome !== null, 'ivoOutcome', 'Ange hur IVO avslutade ärendet')
    .orRefuse();
  return [{ type: 'IvoClosed', at: command.at, open: { ivoOutcome: given(ivoOutcome) }, sealed: command.text ? { text: command.text } : undefined }];
}
