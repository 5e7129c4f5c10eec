import type { Core } from '#case-service/core';
import type { ExistingCase } from '#domain/case/case';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { processOf } from '#domain/case/processes/index';
import { stageAfter, type WorkStage } from '#domain/case/processes/process';
import { Refusal } from '#domain/errors';
import type { Actor } from '#domain/org/actor';
import { actors, type Command, type Mends, mending } from './lawful.js';
import { people } from './scenario.js';
import { does, stateOf } from './walk.js';

const text = 'En mening.';
const SOON = 20 * 86_400_000;

/** Differences from the ordinary values: lex Sarah and lex Maria are found serious, and are notified. */
const serious = (core: Core): Mends => ({
  ProposeOutcome: () => ({ type: 'ProposeOutcome', outcome: 'seriousIrregularity', reasons: text }),
  'DecideOutcome.outcome': () => ({ type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: text }),
  'DecideOutcome.hslOutcome': () => ({ type: 'DecideOutcome', hslOutcome: 'seriousCareInjury', injury: true, serious: true, avoidable: 'yes', reasons: text }),
  'DecideIvo.notify': ({ desc }) => ({
    type: 'DecideIvo',
    notify: desc.kind === 'deviation' ? 'notApplicable' : 'yes',
    presenter: people.irregularityInvestigator.person,
    reasons: text,
  }),
  PlanAction: (state) => ({
    type: 'PlanAction',
    area: 'routines',
    horizon: 'shortTerm',
    causes: state.investigation.causes.map((cause) => cause.causeId),
    dueAt: new Date(core.clock.now().getTime() + SOON).toISOString(),
    what: text,
    howJudged: text,
  }),
});

/** Who decides in the specs, where that is a certain person. */
const deciders: Readonly<Record<string, Actor>> = { lexSarah: people.director, lexMaria: people.notifier };

/** Takes a deviation, a lex Sarah or a lex Maria to a stage over the real store, by supplying what is missing as the page names it. */
export async function carry(core: Core, id: string, to: WorkStage | 'closed'): Promise<void> {
  const own = serious(core);
  for (let step = 0; step < 80; step += 1) {
    const state = await stateOf(core, id);
    if (state.stage === to) return;
    const process = processOf(state.desc.process);
    const lack = lacksToAdvance(state, process)[0];
    const command = lack === undefined ? ({ type: 'AdvanceCase', to: stageAfter(process, state.stage as WorkStage) } as Command) : mending(state, lack, own);
    await byWhoMay(core, state, command);
  }
  throw new Error(`the case never came to ${to}`);
}

/** The command by the first of those who may. */
async function byWhoMay(core: Core, { id, desc, handler }: ExistingCase, command: Command): Promise<void> {
  const decider = deciders[desc.kind];
  const first = decider !== undefined && command.type.startsWith('Decide') ? [decider] : [];
  const own = Object.values(people).filter(({ person }) => person !== null && person === handler?.person);
  for (const actor of [...first, ...own, ...actors]) {
    const given = () => does(core, id, command as Parameters<typeof does>[2], actor).catch((error: unknown) => error);
    let refused = await given();
    // Whoever decides says first that they have no conflict of interest.
    if (refused instanceof Refusal && refused.missing.some(({ field }) => field === 'AnswerConflict.answer')) {
      await does(core, id, { type: 'AnswerConflict', answer: 'none' }, actor);
      refused = await given();
    }
    if (refused === undefined) return;
    if (!(refused instanceof Refusal) || (refused.code !== 'notYours' && refused.code !== 'notFound')) throw refused;
  }
  throw new Error(`nobody may ${command.type}`);
}
