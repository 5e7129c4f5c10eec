import type { ExistingCase } from '#domain/case/case';
import type { PublicCommand } from '#domain/case/commands.schema';
import { secondsAwaited } from '#domain/case/seconds';
import { codesOf } from '#domain/codes/code';
import { investigationPoints } from '#domain/codes/investigation';
import { patientInformationPoints } from '#domain/codes/patient-information';
import { placeOf } from '#domain/errors';
import { people } from '../support/scenario.js';

export type Given = { readonly type: PublicCommand['type'] } & Record<string, unknown>;
/** A random number generator with a seed. */
export type Choice = (n: number) => number;

const persons = Object.values(people).flatMap(({ person }) => (person === null ? [] : [person]));
const inDays = (now: string, days: number): string => new Date(Date.parse(now) + days * 86_400_000).toISOString();
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const text = 'Ord.';

/** The command that supplies what is missing, by the field that a gate names: what a case handler who reads the page would do. */
export function mending(field: string, state: ExistingCase, now: string, choose: Choice): Given | null {
  const { command } = placeOf({ field });
  const care = (state.desc.lawAreas ?? []).includes('HSL');
  const causes = state.investigation.causes.filter((cause) => !cause.withdrawn).map((cause) => cause.causeId);
  switch (command) {
    case 'ClassifyCase':
      return {
        type: 'ClassifyCase',
        categories: state.desc.kind === 'complaint' ? [pick(['treatment', 'information'], choose(2))] : null,
        lawAreas: state.desc.lawAreas ?? [pick(['SoL', 'LSS', 'HSL'], state.desc.kind === 'lexSarah' ? choose(2) : choose(3))],
        affects: 'individual',
        deviationType: state.desc.kind === 'deviation' ? 'other' : null,
        lexSarahKinds: state.desc.kind === 'lexSarah' ? ['deficientTreatment'] : null,
      };
    case 'AnswerTriage':
      return {
        type: 'AnswerTriage',
        irregularity: pick(['no', 'no', 'no', 'yes', 'unsure'], choose(5)),
        careInjury: care ? pick(['no', 'no', 'yes'], choose(3)) : 'no',
        danger: 'no',
        serious: pick(['no', 'no', 'yes'], choose(3)),
      };
    case 'AssessRisk':
      return { type: 'AssessRisk', severity: String(1 + choose(4)), probability: String(1 + choose(4)) };
    case 'AssignCase':
      return { type: 'AssignCase', person: pick(persons, choose(persons.length)) };
    case 'AnswerConflict':
      return { type: 'AnswerConflict', answer: choose(12) === 0 ? 'conflict' : 'none' };
    case 'Diarise':
      return { type: 'Diarise', diaryNumber: `SN-2026-${choose(900) + 1}` };
    case 'MakeEntry':
      return { type: 'MakeEntry', nature: 'fact', by: 'staff', point: missingPoint(state), text };
    case 'FindCause':
      return { type: 'FindCause', area: 'routines', level: 'unit', serious: choose(3) === 0, text };
    case 'HearParty':
      return { type: 'HearParty', party: pick(['individual', 'relative', 'patient'], choose(3)), result: pick(['heard', 'declined'], choose(2)) };
    case 'OpenInvestigation':
      return { type: 'OpenInvestigation', method: care ? 'incidentAnalysis' : 'irregularity', lead: pick(persons, choose(persons.length)) };
    case 'CompleteInvestigation':
      return { type: 'CompleteInvestigation', similarBefore: choose(2) === 0, recurrence: true };
    case 'ProposeOutcome':
      return care
        ? { type: 'ProposeOutcome', hslOutcome: 'careInjury', reasons: text }
        : {
            type: 'ProposeOutcome',
            outcome: pick(['noIrregularity', 'irregularity', 'tangibleRiskOfIrregularity', 'seriousIrregularity'], choose(4)),
            reasons: text,
          };
    case 'DecideOutcome':
      return decision(state, choose);
    case 'DecideIvo':
      if (choose(2) === 0) return { type: 'AnswerConflict', answer: 'none' };
      return {
        type: 'DecideIvo',
        notify: state.desc.kind === 'lexSarah' || state.desc.kind === 'lexMaria' ? pick(['yes', 'no', 'alreadyNotified', 'yes'], choose(4)) : 'notApplicable',
        presenter: pick(persons, choose(persons.length)),
        urgent: choose(3) === 0,
        reasons: text,
      };
    case 'NotifyIvo':
      return { type: 'NotifyIvo', way: 'eService', investigationAttached: state.investigation.completed !== null };
    case 'SendToIvo':
      return { type: 'SendToIvo', what: pick(['investigation', 'supplement', 'requirementReport'], choose(3)) };
    case 'CloseIvoMatter':
      return pick<Given>(
        [
          { type: 'CloseIvoMatter', ivoOutcome: 'closedWithoutAction' },
          { type: 'RecordIvoNumber', ivoNumber: '3.1-1-2026' },
          { type: 'RecordIvoRequest', dueOn: inDays(now, 14).slice(0, 10) },
          { type: 'RecordIvoDecision', ivoOutcome: 'reportBack', requirementDueOn: inDays(now, 60).slice(0, 10) },
        ],
        choose(4),
      );
    case 'PlanAction':
      return {
        type: 'PlanAction',
        area: 'routines',
        horizon: pick(['immediate', 'shortTerm', 'longTerm'], choose(3)),
        causes: causes.slice(0, 1 + choose(2)),
        dueAt: inDays(now, 1 + choose(90)),
        what: text,
        howJudged: text,
      };
    case 'ChangeAction':
      return { type: 'ChangeAction', actionId: pick(state.remedy.actions, choose(7))?.actionId, status: 'ongoing', causes: causes.slice(0, 1) };
    case 'JudgeEffect':
      return {
        type: 'JudgeEffect',
        actionId: pick(state.remedy.actions, choose(7))?.actionId,
        effect: pick(['yes', 'yes', 'partly', 'no'], choose(4)),
        evidence: text,
      };
    case 'GiveFeedback':
      return {
        type: 'GiveFeedback',
        to: state.desc.kind === 'complaint' ? 'complainant' : notYetTold(state),
        what: pick(['answer', 'answer', 'confirmation'], choose(3)),
        method: 'phone',
        parts: ['explanation'],
      };
    case 'InformPatient':
      return { type: 'InformPatient', points: codesOf(patientInformationPoints), journalRef: text };
    case 'ConvertCase':
      return {
        type: 'ConvertCase',
        to: pick(care ? ['lexMaria', 'lexMaria', 'lexSarah'] : ['lexSarah', 'lexSarah', 'deviation'], choose(3)),
        lawAreas: null,
        reasons: text,
      };
    case 'MoveToUnit':
      return { type: 'MoveToUnit', unit: 'afs-norra', why: 'wrongUnit', reasons: text };
    default:
      return null;
  }
}

