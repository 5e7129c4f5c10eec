import { refuse } from '../../errors.js';
import { processOf } from '../../process/index.js';
import type { Process } from '../../process/process.js';
import type { CaseState, ExistingCase } from '../case.js';
import type { CaseCommand } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { may } from '../policy.js';
import { beyondTheWall } from '../wall.js';
import * as actions from './actions.js';
import * as answers from './answers.js';
import { addAttachment } from './attachments.js';
import * as authorities from './authorities.js';
import type { Born } from './born.js';
import { lackOfAnswer } from './conflict-answered.js';
import { type Context, newId } from './context.js';
import { convert } from './convert.js';
import { diarise } from './diary.js';
import { discloseFromCase } from './disclosure.js';
import * as endings from './endings.js';
import { followed } from './follow.js';
import * as ivo from './ivo.js';
import * as judging from './judging.js';
import { Lacking } from './lacks.js';
import * as mails from './mails.js';
import { recordProviderNews } from './mirrored.js';
import { foundAtTriage, recordOtherWay } from './other-ways.js';
import { perform } from './perform.js';
import { replyByCode } from './reply-by-code.js';
import * as seconds from './seconds.js';
import * as stages from './stages.js';
import { mustStand } from './standing.js';
import { mustLetNothingSlip } from './statutory-rule.js';
import * as work from './work.js';

/** What a command makes of a case, and the cases it gives rise to. */
export interface Decision {
  readonly events: readonly NewCaseEvent[];
  readonly born: readonly Born[];
}

/**
 * The one decision: what a command makes of a case and which cases are born of it, or why not. Pure; no events means that nothing needed
 * to change. The numbers of what is born are the store's, which puts them in by `withNumber`.
 * @throws Refusal with everything that is missing, in Swedish.
 */
export function decide(command: CaseCommand, state: CaseState, context: Context): Decision {
  if (!state.exists) refuse('notFound');
  const process = processOf(state.desc.process);
  may(context.actor, command, state, process, context.organisation, context.today);
  mustStand(command.type, state, process, context);
  const decision = new Lacking(command.type)
    .add(beyondTheWall(command, state, context), 'outOfReach')
    .with(() => decided(command, state, process, context), [lackOfAnswer(command, state, context)]);
  mustLetNothingSlip(seconds.actOf(command, state), state, decision.events, context);
  mustLetNothingSlip(command, state, seconds.effectAsked(decision.events, state), context);
  return decision;
}

/** What a command makes before the one rule is asked: for the test of that rule alone. */
export function decided(command: CaseCommand, state: ExistingCase, process: Process, context: Context): Decision {
  if (command.type === 'ConvertCase') {
    const { events, born } = convert(state, command, process, context);
    return { events, born: [born] };
  }
  const events = seconds.withExceptionUsed(state, eventsFor(command, state, context), command.type, context);
  return { events: followed(state, events, process, context.now), born: [] };
}

