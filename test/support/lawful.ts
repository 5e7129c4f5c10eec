import type { ExistingCase } from '#domain/case/case';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { processOf } from '#domain/case/processes/index';
import { stageAfter, type WorkStage } from '#domain/case/processes/process';
import { investigationPoints } from '#domain/codes/investigation';
import { patientInformationPoints } from '#domain/codes/patient-information';
import type { Stage } from '#domain/codes/stages';
import type { Lack, Refusal } from '#domain/errors';
import type { Actor } from '#domain/org/actor';
import { people, type Scenario } from './scenario.js';

export type Command = Parameters<Scenario['when']>[0];
type Mend = (state: ExistingCase, lack: Lack) => Command | readonly Command[];
/** The commands for each lack, by the field that the gate names; a spec gives its own where that is the point. */
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
  'ConvertCase.to': ({ desc }, { text }) => [
    // A case without a unit becomes no case of another kind.
    ...(desc.unit === null ? [{ type: 'MoveToUnit', unit: 'afs-norra', why: 'wrongUnit', reasons: x } as const] : []),
    {
      type: 'ConvertCase',
      ...(text.includes('till lex Maria')
        ? { to: 'lexMaria' }
        : text.includes('till lex Sarah')
          ? { to: 'lexSarah', way: 'raisedFrom', lawAreas: ['SoL'] }
          : { to: 'deviation', way: 'raisedFrom', lawAreas: ['HSL'], deviationType: 'fall', eventClass: 'adverseEvent' }),
      reasons: x,
    },
  ],
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
  'JudgeEffect.effect': ({ remedy }) =>
    remedy.actions
      .filter((row) => row.status !== 'dropped' && row.effect === null)
      .map(({ actionId }) => ({ type: 'JudgeEffect', actionId, effect: 'yes', evidence: x })),
};

/** One attempt at a command. */
export interface Attempt {
  readonly actor: Actor;
  readonly command: Command;
}
/** What came of it: the case as it then is, and why it was refused, if it was. */
export interface Outcome {
  readonly state: ExistingCase;
  readonly refusal: Refusal | null;
}
/** Attempts one after the other; whoever makes them says what came of each, over the pure functions or the store. Returns the case as it is at the end. */
export type Attempts = Generator<Attempt, ExistingCase, Outcome>;
/** Who is tried first for a command. */
export type First = (state: ExistingCase, command: Command) => readonly Actor[];
const nobodyFirst: First = () => [];

/** The command by the first of those who may. @throws Error where all are refused, with what was said to the last who was not merely without right */
function* attempts(begins: ExistingCase, command: Command, first: First = nobodyFirst): Attempts {
  const handler = Object.values(people).find(({ person }) => person !== null && person === begins.handler?.person) ?? people.analyst;
  let said: readonly string[] = [];
  for (const actor of [...first(begins, command), handler, ...actors]) {
    let { state, refusal } = yield { actor, command };
    // Whoever decides says first that they have no conflict of interest.
    if (refusal?.missing.some(({ field }) => field === 'AnswerConflict.answer') && !state.conflict.free.includes(actor.person as string)) {
      yield { actor, command: { type: 'AnswerConflict', answer: 'none' } };
      ({ state, refusal } = yield { actor, command });
    }
    if (refusal === null) return state;
    if (refusal.code !== 'notYours' && refusal.code !== 'notFound')
      said = [actor.id, refusal.title, ...refusal.missing.map(({ field, text }) => `${field} ${text}`)];
  }
  throw new Error(`${JSON.stringify(command)}: ${said.join(' · ') || 'nobody may'}`);
}

/** What one lack asks for. @throws Error where no command does */
function* mends(begins: ExistingCase, lack: Lack, own: Mends, first?: First): Attempts {
  let state = begins;
  for (const command of mending(begins, lack, own))
    state = yield* command.type === 'AnswerTriage' ? triaged(state, command, first) : attempts(state, command, first);
  return state;
}

/** Where nobody who sees the case may say no, an unsure answer is a suspicion, and becomes a case of its own; how serious it may be stays as it was said. */
function* triaged(begins: ExistingCase, command: Command, first?: First): Attempts {
  const { triage } = begins.assessment;
  try {
    return yield* attempts(begins, command, first);
  } catch (nobody) {
    if (triage === null) throw nobody;
    const settled = (answer: string | null) => (answer === 'unsure' ? 'yes' : answer);
    const { irregularity, careInjury, serious } = triage;
    const stays = { irregularity: settled(irregularity), careInjury: settled(careInjury), serious: settled(serious) };
    return yield* attempts(begins, { ...command, ...stays } as Command, first);
  }
}

/** What is missing before the case can leave its stage, in order. */
export const lacksNow = (state: ExistingCase): readonly Lack[] => lacksToAdvance(state, processOf(state.desc.process));

/** One step on the way: the first lack is mended, or the case is taken to the next stage. */
function* onward(state: ExistingCase, own: Mends, first?: First): Attempts {
  const [lack] = lacksNow(state);
  if (lack !== undefined) return yield* mends(state, lack, own, first);
  return yield* attempts(state, { type: 'AdvanceCase', to: stageAfter(processOf(state.desc.process), state.stage as WorkStage) }, first);
}

/** The way to a stage by doing what each gate misses and nothing else. */
export function* lawfulWay(begins: ExistingCase, to: Stage, own: Mends = {}, first?: First): Attempts {
  let state = begins;
  for (let tries = 0; state.stage !== to; tries += 1) {
    if (tries > 90) throw new Error(`${state.stage}: ${lacksNow(state).map(({ text }) => text)}`);
    state = yield* onward(state, own, first);
  }
  return state;
}

/** Makes the attempts over the pure functions. */
function over(way: Scenario, steps: Attempts): Scenario {
  for (let step = steps.next(); !step.done; step = steps.next({ state: way.case, refusal: way.refusal })) way.when(step.value.command, step.value.actor);
  return way;
}

/** The command by the first of those who may. */
export const byWhoMay = (way: Scenario, command: Command, first: readonly Actor[] = []): Scenario =>
  over(
    way,
    attempts(way.case, command, () => first),
  );
/** Takes a case to a stage by doing what each gate misses and nothing else. */
export const goTo = (way: Scenario, stage: Stage, own: Mends = {}): Scenario => over(way, lawfulWay(way.case, stage, own));
/** One step on the way. @throws Error where it can't be taken */
export const stepOn = (way: Scenario): Scenario => over(way, onward(way.case, {}));
/** Does what one lack asks for. @throws Error where no command does */
export const mend = (way: Scenario, lack: Lack, own: Mends = {}): Scenario => over(way, mends(way.case, lack, own));

/** The commands that one lack asks for. @throws Error where none do */
function mending(state: ExistingCase, lack: Lack, own: Mends): readonly Command[] {
  const how = own[lack.field] ?? ordinary[lack.field];
  if (how === undefined) throw new Error(`no command mends ${lack.field}`);
  const asked = how(state, lack);
  return 'type' in asked ? [asked] : asked;
}
