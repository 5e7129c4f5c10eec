import { ownNotifications } from '../../codes/authorities.js';
import { type Lack, refuse } from '../../errors.js';
import { decidesApart } from '../../process/authorities.js';
import { alreadyBecame, conversions, natureOf } from '../../process/conversions.js';
import { becameA, isCare } from '../../process/investigation-gates.js';
import type { Process } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandType } from '../commands.schema.js';
import { isOneOf } from '../roles-in.js';
import type { Context } from './context.js';
import { mustHaveShortPath } from './endings.js';
import { investigatedIt, isBelow, listOf } from './judging.js';
import { mustAwaitReply } from './reply-by-code.js';
import { mustBePossible } from './seconds.js';
import { inStage, mustBeOpen, workStage } from './situation.js';

/*
 * What a command asks of the stage and of the person, whatever is filled in. `decide` asks it first and refuses with it alone; what a person
 * is told that they may do now is the policy and this. What the values lack is each decider's own to say.
 */

export type Asking = Pick<Context, 'actor' | 'organisation' | 'today'>;
type Guard = (state: ExistingCase, process: Process, asking: Asking) => void;

const whileOpen: Guard = (state) => mustBeOpen(state);
const openWith =
  (holds: (state: ExistingCase) => boolean, field: string, text: string): Guard =>
  (state) => {
    mustBeOpen(state);
    if (!holds(state)) refuse('incomplete', [{ field, text }]);
  };
const notCancelled: Guard = (state) => {
  if (state.cancelled !== null) refuse('cancelled');
};
const notified =
  (field: string): Guard =>
  (state) => {
    mustBeOpen(state);
    if (state.ivoTrack.sent === null) refuse('incomplete', [{ field, text: 'Ärendet är inte anmält till IVO' }]);
  };
const withIvo =
  (field: string): Guard =>
  (state, process, asking) => {
    notified(field)(state, process, asking);
    if (state.ivoTrack.closedAt !== null) refuse('incomplete', [{ field, text: 'IVO har avslutat sitt ärende' }]);
  };
const notYoursFor = (lack: Lack | null): void => {
  if (lack !== null) refuse('notYours', [lack]);
};

/** What is dropped or judged is finished (AC-41). */
const NO_ACTION = 'Det finns ingen åtgärd som väntar. Planera en ny';

