import { randomUUID } from 'node:crypto';
import { reportCase } from '#domain/case/commands.schema';
import type { Actor } from '#domain/case/actor';
import type { CaseCommand } from '#domain/case/commands.schema';
import { commandSchemas } from '#domain/case/commands.schema';
import { figurePosition } from '#read-model/position';
import type { freshCore } from './core.js';
import { waitFor } from './processes.js';
import { people } from './scenario.js';

export type Fresh = Awaited<ReturnType<typeof freshCore>>;

/** Reports a complaint by the door; what the body lacks gets the simplest value. */
export async function reportComplaint(core: Fresh, body: Record<string, unknown> = {}, actor: Actor = people.registrar) {
  const command = reportCase.parse({ kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Hemtjänsten kom inte.', ...body });
  return core.cases.report(actor, command, { commandId: randomUUID() });
}

/** Executes a command by the door; what it lacks gets its default. */
export async function execute(core: Fresh, id: string, command: { readonly type: keyof typeof commandSchemas } & Record<string, unknown>, actor: Actor = people.manager) {
  return core.cases.execute(actor, id, commandSchemas[command.type].parse(command) as CaseCommand, { commandId: randomUUID() });
}

/** Waits until the rows stand at the store's last event. */
export async function caughtUp(core: Fresh, ms = 20_000): Promise<number> {
  const last = await core.store.position();
  return waitFor(async () => ((await figurePosition(core.database)) >= last ? last : undefined), ms, `the rows to reach ${last}`);
}
