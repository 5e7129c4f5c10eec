import type { ExistingCase } from '#domain/case/case';
import type { PublicCommand } from '#domain/case/commands.schema';
import { earlyStages, holdsFor, lateStages, ownKinds, type When } from '#domain/case/conditions';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { isExcepted, isUnused } from '#domain/case/seconds';
import type { Lack } from '#domain/errors';
import { processOf } from '#domain/process/index';
import type { WorkStage } from '#domain/process/process';

type Name = PublicCommand['type'];
type Stages = 'any' | readonly (WorkStage | 'closed')[];

/**
 * Which commands are offered, in the order that the work needs them; who may give them is the policy's. A command in `decision` is
 * given on the page of the decision where the case has one, since what it stands on is shown there.
 */
const offers: readonly (readonly [Name, Stages, When])[] = [
  ['ConfirmSecond', [...earlyStages, ...lateStages, 'closed'], ['secondAsked']],
  ['RefuseSecond', [...earlyStages, ...lateStages, 'closed'], ['secondAsked']],
  ['AssessRisk', ['received', 'investigating', 'assessing'], ownKinds],
  ['ClassifyCase', ['received', 'investigating'], 'always'],
  ['AnswerTriage', ['received', 'assessing'], 'always'],
  ['Diarise', ['received', 'investigating'], 'always'],
  ['GiveFeedback', ['received', 'feedback'], 'always'],
  ['ExplainNoFeedback', ['received', 'feedback'], 'always'],
  ['InformPatient', 'any', ['care', 'lexMaria']],
  ['AssignCase', earlyStages, 'always'],
  ['AnswerConflict', 'any', 'always'],
  ['OpenInvestigation', earlyStages, ['lexSarah', 'lexMaria', ['deviation', 'care']]],
  ['MakeEntry', ['received', 'investigating'], 'always'],
  ['HearParty', ['investigating'], 'always'],
  ['FindCause', ['investigating'], 'always'],
  ['WithdrawCause', ['investigating'], ['hasCauses']],
  ['CompleteInvestigation', ['investigating'], 'always'],
  ['ProposeOutcome', ['investigating', 'assessing'], ['lexSarah', 'lexMaria']],
  ['DecideOutcome', ['assessing'], ['complaint', 'mirror', 'lexMaria', ['deviation', 'care']]],
  ['DecideOutcome', ['ivoDecision'], ['lexSarah']],
  ['PlanAction', ['investigating', ...lateStages], 'always'],
  ['ChangeAction', lateStages, ['hasActions']],
  ['JudgeEffect', ['followUp'], ['hasActions']],
  ['DecideNoAction', ['assessing', 'followUp'], 'always'],
  ['DecideIvo', ['ivoDecision'], 'always'],
  ['DecideIvo', [...earlyStages, 'assessing'], ['decides']],
  ['NotifyIvo', 'any', ['toBeSent']],
  ['RecordIvoNumber', 'any', ['noIvoNumber']],
  ['SendToIvo', 'any', ['atIvo']],
  ['RecordIvoRequest', 'any', ['atIvo']],
  ['RecordIvoDecision', 'any', ['atIvo']],
  ['CloseIvoMatter', 'any', ['atIvo']],
  ['RecordAuthorityRequest', 'any', ['complaint']],
  ['AnswerAuthority', 'any', ['authorityWaits']],
  ['DecideOwnNotification', 'any', ['mirror', 'care', 'lexMaria']],
  ['SendOwnNotification', 'any', ['ownToBeSent']],
  ['ReplyAsReporter', ['feedback', 'followUp', 'closed'], ['hasReporter']],
  ['ReopenCase', ['closed'], 'always'],
  ['CloseAtOnce', ['received'], ['complaint', 'deviation']],
  ['SendBack', ['assessing', 'ivoDecision', 'feedback', 'followUp'], 'always'],
  ['RecordOtherWay', 'any', 'always'],
  ['ConvertCase', 'any', ['complaint', 'deviation', 'lexSarah', 'lexMaria']],
  ['MoveToUnit', ['received'], 'always'],
  ['HandOverCase', earlyStages, ['complaint', 'deviation']],
  ['OverrideConflict', 'any', ['hasConflict']],
  ['SendMessage', 'any', ['canAnswer']],
  ['AddToCase', 'any', 'always'],
  ['CancelCase', 'any', 'always'],
];

/** What a word may still be added to when a case has ended. */
const afterwards: readonly Name[] = ['ReopenCase', 'SendMessage', 'AddToCase', 'ReplyAsReporter', 'ConfirmSecond', 'RefuseSecond'];

/** The commands about notification and outcome, which stand on the page of the decision. */
export const decisionCommands: readonly Name[] = [
  'DecideOutcome',
  'DecideIvo',
  'NotifyIvo',
  'RecordIvoNumber',
  'SendToIvo',
  'RecordIvoRequest',
  'RecordIvoDecision',
  'CloseIvoMatter',
];

/** Has the case a decision on notification of its own, and so a page for it? */
export const hasDecisionPage = (state: ExistingCase): boolean => holdsFor(['decides'], state);

/** Of the commands that policy leaves to this person: those offered now, the ones that mend a lack first. */
export function offeredTo(state: ExistingCase, allowed: readonly Name[]): readonly Name[] {
  // One with a conflict of interest who is let take a single step gets that form, in whatever stage the case is.
  if (isExceptedAlone(state, allowed)) return allowed;
  const fitting = offers.filter(([, stages, when]) => (stages === 'any' || stages.some((stage) => stage === state.stage)) && holdsFor(when, state));
  const names = state.stage === 'cancelled' ? [] : [...new Set([...mending(state), ...fitting.map(([name]) => name)])];
  return names.filter((name) => allowed.includes(name) && (state.stage !== 'closed' || afterwards.includes(name)));
}

const isExceptedAlone = ({ exceptions }: ExistingCase, [only, ...others]: readonly Name[]): boolean =>
  only !== undefined && others.length === 0 && exceptions.some((row) => isUnused(row) && isExcepted(row, only));

/** The commands that mend what is missing: a case opened again may lack what another stage asked for. */
const mending = (state: ExistingCase): readonly Name[] => lacksToAdvance(state, processOf(state.desc.process)).map(commandOf);

/** The command that a lack names: `Command.field`. */
export const commandOf = (lack: Pick<Lack, 'field'>): Name => lack.field.split('.')[0] as Name;
