import { randomUUID } from 'node:crypto';
import type { Core } from '#case-service/core';
import type { ExistingCase } from '#domain/case/case';
import { type CaseCommand, commandSchemas, type PublicCommand, reportCase } from '#domain/case/commands.schema';
import type { Actor } from '#domain/org/actor';
import { people } from './scenario.js';

type Stage = 'investigating' | 'assessing' | 'ivoDecision' | 'feedback' | 'followUp' | 'closed';
type Given<C> = C extends { type: infer T } ? { type: T } & Record<string, unknown> : never;

/** A complaint over the real store; what the body lacks gets the simplest value. */
export async function reported(core: Core, body: Record<string, unknown> = {}, actor: Actor = people.registrar): Promise<string> {
  const parsed = reportCase.parse({
    kind: 'complaint',
    opinionType: 'complaint',
    unit: 'afs-norra',
    source: 'relative',
    what: 'Ingen kom på kvällen.',
    ...body,
  });
  return (await core.cases.report(actor, parsed, { commandId: randomUUID() })).id;
}

/** One command by one person. @throws Refusal */
export async function does(core: Core, caseId: string, command: Given<PublicCommand>, actor: Actor = people.manager): Promise<void> {
  await core.cases.execute(actor, caseId, commandSchemas[command.type].parse(command) as CaseCommand, { commandId: randomUUID() });
}

export async function stateOf(core: Core, caseId: string): Promise<ExistingCase> {
  const state = await core.cases.load(caseId);
  if (!state.exists) throw new Error('the case was never received');
  return state;
}

/** The shortest lawful way to a stage, over the real store. `effectDueAt` is the day when the planned action's effect is to be judged. */
export async function walk(core: Core, caseId: string, to: Stage, effectDueAt: string | null = null): Promise<void> {
  const say = (command: Given<PublicCommand>) => does(core, caseId, command);
  const dueAt = new Date(core.clock.now().getTime() + 20 * 86_400_000).toISOString();
  const prepare: Readonly<Record<Stage, () => Promise<void>>> = {
    investigating: async () => {
      await say({ type: 'ClassifyCase', categories: ['serviceDelivery'], lawAreas: ['SoL'] });
      await say({ type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' });
      const { feedback } = await stateOf(core, caseId);
      if (feedback.length === 0) await say({ type: 'GiveFeedback', what: 'confirmation', method: 'phone' });
      await say({ type: 'AssignCase', person: people.manager.person });
      await say({ type: 'AnswerConflict', answer: 'none' });
    },
    assessing: async () => {
      await say({ type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'Besöket föll bort ur planeringen.' });
      await say({ type: 'FindCause', area: 'routines', level: 'unit', text: 'Ingen kontroll vid byte av schema.' });
      await say({ type: 'CompleteInvestigation' });
    },
    ivoDecision: async () => {
      await say({ type: 'DecideOutcome', complaintOutcome: 'deficiency', reasons: 'Besöket uteblev.' });
      await say({
        type: 'PlanAction',
        area: 'routines',
        horizon: 'shortTerm',
        dueAt,
        effectDueAt,
        what: 'Dubbelkontroll av schemat.',
        howJudged: 'Uteblivna besök räknas i en månad.',
      });
    },
    feedback: () => say({ type: 'DecideIvo', notify: 'notApplicable', reasons: 'Ett enstaka besök, ingen fara.' }),
    followUp: () => say({ type: 'GiveFeedback', what: 'answer', method: 'letter', text: 'Vi ber om ursäkt. Så här har vi ändrat.' }),
    closed: async () => {
      for (const action of (await stateOf(core, caseId)).actions.filter((row) => row.effect === null)) {
        await say({ type: 'JudgeEffect', actionId: action.actionId, effect: 'yes', evidence: 'Inga uteblivna besök på en månad.' });
      }
    },
  };
  const stages = Object.keys(prepare) as Stage[];
  const at = stages.indexOf((await stateOf(core, caseId)).stage as Stage);
  for (const stage of stages.slice(at + 1, stages.indexOf(to) + 1)) {
    await prepare[stage]();
    await say({ type: 'AdvanceCase', to: stage });
  }
}
