import type { Core } from '#case-service/core';
import type { Actor } from '#domain/case/actor';
import type { ExistingCase } from '#domain/case/case';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { codesOf } from '#domain/codes/code';
import { investigationPoints } from '#domain/codes/investigation';
import type { Kind } from '#domain/codes/kinds';
import { patientInformationPoints } from '#domain/codes/patient-information';
import { processOf } from '#domain/process/index';
import { stageAfter, type WorkStage } from '#domain/process/process';
import { people } from './scenario.js';
import { does, stateOf } from './walk.js';

type Given = Parameters<typeof does>[2];
type Reported = Exclude<Kind, 'complaint'>;

/** Who does what in each kind: the one who opens the case, the one who investigates, the one who decides. */
const hands: Readonly<Record<Reported, { readonly desk: Actor; readonly handler: Actor; readonly decider: Actor }>> = {
  deviation: { desk: people.manager, handler: people.manager, decider: people.manager },
  lexSarah: { desk: people.sas, handler: people.irregularityInvestigator, decider: people.director },
  lexMaria: { desk: people.mas, handler: people.analyst, decider: people.notifier },
};
const text = 'En mening.';
const SOON = 20 * 86_400_000;

/**
 * Carries a deviation, a lex Sarah or a lex Maria over the real store to a stage, by mending what is missing as the page names it and
 * going on. Lex Sarah and lex Maria are found serious and are notified.
 */
export async function carry(core: Core, id: string, to: WorkStage | 'closed'): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    const state = await stateOf(core, id);
    if (state.stage === to) return;
    const lack = lacksToAdvance(state, processOf(state.desc.process))[0];
    const stage = state.stage as WorkStage;
    const hand = hands[state.desc.kind as Reported];
    const steps =
      lack === undefined
        ? [[{ type: 'AdvanceCase', to: stageAfter(processOf(state.desc.process), stage) } as Given, goesOn(state, hand)] as const]
        : mended(core, lack.field, state, hand);
    for (const [command, actor] of steps) await does(core, id, command, actor);
  }
  throw new Error(`the case never came to ${to}`);
}

const goesOn = (state: ExistingCase, { desk, handler }: (typeof hands)[Reported]): Actor =>
  state.desc.kind === 'lexSarah' && state.stage === 'investigating' ? handler : desk;

function mended(core: Core, field: string, state: ExistingCase, { desk, handler, decider }: (typeof hands)[Reported]): readonly (readonly [Given, Actor])[] {
  const { kind } = state.desc;
  const causes = state.causes.map((cause) => cause.causeId);
  const untold =
    ['reporter', 'individual', 'staffGroup', 'board'].find((to) => !state.feedback.some((row) => row.to === to && row.what === 'answer')) ?? 'reporter';
  const one = (command: Given, actor: Actor = desk) => [[command, actor] as const];
  switch (field.split('.')[0]) {
    case 'ClassifyCase':
      return one({
        type: 'ClassifyCase',
        lawAreas: state.desc.lawAreas ?? ['SoL'],
        affects: 'individual',
        deviationType: kind === 'deviation' ? 'other' : null,
        lexSarahKinds: kind === 'lexSarah' ? ['deficientTreatment'] : null,
      });
    case 'AnswerTriage':
      return one({ type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no', serious: 'no' });
    case 'AssessRisk':
      return one({ type: 'AssessRisk', severity: '2', probability: '2' });
    case 'AssignCase':
      return one({ type: 'AssignCase', person: handler.person });
    case 'AnswerConflict':
      return one({ type: 'AnswerConflict', answer: 'none' }, handler);
    case 'Diarise':
      return one({ type: 'Diarise', diaryNumber: 'SN-2026-1' });
    case 'MakeEntry': {
      const point = codesOf(investigationPoints).find((code) => code !== 'general' && !state.entries.some((entry) => entry.point === code)) ?? 'general';
      return one({ type: 'MakeEntry', nature: 'fact', by: 'staff', point, text }, handler);
    }
    case 'OpenInvestigation':
      return one({ type: 'OpenInvestigation', method: kind === 'lexSarah' ? 'irregularity' : 'incidentAnalysis', lead: handler.person });
    case 'HearParty':
      return one({ type: 'HearParty', party: kind === 'lexSarah' ? 'individual' : 'patient', result: 'heard' }, handler);
    case 'FindCause':
      return one({ type: 'FindCause', area: 'routines', level: 'unit', text }, handler);
    case 'CompleteInvestigation':
      return one({ type: 'CompleteInvestigation', similarBefore: false, recurrence: true }, handler);
    case 'ProposeOutcome':
      return one({ type: 'ProposeOutcome', outcome: 'seriousIrregularity', reasons: text }, handler);
    case 'DecideOutcome':
      return one(
        kind === 'lexSarah'
          ? { type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: text }
          : { type: 'DecideOutcome', hslOutcome: 'seriousCareInjury', injury: true, serious: true, avoidable: 'yes', reasons: text },
        decider,
      );
    case 'DecideIvo':
      if (kind === 'deviation') return one({ type: 'DecideIvo', notify: 'notApplicable', reasons: text });
      return [
        [{ type: 'AnswerConflict', answer: 'none' }, decider],
        [{ type: 'DecideIvo', notify: 'yes', presenter: handler.person, reasons: text }, decider],
      ];
    case 'NotifyIvo':
      return one({ type: 'NotifyIvo', way: 'eService', investigationAttached: true });
    case 'CloseIvoMatter':
      return one({ type: 'CloseIvoMatter', ivoOutcome: 'closedWithoutAction' });
    case 'PlanAction':
      return one({
        type: 'PlanAction',
        area: 'routines',
        horizon: 'shortTerm',
        causes,
        dueAt: new Date(core.clock.now().getTime() + SOON).toISOString(),
        what: text,
        howJudged: text,
      });
    case 'GiveFeedback':
      return one({ type: 'GiveFeedback', to: untold, what: 'answer', method: 'phone' });
    case 'InformPatient':
      return one({ type: 'InformPatient', points: codesOf(patientInformationPoints), journalRef: text });
    case 'JudgeEffect':
      return one({ type: 'JudgeEffect', actionId: state.actions.find((action) => action.effect === null)?.actionId, effect: 'yes', evidence: text });
    default:
      throw new Error(`nothing mends ${field}`);
  }
}
