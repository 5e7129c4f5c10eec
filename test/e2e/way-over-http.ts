import { randomUUID } from 'node:crypto';
import { codesOf } from '#domain/codes/code';
import { investigationPoints } from '#domain/codes/investigation';
import { patientInformationPoints } from '#domain/codes/patient-information';
import { placeOf } from '#domain/errors';
import type { Answer, Api, Who } from '../support/api.js';
import { does, type Stage, way } from '../support/complaint-over-http.js';
import { people } from '../support/scenario.js';

type Command = { readonly type: string } & Record<string, unknown>;
type Shown = Answer['body'];

/** Who opens the case, who investigates it, who decides. */
const hands: Readonly<Record<string, { readonly desk: Who; readonly handler: Who; readonly decider: Who }>> = {
  complaint: { desk: 'manager', handler: 'manager', decider: 'manager' },
  deviation: { desk: 'manager', handler: 'manager', decider: 'manager' },
  lexSarah: { desk: 'sas', handler: 'irregularityInvestigator', decider: 'director' },
  lexMaria: { desk: 'mas', handler: 'analyst', decider: 'notifier' },
};
export const handsOf = (kind: string) => hands[kind] as (typeof hands)[string] & object;

/** Reports over HTTP and gives the whole answer. */
export const reports = async (api: Api, body: Record<string, unknown>, who: Who | null = 'carer'): Promise<Shown> => {
  const answer = await api.post('/api/cases', { unit: 'afs-norra', what: 'Något hände.', ...body }, who, { 'idempotency-key': randomUUID() });
  expect([answer.status, answer.body.code, answer.body.missing]).toEqual([201, undefined, undefined]);
  return answer.body;
};

export const shown = async (api: Api, id: string, who: Who = 'director'): Promise<Shown> => (await api.get(`/api/cases/${id}`, who)).body;

/** One command that must be accepted; its answer. */
export async function lets(api: Api, id: string, command: Command, who: Who): Promise<Shown> {
  const { status, body } = await does(api, id, command, who);
  expect([command.type, status, body.code, body.missing]).toEqual([command.type, 200, undefined, undefined]);
  return body;
}

/** What a refused command lacks, by field. */
export async function lacks(api: Api, id: string, command: Command, who: Who): Promise<readonly string[]> {
  const { status, body } = await does(api, id, command, who);
  expect(status).toBe(422);
  return (body.missing as { field: string }[]).map(({ field }) => field);
}

const x = 'En mening.';
const asked = codesOf(investigationPoints).filter((point) => !['general', 'causes', 'decision'].includes(point));
const decided = (kind: string): Command => ({
  type: 'DecideOutcome',
  reasons: x,
  ...(kind === 'complaint' ? { complaintOutcome: 'deficiency' } : {}),
  ...(kind === 'lexSarah' ? { outcome: 'irregularity' } : {}),
  ...(kind === 'deviation' || kind === 'lexMaria' ? { hslOutcome: 'couldHaveCausedCareInjury', injury: false, serious: false, avoidable: 'yes' } : {}),
});

