import type { Core } from '#case-service/core';
import type { WorkStage } from '#domain/case/processes/process';
import { Refusal } from '#domain/errors';
import type { Actor } from '#domain/org/actor';
import { lawfulWay, type Mends } from './lawful.js';
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
const deciders: Readonly<Record<string, readonly Actor[]>> = { lexSarah: [people.director], lexMaria: [people.notifier] };

/** Takes a deviation, a lex Sarah or a lex Maria to a stage over the real store, by supplying what is missing as the page names it. */
export async function carry(core: Core, id: string, to: WorkStage | 'closed'): Promise<void> {
  let state = await stateOf(core, id);
  const steps = lawfulWay(state, to, serious(core), ({ desc }, { type }) => (type.startsWith('Decide') ? (deciders[desc.kind] ?? []) : []));
  for (let step = steps.next(); !step.done; ) {
    const refusal = await does(core, id, step.value.command as Parameters<typeof does>[2], step.value.actor).then(
      () => null,
      (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)),
    );
    if (refusal === null) state = await stateOf(core, id);
    step = steps.next({ state, refusal });
  }
}
