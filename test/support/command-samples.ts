import { commandSchemas } from '#domain/case/commands.schema';
import { uuidOf } from '#domain/ids';

const id = uuidOf('sample');
const text = 'En mening.';

/** One body of each command that its schema takes, whatever the case: for asking who may give it. */
export const commandSamples: { readonly [N in keyof typeof commandSchemas]: Record<string, unknown> } = {
  AddToCase: { by: 'staff', text },
  CorrectCase: { set: { source: 'relative' }, why: 'newFacts', reasons: text },
  MoveToUnit: { unit: 'afs-sodra', why: 'wrongUnit', reasons: text },
  ClassifyCase: { categories: ['treatment'] },
  AnswerTriage: { irregularity: 'no', careInjury: 'no', danger: 'no' },
  Diarise: { diaryNumber: 'SN-2026-1' },
  AssignCase: { person: id },
  AnswerConflict: { answer: 'none' },
  AdvanceCase: { to: 'assessing' },
  SendBack: { to: 'investigating', reasons: text },
  MakeEntry: { nature: 'fact', by: 'staff', text },
  HearParty: { party: 'staff', result: 'heard' },
  FindCause: { area: 'routines', level: 'unit', text },
  WithdrawCause: { causeId: id, text },
  CompleteInvestigation: {},
  DecideOutcome: { complaintOutcome: 'none', reasons: text },
  DecideIvo: { notify: 'notApplicable', reasons: text },
  GiveFeedback: { what: 'interim', method: 'phone' },
  ExplainNoFeedback: { what: 'answer', reason: 'declined' },
  SendMessage: { text },
  PlanAction: { area: 'routines', horizon: 'shortTerm', dueAt: '2027-01-01T10:00:00Z', what: text, howJudged: text },
  ChangeAction: { actionId: id, status: 'done' },
  JudgeEffect: { actionId: id, effect: 'yes', evidence: text },
  DecideNoAction: { text },
  HandOverCase: { to: 'region', told: true, reasons: text },
  CloseAtOnce: { toldOnTheSpot: true, whatWasDone: text },
  ReopenCase: { reason: 'newFacts', text },
  CancelCase: { reason: 'wronglyRegistered', second: id, text },
};
