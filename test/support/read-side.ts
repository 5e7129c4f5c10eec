import { randomUUID } from 'node:crypto';
import type { CaseCommand } from '#domain/case/commands.schema';
import { commandSchemas, reportCase } from '#domain/case/commands.schema';
import { eventShapes } from '#domain/case/events.schema';
import { secondsAwaited } from '#domain/case/seconds';
import { caseStream } from '#domain/ids';
import type { Actor } from '#domain/org/actor';
import { localCode } from '#organisation/local-entries';
import { figurePosition } from '#read-model/position';
import { startProjector } from '../../apps/projector/src/start.js';
import type { freshCore } from './core.js';
import { waitFor } from './processes.js';
import { people } from './scenario.js';

export type Fresh = Awaited<ReturnType<typeof freshCore>>;

/** Reports a complaint by the command service; missing fields get the simplest value. */
export async function reportComplaint(core: Fresh, body: Record<string, unknown> = {}, actor: Actor = people.registrar) {
  const command = reportCase.parse({
    kind: 'complaint',
    opinionType: 'complaint',
    unit: 'afs-norra',
    source: 'relative',
    what: 'Hemtjänsten kom inte.',
    ...body,
  });
  return core.cases.report(actor, command, { commandId: randomUUID() });
}

/** Executes a command by the command service; missing fields get their default. */
export async function execute(
  core: Fresh,
  id: string,
  command: { readonly type: keyof typeof commandSchemas } & Record<string, unknown>,
  actor: Actor = people.manager,
) {
  return core.cases.execute(actor, id, commandSchemas[command.type].parse(command) as CaseCommand, { commandId: randomUUID() });
}

/** Another person confirms, by their own log-in, the last request to them. */
export async function confirm(core: Fresh, id: string, actor: Actor) {
  const state = await core.cases.load(id);
  const request = state.exists ? secondsAwaited(state).at(-1)?.request : undefined;
  return execute(core, id, { type: 'ConfirmSecond', request }, actor);
}

/** Waits until the rows are at the store's last position. */
export async function caughtUp(core: Fresh, ms = 20_000): Promise<number> {
  const last = await core.store.position();
  return waitFor(async () => ((await figurePosition(core.database)) >= last ? last : undefined), ms, `the rows to reach ${last}`);
}

/** The projector on the store itself; faults are collected, so that none is overlooked. */
export async function followStore(core: Fresh): Promise<{ readonly faults: unknown[]; stop(): Promise<void> }> {
  const faults: unknown[] = [];
  const feed = await startProjector(core, {
    config: { kafka: { brokers: [], topic: '' }, feed: 'store' },
    onError: (error) => void faults.push(error),
    onParked: (_stream, error) => void faults.push(error),
    onUnreadable: () => undefined,
  });
  return { faults, stop: () => feed.stop() };
}

/** The scenario's people in the municipality's register: the second persons of confirmations must be known there. */
export async function employ(core: Fresh): Promise<void> {
  for (const [login, { person, posts }] of Object.entries(people)) {
    if (person === null) continue;
    await core.database.query('INSERT INTO store.person (id, login, name, email) VALUES ($1, $2, $2, $3) ON CONFLICT DO NOTHING', [
      person,
      login,
      `${login}@kommun.example`,
    ]);
    for (const { role, unit } of posts)
      await core.database.query('INSERT INTO store.post (person, role, unit) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [person, role, unit]);
  }
  await core.register.refresh();
}

/** An entry of a division's own list; returns its code. */
export async function localEntry(core: Fresh, list: 'sourceName' | 'categoryOther' | 'lexSarahKindOther', division: string, label: string): Promise<string> {
  const code = localCode(list, division, label);
  await core.database.query('INSERT INTO store.local_entry (list, division, code, label, from_position) VALUES ($1, $2, $3, $4, 0)', [
    list,
    division,
    code,
    label,
  ]);
  await core.register.refresh();
  return code;
}

/** A closed case like an imported one, written straight to the store: fields that a report needs may be missing. */
export async function importComplaint(core: Fresh, described: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  const receivedAt = (described['receivedAt'] as string | undefined) ?? '2025-03-01T10:00:00.000Z';
  const open = eventShapes.CaseImported.open.parse({
    kind: 'complaint',
    process: 'complaint@1',
    incidentId: randomUUID(),
    receivedAt,
    number: `KLA-${receivedAt.slice(0, 4)}-${id.slice(0, 8)}`,
    stage: 'closed',
    closedAt: receivedAt,
    sourceHash: 'h',
    unit: 'afs-norra',
    source: 'relative',
    opinionType: 'complaint',
    ...described,
  }) as Record<string, unknown>;
  await core.store.append({
    command: { id: randomUUID(), actor: 'import', bodyHash: Buffer.alloc(1) },
    build: () => ({ streams: [{ stream: caseStream(id), expectedVersion: 0, events: [{ type: 'CaseImported', v: 1, at: receivedAt, open }] }], answer: {} }),
  });
  return id;
}
