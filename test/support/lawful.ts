import type { ExistingCase } from '#domain/case/case';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { processOf } from '#domain/case/processes/index';
import { stageAfter, type WorkStage } from '#domain/case/processes/process';
import { investigationPoints } from '#domain/codes/investigation';
import { patientInformationPoints } from '#domain/codes/patient-information';
import type { Stage } from '#domain/codes/stages';
import type { Lack } from '#domain/errors';
import type { Actor } from '#domain/org/actor';
import { people, type Scenario } from './scenario.js';

export type Command = Parameters<Scenario['when']>[0];
type Mend = (state: ExistingCase, lack: Lack) => Command;
/** The command for each lack, by the field that the gate names; a spec gives its own where that is the point. */
export type Mends = Readonly<Record<string, Mend>>;

/** Who handles a case of this kind in the specs. */
const carrier: Readonly<Record<string, Actor>> = {
  complaint: people.manager,
  deviation: people.manager,
  lexSarah: people.irregularityInvestigator,
  lexMaria: people.analyst,
};
const { manager, operationsHead, divisionHead, irregularityInvestigator, sas, mas, careHead, notifier, director, registrar, providerHead } = people;
/** Those with the most rights, in the order in which they are tried. */
export const actors = [manager, irregularityInvestigator, operationsHead, divisionHead, sas, mas, careHead, notifier, director, registrar, providerHead];
const x = 'En mening.';
const recipients: readonly (readonly [RegExp, string])[] = [
  [/rapporterade/, 'reporter'],
  [/personalgruppen/, 'staffGroup'],
  [/nämnden/, 'board'],
  [/enskilde/, 'individual'],
];
const causesOf = (state: ExistingCase): readonly string[] => state.investigation.causes.filter((cause) => !cause.withdrawn).map(({ causeId }) => causeId);

