import { lacksToAdvance } from '#domain/case/decide/stages';
import { processes } from '#domain/case/processes/index';
import { stageAfter, type WorkStage } from '#domain/case/processes/process';
import type { Actor } from '#domain/org/actor';
import { people, type Scenario } from './scenario.js';
import { who } from './stories.js';

type Command = Parameters<Scenario['when']>[0];

/** What each lack names is done, by one who may: a gate's lack must disappear when its command is done. */
export function mendOne(scenario: Scenario): void {
  const state = scenario.case;
  const process = processes.find((row) => row.id === state.desc.process) as (typeof processes)[number];
  // The two highest see every unit, and not both can be barred here: whoever is free of conflict acts.
  const act = (command: Command) => {
    for (const by of [people.director, people.divisionHead, people.manager, people.operationsHead, people.registrar]) {
      scenario.when(command, by);
      if (scenario.lacks().includes('AnswerConflict.answer')) scenario.when({ type: 'AnswerConflict', answer: 'none' }, by).when(command, by);
      if (scenario.refusal === null) return;
    }
    throw new Error(`nobody can ${JSON.stringify(command)}: ${scenario.said().join(' / ')}`);
  };
  const free = [people.director, people.divisionHead, people.manager].find((one) => !state.conflict.barred.includes(one.person as string)) as Actor;
  const lack = lacksToAdvance(state, process)[0];
  if (lack === undefined) {
    act({ type: 'AdvanceCase', to: stageAfter(process, state.stage as WorkStage) });
    return;
  }
  const mend: Record<string, () => unknown> = {
    'MoveToUnit.unit': () => act({ type: 'MoveToUnit', unit: 'afs-norra', why: 'wrongUnit', reasons: 'x' }),
    'ClassifyCase.categories': () => act({ type: 'ClassifyCase', categories: ['treatment'] }),
    'ClassifyCase.categoryOther': () => act({ type: 'ClassifyCase', categoryOther: 'local-x' }),
    'ClassifyCase.lawAreas': () => act({ type: 'ClassifyCase', lawAreas: ['SoL'] }),
    AnswerTriage: () => act({ type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no', reasons: 'x' }),
    'ConvertCase.to': () => {
      if (state.desc.unit === null) act({ type: 'MoveToUnit', unit: 'afs-norra', why: 'wrongUnit', reasons: 'x' });
      act({ type: 'ConvertCase', to: 'lexSarah', way: 'raisedFrom', lawAreas: ['SoL'], reasons: 'x' });
    },
    'PlanAction.horizon': () => act({ type: 'PlanAction', area: 'routines', horizon: 'immediate', dueAt: '2026-09-01T08:00:00Z', what: 'x', howJudged: 'y' }),
    'GiveFeedback.what': () =>
      act({ type: 'GiveFeedback', what: state.stage === 'received' ? 'confirmation' : 'answer', method: 'phone', parts: ['explanation'] }),
    'AssignCase.person': () => act({ type: 'AssignCase', person: free.person }),
    'AnswerConflict.answer': () => {
      const handler = who.find((one) => one.person === state.handler?.person);
      scenario.when({ type: 'AnswerConflict', answer: 'none' }, handler as Actor);
      if (scenario.refusal === null) return;
      act({ type: 'AssignCase', person: free.person });
      scenario.when({ type: 'AnswerConflict', answer: 'none' }, free);
    },
    'MakeEntry.text': () => act({ type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'x' }),
    FindCause: () => act({ type: 'FindCause', area: 'routines', level: 'unit', text: 'x' }),
    CompleteInvestigation: () => act({ type: 'CompleteInvestigation' }),
    'DecideOutcome.complaintOutcome': () => act({ type: 'DecideOutcome', complaintOutcome: 'deficiency', reasons: 'x' }),
    PlanAction: () =>
      state.stage === 'followUp'
        ? act({ type: 'DecideNoAction', text: 'x' })
        : act({ type: 'PlanAction', area: 'routines', horizon: 'shortTerm', dueAt: '2026-09-01T08:00:00Z', what: 'x', howJudged: 'y' }),
    'DecideIvo.notify': () => act({ type: 'DecideIvo', notify: 'notApplicable', reasons: 'x' }),
    'JudgeEffect.effect': () =>
      state.remedy.actions
        .filter((row) => row.status !== 'dropped' && row.effect === null)
        .forEach(({ actionId }) => act({ type: 'JudgeEffect', actionId, effect: 'yes', evidence: 'x' })),
  };
  const how = mend[lack.field];
  if (how === undefined) throw new Error(`no command mends ${lack.field}`);
  how();
  expect(lacksToAdvance(scenario.case, process).map(({ field, text }) => field + text)).not.toContain(lack.field + lack.text);
}