/** The command for each lack: nothing grave, one cause, one action that helped. */
const mends: Readonly<Record<string, (state: Shown, text: string, api: Api) => Command>> = {
  ClassifyCase: ({ kind, lawAreas }) => ({
    type: 'ClassifyCase',
    lawAreas: lawAreas ?? ['SoL'],
    ...(kind === 'complaint' ? { categories: ['treatment'] } : { affects: 'individual' }),
    ...(kind === 'deviation' ? { deviationType: 'other' } : {}),
    ...(kind === 'lexSarah' ? { lexSarahKinds: ['deficientTreatment'] } : {}),
  }),
  AnswerTriage: () => ({ type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no', serious: 'no' }),
  AssessRisk: () => ({ type: 'AssessRisk', severity: '1', probability: '2' }),
  AssignCase: ({ kind }) => ({ type: 'AssignCase', person: people[handsOf(kind).handler].person, as: 'medarbetare' }),
  AnswerConflict: () => ({ type: 'AnswerConflict', answer: 'none' }),
  Diarise: ({ number }) => ({ type: 'Diarise', diaryNumber: `SN ${number}` }),
  MakeEntry: ({ entries }) => ({
    type: 'MakeEntry',
    nature: 'fact',
    by: 'staff',
    point: asked.find((point) => !(entries as { point: string }[]).some((entry) => entry.point === point)) ?? 'general',
    text: x,
  }),
  OpenInvestigation: ({ kind }) => ({ type: 'OpenInvestigation', method: 'incidentAnalysis', lead: people[handsOf(kind).handler].person, team: 3 }),
  HearParty: ({ lawAreas }) => ({ type: 'HearParty', party: (lawAreas as string[]).includes('HSL') ? 'patient' : 'individual', result: 'heard' }),
  FindCause: () => ({ type: 'FindCause', area: 'routines', level: 'unit', text: x }),
  CompleteInvestigation: () => ({ type: 'CompleteInvestigation', similarBefore: false, recurrence: true }),
  ProposeOutcome: ({ kind }) => ({ ...decided(kind), type: 'ProposeOutcome' }),
  DecideOutcome: ({ kind }) => decided(kind),
  PlanAction: ({ causes }, _text, api) => ({
    type: 'PlanAction',
    area: 'routines',
    horizon: 'shortTerm',
    causes: (causes as { causeId: string }[]).map(({ causeId }) => causeId),
    dueAt: new Date(api.core.clock.now().getTime() + 20 * 86_400_000).toISOString(),
    what: x,
    howJudged: x,
  }),
  DecideIvo: ({ kind }) =>
    kind === 'lexSarah' || kind === 'lexMaria'
      ? { type: 'DecideIvo', notify: 'no', presenter: people[handsOf(kind).handler].person, reasons: x }
      : { type: 'DecideIvo', notify: 'notApplicable', reasons: x },
  NotifyIvo: () => ({ type: 'NotifyIvo', way: 'eService', investigationAttached: true }),
  GiveFeedback: (state, text) => ({
    type: 'GiveFeedback',
    to: state.kind === 'complaint' ? 'complainant' : recipientOf(text),
    what: /Bekräfta/.test(text) ? 'confirmation' : 'answer',
    method: 'phone',
  }),
  InformPatient: () => ({ type: 'InformPatient', points: codesOf(patientInformationPoints), journalRef: 'Anteckning samma dag' }),
  JudgeEffect: ({ actions }) => ({
    type: 'JudgeEffect',
    actionId: (actions as { actionId: string; effect: unknown }[]).find((action) => action.effect === null)?.actionId,
    effect: 'yes',
    evidence: x,
  }),
  CloseIvoMatter: () => ({ type: 'CloseIvoMatter', ivoOutcome: 'closedWithoutAction' }),
};
const recipientOf = (text: string): string =>
  /rapporterade/.test(text) ? 'reporter' : /personalgruppen/.test(text) ? 'staffGroup' : /nämnden/.test(text) ? 'board' : 'individual';

const byHandler: readonly string[] = ['AnswerConflict', 'MakeEntry', 'HearParty', 'FindCause', 'CompleteInvestigation', 'ProposeOutcome'];
const byDecider: readonly string[] = ['DecideOutcome', 'DecideIvo'];

/** Takes a case to a stage as a person would: supplies what the case says is missing, one after the other, and goes on. */
export async function goes(api: Api, id: string, to: Stage): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    const state = await shown(api, id);
    if (state.stage === to) return;
    const { desk, handler, decider } = handsOf(state.kind);
    const lack = (state.missing as { field: string; text: string }[])[0];
    if (lack === undefined) {
      await lets(
        api,
        id,
        { type: 'AdvanceCase', to: way[way.indexOf(state.stage) + 1] },
        state.kind === 'lexSarah' && state.stage === 'investigating' ? handler : desk,
      );
      continue;
    }
    const name = placeOf(lack).command as string;
    const mend = mends[name];
    if (mend === undefined) throw new Error(`nothing mends ${lack.field}`);
    const who = byHandler.includes(name) ? handler : byDecider.includes(name) ? decider : desk;
    if (name.startsWith('Decide')) await lets(api, id, { type: 'AnswerConflict', answer: 'none' }, who);
    await lets(api, id, mend(state, lack.text, api), who);
  }
  throw new Error(`the case never came to ${to}`);
}
