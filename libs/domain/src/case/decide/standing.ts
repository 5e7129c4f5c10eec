import { ownNotifications } from '../../codes/authorities.js';
import { refuse } from '../../errors.js';
import { decidesApart } from '../../process/authorities.js';
import { alreadyBecame, conversions, natureOf } from '../../process/conversions.js';
import type { Process } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandType } from '../commands.schema.js';
import { isOneOf } from '../policy.js';
import type { Context } from './context.js';
import { mustHaveShortPath } from './endings.js';
import { listOf, mustBeAbove, mustNotHaveInvestigated } from './judging.js';
import { inStage, mustBeOpen, workStage } from './situation.js';

/*
 * What a command asks of the stage and of the person, whatever is filled in: what a person is told that they may do now is the policy and
 * this. `decide` judges by the same rules and by the values; a test holds the two together for every state and person it reaches.
 */

export type Asking = Pick<Context, 'actor' | 'organisation' | 'today'>;
type Guard = (state: ExistingCase, process: Process, asking: Asking) => void;

const open: Guard = (state) => mustBeOpen(state);
const openWith =
  (holds: (state: ExistingCase) => boolean, field: string, text: string): Guard =>
  (state) => {
    mustBeOpen(state);
    if (!holds(state)) refuse('incomplete', [{ field, text }]);
  };
const notCancelled: Guard = (state) => {
  if (state.cancelled !== null) refuse('cancelled');
};
const withIvo = openWith(({ ivoTrack }) => ivoTrack.sent !== null && ivoTrack.closedAt === null, 'NotifyIvo', 'Ärendet ligger inte hos IVO');

const guards: Partial<Record<CommandType, Guard>> = {
  MoveToUnit: open,
  ClassifyCase: notCancelled,
  AnswerTriage: open,
  AssessRisk: open,
  AssignCase: open,
  AnswerConflict: open,
  OverrideConflict: open,
  OpenInvestigation: open,
  MakeEntry: open,
  HearParty: open,
  FindCause: open,
  WithdrawCause: openWith(({ causes }) => causes.some((cause) => !cause.withdrawn), 'WithdrawCause.causeId', 'Det finns ingen orsak att ta bort'),
  PlanAction: open,
  ChangeAction: openWith(({ actions }) => actions.some((row) => row.status !== 'dropped' && row.effect === null), 'ChangeAction', 'Det finns ingen åtgärd'),
  JudgeEffect: openWith(({ actions }) => actions.some((row) => row.status !== 'dropped'), 'JudgeEffect', 'Det finns ingen åtgärd'),
  DecideNoAction: open,
  GiveFeedback: open,
  ExplainNoFeedback: open,
  InformPatient: open,
  CompleteInvestigation: (state) => inStage(state, 'investigating', 'CompleteInvestigation'),
  ProposeOutcome: (state) => {
    mustBeOpen(state);
    if ((state.stage !== 'investigating' && state.stage !== 'assessing') || listOf(state) === 'complaintOutcome') refuse('notInThisStage');
  },
  DecideOutcome: (state, process, asking) => {
    inStage(state, process.outcome.stage, 'DecideOutcome');
    listOf(state);
    mustNotHaveInvestigated(state, process, asking, 'DecideOutcome');
    mustBeAbove(state, process, asking, 'DecideOutcome');
  },
  DecideIvo: (state, process, asking) => {
    if (process.ivo.position === 'decides') {
      mustBeOpen(state);
      mustNotHaveInvestigated(state, process, asking, 'DecideIvo');
    } else inStage(state, 'ivoDecision', 'DecideIvo');
    mustBeAbove(state, process, asking, 'DecideIvo');
  },
  NotifyIvo: openWith(({ ivo, ivoTrack }) => ivo?.notify === 'yes' && ivoTrack.sent === null, 'DecideIvo.notify', 'Det finns ingen anmälan att skicka'),
  SendToIvo: openWith(({ ivoTrack }) => ivoTrack.sent !== null, 'NotifyIvo', 'Ärendet är inte anmält till IVO'),
  RecordIvoNumber: withIvo,
  RecordIvoRequest: open,
  RecordIvoDecision: withIvo,
  CloseIvoMatter: withIvo,
  RecordAuthorityRequest: open,
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
  RecordOtherWay: open,
  ConvertCase: (state, _, { actor, organisation, today }) => {
    mustBeOpen(state);
    const from = natureOf(state.desc.kind, state.desc.lawAreas);
    const left = conversions.filter((row) => row.from === from && alreadyBecame(state, row.to) === null);
    if (!left.some(({ by }) => isOneOf(by, actor, state, organisation, today))) refuse('notYours');
  },
  AdvanceCase: (state) => void workStage(state),
  SendBack: (state, process) => {
    const from = workStage(state);
    if (!process.back.some((move) => move.from === from)) refuse('notInThisStage');
  },
  HandOverCase: (state, process) => {
    mustBeOpen(state);
    if (!process.handOver.from.some((stage) => stage === state.stage)) refuse('notInThisStage');
  },
  CloseAtOnce: (state, process) => {
    inStage(state, 'received', 'CloseAtOnce');
    mustHaveShortPath(process);
  },
  ReopenCase: (state) => {
    if (state.cancelled !== null) refuse('cancelled');
    if (state.closed === null) refuse('notClosed');
  },
  CancelCase: (state) => {
    const isJudged = (state.desc.kind === 'lexSarah' || state.desc.kind === 'lexMaria') && state.outcome !== null;
    if (state.cancelled !== null || state.ivoTrack.sent !== null || isJudged) refuse('cancelled');
  },
};

/** @throws Refusal where stage or person stand in the way of the command, whatever it holds */
export function mustStand(type: CommandType, state: ExistingCase, process: Process, asking: Asking): void {
  guards[type]?.(state, process, asking);
}