function eventsFor(command: Exclude<CaseCommand, { type: 'ConvertCase' }>, state: ExistingCase, context: Context): readonly NewCaseEvent[] {
  const process = processOf(state.desc.process);
  switch (command.type) {
    case 'AddToCase':
      return [{ type: 'AddendumMade', open: { by: command.by, has: ['text'] }, sealed: { text: command.text } }];
    case 'ReceiveMessage':
      return [{ type: 'MessageExchanged', open: { direction: 'in', dialogue: true }, sealed: { text: command.text } }];
    case 'SendMessage':
      return [
        { type: 'MessageExchanged', open: { direction: 'out', dialogue: true }, sealed: { text: command.text } },
        ...mails.mailDue(state, 'message', context),
      ];
    case 'RecordProviderNews':
      return recordProviderNews(state, command);
    case 'RecordMail':
      return mails.recordMail(state, command, process);
    case 'AddAttachment':
      return addAttachment(state, command, context.actor);
    case 'DiscloseFromCase':
      return discloseFromCase(state, command);
    case 'ReplyByCode':
      return replyByCode(state, command, process, context);
    case 'CorrectCase':
      return work.correct(state, command, process, context);
    case 'MoveToUnit':
      return work.moveToUnit(state, command, context);
    case 'ClassifyCase':
      return work.classify(state, command, process, context);
    case 'AnswerTriage':
      return [
        {
          type: 'TriageAnswered',
          open: {
            irregularity: command.irregularity,
            careInjury: command.careInjury,
            danger: command.danger,
            belongsTo: command.belongsTo,
            serious: command.serious,
            avoidable: command.avoidable,
          },
          sealed: command.reasons ? { reasons: command.reasons } : undefined,
        },
        ...foundAtTriage(state, command.otherWays),
      ];
    case 'Diarise':
      return diarise(state, command, context);
    case 'AssignCase':
      return work.assign(state, command);
    case 'AnswerConflict':
      return work.answerConflict(state, command, context);
    case 'AdvanceCase':
      return stages.advance(state, command, process, context);
    case 'SendBack':
      return stages.sendBack(state, command, process, context);
    case 'MakeEntry':
      return work.makeEntry(state, command, context);
    case 'HearParty':
      return work.hearParty(command, context);
    case 'FindCause':
      return [
        {
          type: 'CauseFound',
          open: { causeId: newId(context, 'cause'), area: command.area, level: command.level, serious: command.serious },
          sealed: { text: command.text },
        },
      ];
    case 'WithdrawCause':
      return work.withdrawCause(state, command);
    case 'CompleteInvestigation':
      return work.completeInvestigation(command);
    case 'DecideOutcome':
      return judging.decideOutcome(state, command, process, context);
    case 'ProposeOutcome':
      return judging.proposeOutcome(state, command, context);
    case 'AssessRisk':
      return judging.assessRisk(state, command, process, context);
    case 'DecideIvo':
      return ivo.decideIvo(state, command, process, context);
    case 'NotifyIvo':
      return ivo.notifyIvo(state, command, context);
    case 'SendToIvo':
      return ivo.sendToIvo(state, command, context);
    case 'RecordIvoNumber':
      return ivo.recordIvoNumber(state, command);
    case 'RecordIvoRequest':
      return ivo.recordIvoRequest(state, command, context);
    case 'RecordIvoDecision':
      return ivo.recordIvoDecision(state, command, context);
    case 'CloseIvoMatter':
      return ivo.closeIvoMatter(state, command, context);
    case 'RecordAuthorityRequest':
      return authorities.recordAuthorityRequest(command, context);
    case 'AnswerAuthority':
      return authorities.answerAuthority(state, command, context);
    case 'DecideOwnNotification':
      return authorities.decideOwnNotification(state, command, context);
    case 'SendOwnNotification':
      return authorities.sendOwnNotification(state, command, context);
    case 'RecordOtherWay':
      return recordOtherWay(state, command, context);
    case 'OpenInvestigation':
      return work.openInvestigation(state, command);
    case 'OverrideConflict':
      return seconds.overrideConflict(state, command, process, context);
    case 'InformPatient':
      return answers.informPatient(state, command, context);
    case 'ReplyAsReporter':
      return answers.replyAsReporter(command);
    case 'GiveFeedback':
      return answers.giveFeedback(state, command, process, context);
    case 'ExplainNoFeedback':
      return answers.explainNoFeedback(state, command, process);
    case 'PlanAction':
      return actions.planAction(state, command, process, context);
    case 'ChangeAction':
      return actions.changeAction(state, command, process, context);
    case 'JudgeEffect':
      return actions.judgeEffect(state, command, process, context);
    case 'DecideNoAction':
      return actions.decideNoAction(state, command);
    case 'HandOverCase':
      return endings.handOver(state, command, process, context);
    case 'CloseAtOnce':
      return endings.closeAtOnce(state, command, process, context);
    case 'ReopenCase':
      return endings.reopen(state, command, process, context);
    case 'CancelCase':
      return seconds.cancel(state, command, process, context);
    case 'ConfirmSecond':
      return seconds.confirmSecond(state, command, process, context);
    case 'RefuseSecond':
      return seconds.refuseSecond(state, command, process, context);
    case 'PerformAgendaItem':
      return perform(state, command, context);
    default:
      command satisfies never;
      return refuse('badShape');
  }
}