/** The ordinary values: nothing grave, one cause, one action that helped. */
const ordinary: Mends = {
  'MoveToUnit.unit': () => ({ type: 'MoveToUnit', unit: 'afs-norra', why: 'wrongUnit', reasons: x }),
  'ClassifyCase.categories': () => ({ type: 'ClassifyCase', categories: ['treatment'] }),
  'ClassifyCase.categoryOther': () => ({ type: 'ClassifyCase', categoryOther: 'local-x' }),
  'ClassifyCase.lawAreas': () => ({ type: 'ClassifyCase', lawAreas: ['SoL'] }),
  'ClassifyCase.deviationType': () => ({ type: 'ClassifyCase', deviationType: 'other' }),
  'ClassifyCase.lexSarahKinds': () => ({ type: 'ClassifyCase', lexSarahKinds: ['deficientTreatment'] }),
  'ClassifyCase.affects': () => ({ type: 'ClassifyCase', affects: 'individual' }),
  AnswerTriage: () => ({ type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no', serious: 'no', reasons: x }),
  'AnswerTriage.serious': () => ({ type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no', serious: 'no', reasons: x }),
  'AssessRisk.severity': () => ({ type: 'AssessRisk', severity: '1', probability: '2' }),
  'AssignCase.person': ({ desc, conflict: { barred } }) => {
    const free = [carrier[desc.kind], people.analyst, people.investigator].find((one) => one !== undefined && !barred.includes(one.person as string));
    return { type: 'AssignCase', person: (free as Actor).person, as: 'medarbetare' };
  },
  'AnswerConflict.answer': () => ({ type: 'AnswerConflict', answer: 'none' }),
  'Diarise.diaryNumber': ({ number }) => ({ type: 'Diarise', diaryNumber: `SN ${number}` }),
  'ConvertCase.to': (_, { text }) => ({
    type: 'ConvertCase',
    ...(text.includes('till lex Maria')
      ? { to: 'lexMaria' }
      : text.includes('till lex Sarah')
        ? { to: 'lexSarah', way: 'raisedFrom', lawAreas: ['SoL'] }
        : { to: 'deviation', way: 'raisedFrom', lawAreas: ['HSL'], deviationType: 'fall', eventClass: 'adverseEvent' }),
    reasons: x,
  }),
  'MakeEntry.text': () => ({ type: 'MakeEntry', nature: 'fact', by: 'staff', text: x }),
  'MakeEntry.point': (_, { text }) => ({
    type: 'MakeEntry',
    nature: 'fact',
    by: 'staff',
    point: investigationPoints.find(({ label }) => text.includes(label))?.code ?? 'measures',
    text: x,
  }),
  'HearParty.party': () => ({ type: 'HearParty', party: 'individual', result: 'heard' }),
  'HearParty.reason': () => ({ type: 'HearParty', party: 'individual', result: 'heard' }),
  'OpenInvestigation.method': () => ({ type: 'OpenInvestigation', method: 'incidentAnalysis', lead: people.analyst.person, team: 3 }),
  FindCause: () => ({ type: 'FindCause', area: 'routines', level: 'unit', text: x }),
  'FindCause.area': () => ({ type: 'FindCause', area: 'routines', level: 'unit', text: x }),
  CompleteInvestigation: ({ stage }) =>
    stage !== 'investigating'
      ? { type: 'SendBack', to: 'investigating', reasons: x }
      : { type: 'CompleteInvestigation', similarBefore: false, recurrence: true },
  'CompleteInvestigation.similarBefore': () => ({ type: 'CompleteInvestigation', similarBefore: false, recurrence: true }),
  ProposeOutcome: () => ({ type: 'ProposeOutcome', outcome: 'irregularity', reasons: x }),
  'DecideOutcome.complaintOutcome': () => ({ type: 'DecideOutcome', complaintOutcome: 'deficiency', reasons: x }),
  'DecideOutcome.outcome': () => ({ type: 'DecideOutcome', outcome: 'irregularity', reasons: x }),
  'DecideOutcome.hslOutcome': () => ({
    type: 'DecideOutcome',
    hslOutcome: 'couldHaveCausedCareInjury',
    injury: false,
    serious: false,
    avoidable: 'yes',
    reasons: x,
  }),
  'ChangeAction.causes': (state) => {
    const action = state.remedy.actions.find((row) => row.status !== 'dropped' && row.causes.length === 0 && row.effect === null);
    return { type: 'ChangeAction', actionId: action?.actionId, status: 'ongoing', causes: causesOf(state).slice(0, 1) };
  },
  'PlanAction.horizon': () => ({
    type: 'PlanAction',
    area: 'routines',
    horizon: 'immediate',
    dueAt: '2026-09-01T08:00:00Z',
    what: x,
    howJudged: x,
  }),
  PlanAction: (state) =>
    state.stage === 'followUp'
      ? { type: 'DecideNoAction', text: x }
      : {
          type: 'PlanAction',
          area: 'routines',
          horizon: 'shortTerm',
          causes: causesOf(state).slice(0, 9),
          dueAt: '2026-09-01T08:00:00Z',
          what: x,
          howJudged: x,
        },
  'PlanAction.causes': (state) => ({
    type: 'DecideNoAction',
    causeId:
      state.investigation.causes.find((cause) => cause.serious && !cause.withdrawn && !state.remedy.noAction.some((row) => row.causeId === cause.causeId))
        ?.causeId ?? null,
    text: x,
  }),
  DecideOutcome: () => ({ type: 'SendBack', to: 'investigating', reasons: x }),
  'DecideIvo.notify': (state) =>
    state.stage === 'followUp'
      ? { type: 'SendBack', to: 'investigating', reasons: x }
      : {
          type: 'DecideIvo',
          notify:
            state.desc.kind === 'complaint' || state.desc.kind === 'deviation' ? 'notApplicable' : state.ivoTrack.sent === null ? 'no' : 'alreadyNotified',
          presenter: irregularityInvestigator.person,
          reasons: x,
        },
  'DecideOwnNotification.notify': () => ({ type: 'DecideOwnNotification', about: 'providerShortcomings', notify: false, reasons: x }),
  'SendOwnNotification.about': (state) => ({ type: 'SendOwnNotification', about: state.outside.authorities.own.find((row) => row.notify)?.about }) as never,
  'AnswerAuthority.at': () => ({ type: 'AnswerAuthority' }),
  'RecordOtherWay.step': (state) =>
    ({
      type: 'RecordOtherWay',
      way: state.outside.otherWays.find((row) => row.mistakenAt === null && !row.passedOn)?.way,
      step: 'passedOn',
      to: 'decidingAuthority',
    }) as never,
  NotifyIvo: (state) => ({ type: 'NotifyIvo', way: 'eService', investigationAttached: state.investigation.completed !== null }),
  'SendToIvo.what': ({ ivoTrack }) => ({
    type: 'SendToIvo',
    what:
      ivoTrack.investigationSentAt === null
        ? 'investigation'
        : ivoTrack.requirements.some((row) => row.sentAt === null) && ivoTrack.supplements.every((row) => row.sentAt !== null)
          ? 'requirementReport'
          : 'supplement',
  }),
  CloseIvoMatter: () => ({ type: 'CloseIvoMatter', ivoOutcome: 'closedWithoutAction' }),
  'InformPatient.points': () => ({ type: 'InformPatient', points: patientInformationPoints.map(({ code }) => code), journalRef: 'Anteckning samma dag' }),
  'GiveFeedback.what': (state) => ({
    type: 'GiveFeedback',
    what: state.stage === 'received' ? 'confirmation' : 'answer',
    method: 'phone',
    parts: ['explanation'],
  }),
  'GiveFeedback.to': (_, { text }) => ({
    type: 'GiveFeedback',
    to: recipients.find(([said]) => said.test(text))?.[1] ?? 'complainant',
    what: 'answer',
    method: 'meeting',
  }),
  'JudgeEffect.effect': (state) => ({
    type: 'JudgeEffect',
    actionId: state.remedy.actions.find((row) => row.status !== 'dropped' && row.effect === null)?.actionId,
    effect: 'yes',
    evidence: x,
  }),
};

/** The command by the first of those who may; any other refusal is thrown, in the words of the person. */
export function byWhoMay(way: Scenario, command: Command, first: readonly Actor[] = []): Scenario {
  const handler = Object.values(people).find(({ person }) => person !== null && person === way.case.handler?.person) ?? people.analyst;
  let said: readonly string[] = [];
  for (const actor of [...first, handler, ...actors]) {
    const before = way.state;
    way.when(command, actor);
    // Whoever decides says first that they have no conflict of interest.
    if (way.lacks().includes('AnswerConflict.answer') && !way.case.conflict.free.includes(actor.person as string)) {
      way.when({ type: 'AnswerConflict', answer: 'none' }, actor).when(command, actor);
      if (way.refusal !== null) way.state = before;
    }
    if (way.refusal === null) return way;
    if (way.refusal.code !== 'notYours' && way.refusal.code !== 'notFound') said = [actor.id, ...way.said(), ...way.lacks()];
  }
  throw new Error(`${JSON.stringify(command)}: ${said.join(' · ') || 'nobody may'}`);
}

/** Takes a case to a stage by doing what each gate misses and nothing else. */
export function goTo(way: Scenario, stage: Stage, own: Mends = {}): Scenario {
  for (let tries = 0; way.case.stage !== stage; tries += 1) {
    if (tries > 90) throw new Error(`${way.case.stage}: ${lacksToAdvance(way.case, processOf(way.case.desc.process)).map(({ text }) => text)}`);
    const process = processOf(way.case.desc.process);
    const lack = lacksToAdvance(way.case, process)[0];
    if (lack === undefined) byWhoMay(way, { type: 'AdvanceCase', to: stageAfter(process, way.case.stage as WorkStage) });
    else mend(way, lack, own);
  }
  return way;
}

/** Does what one lack asks for. @throws Error where no command does */
export function mend(way: Scenario, lack: Lack, own: Mends = {}): void {
  const command = mending(way.case, lack, own);
  try {
    byWhoMay(way, command);
  } catch (nobody) {
    const {
      assessment: { triage },
    } = way.case;
    if (command.type !== 'AnswerTriage' || triage === null) throw nobody;
    // Nobody who sees the case may say no: an unsure answer is a suspicion, and becomes a case of its own.
    const settled = (answer: string) => (answer === 'unsure' ? 'yes' : answer);
    byWhoMay(way, { ...command, irregularity: settled(triage.irregularity), careInjury: settled(triage.careInjury) } as Command);
  }
}

/** The command that one lack asks for. @throws Error where no command does */
export function mending(state: ExistingCase, lack: Lack, own: Mends = {}): Command {
  const how = own[lack.field] ?? ordinary[lack.field];
  if (how === undefined) throw new Error(`no command mends ${lack.field}`);
  return how(state, lack);
}