const missingPoint = (state: ExistingCase): string =>
  codesOf(investigationPoints).find((code) => !state.investigation.entries.some((entry) => entry.point === code)) ?? 'general';
const notYetTold = (state: ExistingCase): string =>
  ['reporter', 'individual', 'staffGroup', 'board'].find((to) => !state.contact.feedback.some((row) => row.to === to && row.what === 'answer')) ?? 'reporter';

function decision(state: ExistingCase, choose: Choice): Given {
  if (state.desc.kind === 'complaint') return { type: 'DecideOutcome', complaintOutcome: pick(['deficiency', 'none'], choose(2)), reasons: text };
  if (state.desc.kind === 'lexSarah')
    return {
      type: 'DecideOutcome',
      outcome: pick(['noIrregularity', 'irregularity', 'tangibleRiskOfSeriousIrregularity', 'seriousIrregularity'], choose(4)),
      reasons: text,
    };
  return pick<Given>(
    [
      { type: 'DecideOutcome', hslOutcome: 'couldHaveCausedCareInjury', injury: false, serious: false, avoidable: 'yes', reasons: text },
      { type: 'DecideOutcome', hslOutcome: 'careInjury', injury: true, serious: false, avoidable: 'unsure', reasons: text },
      { type: 'DecideOutcome', hslOutcome: 'seriousCareInjury', injury: true, serious: true, avoidable: 'yes', reasons: text },
      { type: 'DecideOutcome', hslOutcome: 'noCareInjury', injury: false, serious: false, avoidable: 'no', reasons: text },
    ],
    choose(4),
  );
}

/** Commands that somebody may try at any time, lawful or not. */
export const whims: readonly ((state: ExistingCase, now: string, choose: Choice) => Given)[] = [
  () => ({ type: 'AddToCase', by: 'staff', text }),
  () => ({ type: 'SendMessage', text }),
  () => ({ type: 'SendBack', to: 'investigating', reasons: text }),
  () => ({ type: 'ReopenCase', reason: 'newFacts', text }),
  () => ({ type: 'CloseAtOnce', toldOnTheSpot: true, categories: ['treatment'], whatWasDone: text }),
  () => ({ type: 'HandOverCase', to: 'region', told: true, reasons: text }),
  (_state, now, choose) => ({ type: 'CorrectCase', set: { receivedAt: inDays(now, -1 - choose(20)) }, why: 'wrongFromStart', reasons: text }),
  (state, now, choose) => ({
    type: 'ChangeAction',
    actionId: pick(state.remedy.actions, choose(5))?.actionId,
    status: pick(['done', 'dropped', 'ongoing'], choose(3)),
    dueAt: inDays(now, choose(40)),
    text,
  }),
  (state) => ({ type: 'WithdrawCause', causeId: state.investigation.causes[0]?.causeId, text }),
  (_state, _now, choose) => ({ type: 'CancelCase', reason: 'wronglyRegistered', second: pick(persons, choose(persons.length)), text }),
  (state) => ({ type: 'ConfirmSecond', request: secondsAwaited(state)[0]?.request ?? persons[0] }),
  (state, now, choose) =>
    mending(
      pick(['ConvertCase', 'DecideIvo', 'NotifyIvo', 'SendToIvo', 'CloseIvoMatter', 'ProposeOutcome', 'DecideOutcome', 'PlanAction'], choose(8)),
      state,
      now,
      choose,
    ) as Given,
  () => ({ type: 'ReplyAsReporter', answered: 'partly' }),
  (state) => ({ type: 'DecideNoAction', causeId: state.investigation.causes[0]?.causeId ?? null, text }),
  (_state, _now, choose) => ({
    type: 'ExplainNoFeedback',
    to: pick(['complainant', 'patient', 'individual'], choose(3)),
    what: 'answer',
    reason: pick(['declined', 'secrecy', 'deceased'], choose(3)),
    reasons: text,
  }),
  (state, _now, choose) => ({
    type: 'OverrideConflict',
    person: state.conflict.barred[0] ?? persons[0],
    ground: 'other',
    second: pick(persons, choose(persons.length)),
    reasons: text,
  }),
];
