import { randomUUID } from 'node:crypto';
import type { Core } from '#case-service/core';
import type { ExistingCase } from '#domain/case/case';
import { type CaseCommand, commandSchemas, reportCase } from '#domain/case/commands.schema';
import type { Actor } from '#domain/org/actor';
import { complaint, type Given, type Stage, walkBy } from './complaint-way.js';
import { people } from './scenario.js';

/** A complaint over the real store; what the body lacks gets the simplest value. */
export async function reported(core: Core, body: Record<string, unknown> = {}, actor: Actor = people.registrar): Promise<string> {
  const parsed = reportCase.parse({ ...complaint, ...body });
  return (await core.cases.report(actor, parsed, { commandId: randomUUID() })).id;
}

/** One command by one person. @throws Refusal */
export async function does(core: Core, caseId: string, command: Given, actor: Actor = people.manager): Promise<void> {
  await core.cases.execute(actor, caseId, commandSchemas[command.type].parse(command) as CaseCommand, { commandId: randomUUID() });
}

export async function stateOf(core: Core, caseId: string): Promise<ExistingCase> {
  const state = await core.cases.load(caseId);
  if (!state.exists) throw new Error('the case was never received');
  return state;
}

async function seenOf(core: Core, caseId: string) {
  const { stage, contact, remedy } = await stateOf(core, caseId);
  return { stage, feedback: contact.feedback, actions: remedy.actions };
}

/** The shortest lawful way of a complaint to a stage, over the real store. @param effectDueAt the day when the planned action's effect is to be judged */
export const walk = (core: Core, caseId: string, to: Stage, effectDueAt: string | null = null): Promise<void> =>
  walkBy({ now: () => core.clock.now(), see: (id) => seenOf(core, id), give: (id, command) => does(core, id, command) }, caseId, to, effectDueAt);