const guards: Partial<Record<CommandType, Guard>> = {
  MoveToUnit: whileOpen,
  ClassifyCase: notCancelled,
  AnswerTriage: whileOpen,
  AssessRisk: whileOpen,
  AssignCase: whileOpen,
  AnswerConflict: whileOpen,
  OverrideConflict: (state) => mustBePossible(state, { of: 'override' }),
  OpenInvestigation: whileOpen,
  MakeEntry: whileOpen,
  HearParty: whileOpen,
  FindCause: whileOpen,
  WithdrawCause: openWith(({ causes }) => causes.length > 0, 'WithdrawCause.causeId', 'Det finns ingen orsak att ta bort'),
  PlanAction: whileOpen,
  ChangeAction: openWith(({ actions }) => actions.some((row) => row.status !== 'dropped' && row.effect === null), 'ChangeAction', NO_ACTION),
  JudgeEffect: openWith(({ actions }) => actions.some((row) => row.status !== 'dropped'), 'JudgeEffect', 'Det finns ingen åtgärd'),
  DecideNoAction: whileOpen,
  GiveFeedback: whileOpen,
  ExplainNoFeedback: whileOpen,
  InformPatient: (state) => {
    mustBeOpen(state);
    const no = (text: string) => refuse('incomplete', [{ field: 'InformPatient', text }]);
    if (!isCare(state)) no('De sex punkterna gäller hälso- och sjukvård. Återkoppla till den enskilde i stället');
    if (becameA(state, 'lexMaria')) no('Händelsen utreds som lex Maria. Anteckna informationen i det ärendet');
  },
  AddAttachment: notCancelled,
  ReplyByCode: (state) => mustAwaitReply(state),
  CompleteInvestigation: (state) => inStage(state, 'investigating', 'CompleteInvestigation'),
  ProposeOutcome: (state) => {
    mustBeOpen(state);
    if (state.stage !== 'investigating' && state.stage !== 'assessing')
      refuse('notInThisStage', [{ field: 'ProposeOutcome', text: 'Förslaget lämnas medan ärendet utreds eller bedöms' }]);
    if (listOf(state) === 'complaintOutcome') refuse('incomplete', [{ field: 'ProposeOutcome', text: 'Ett klagomål bedöms utan förslag' }]);
  },
  DecideOutcome: (state, process, asking) => {
    inStage(state, process.outcome.stage, 'DecideOutcome');
    listOf(state);
    notYoursFor(investigatedIt(state, process, asking, 'DecideOutcome'));
    notYoursFor(isBelow(state, process, asking, 'DecideOutcome'));
  },
  DecideIvo: (state, process, asking) => {
    if (process.ivo.position === 'decides') {
      mustBeOpen(state);
      notYoursFor(investigatedIt(state, process, asking, 'DecideIvo'));
    } else inStage(state, 'ivoDecision', 'DecideIvo');
    notYoursFor(isBelow(state, process, asking, 'DecideIvo'));
  },
  NotifyIvo: (state) => {
    mustBeOpen(state);
    if (state.ivo?.notify !== 'yes') refuse('incomplete', [{ field: 'DecideIvo.notify', text: 'Besluta först att saken ska anmälas' }]);
    if (state.ivoTrack.sent !== null) refuse('incomplete', [{ field: 'NotifyIvo', text: 'Anmälan är redan skickad. Sänd mer material i stället' }]);
  },
  SendToIvo: notified('SendToIvo'),
  RecordIvoNumber: withIvo('RecordIvoNumber'),
  RecordIvoRequest: withIvo('RecordIvoRequest'),
  RecordIvoDecision: withIvo('RecordIvoDecision'),
  CloseIvoMatter: withIvo('CloseIvoMatter'),
  RecordAuthorityRequest: whileOpen,
  AnswerAuthority: openWith(
    ({ authorities }) => authorities.requests.some((row) => row.sentAt === null),
    'RecordAuthorityRequest.from',
    'Det finns ingen begäran som väntar på yttrande. Anteckna brevet först',
  ),
  DecideOwnNotification: openWith(
    (state) => ownNotifications.some(({ code }) => decidesApart(state, code)),
    'DecideOwnNotification.about',
    'Den anmälan hör till ett annat slag av ärende',
  ),
  SendOwnNotification: openWith(
    ({ authorities }) => authorities.own.some((row) => row.notify && row.sentAt === null),
    'DecideOwnNotification.notify',
    'Besluta först att saken ska anmälas',
  ),
  RecordOtherWay: whileOpen,
  ConvertCase: (state, _, { actor, organisation, today }) => {
    mustBeOpen(state);
    const from = natureOf(state.desc.kind, state.desc.lawAreas);
    const theirs = conversions.filter((row) => row.from === from && isOneOf(row.by, actor, state, organisation, today));
    if (theirs.length === 0) refuse('notYours');
    if (theirs.every((row) => alreadyBecame(state, row.to) !== null))
      refuse('incomplete', [{ field: 'ConvertCase.to', text: 'Ärendet har redan gett upphov till ett sådant ärende' }]);
  },
  AdvanceCase: (state) => void workStage(state),
  SendBack: (state, process) => {
    const from = workStage(state);
    if (!process.back.some((move) => move.from === from)) refuse('notInThisStage');
  },
  HandOverCase: (state, process) => {
    mustBeOpen(state);
    if (!process.handOver.from.some((stage) => stage === state.stage))
      refuse('notInThisStage', [{ field: 'HandOverCase', text: 'Ärendet kan inte lämnas över i det här skedet' }]);
  },
  CloseAtOnce: (state, process) => {
    mustBeOpen(state);
    if (state.stage !== 'received') refuse('notInThisStage', [{ field: 'CloseAtOnce', text: 'Åtgärdat direkt går bara i skedet Mottagen' }]);
    mustHaveShortPath(process);
  },
  ReopenCase: (state) => {
    if (state.cancelled !== null) refuse('cancelled');
    if (state.closed === null) refuse('notClosed');
  },
  CancelCase: (state) => mustBePossible(state, { of: 'cancel' }),
};

/** @throws Refusal where stage or person stand in the way of the command, whatever it holds */
export function mustStand(type: CommandType, state: ExistingCase, process: Process, asking: Asking): void {
  guards[type]?.(state, process, asking);
}
