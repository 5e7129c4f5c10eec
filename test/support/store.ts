import { randomBytes, randomUUID } from 'node:crypto';
import { type AppendRequest, EventStore, type NewEvent } from '#event-store/event-store';
import { storeMigrations } from '#event-store/migrations/index';
import { Seal } from '#event-store/seal';
import { Database } from '#platform/database';
import { migratedDatabase } from './migrated.js';

export interface FreshStore {
  readonly store: EventStore;
  readonly seal: Seal;
  /** As the running role. */
  readonly database: Database;
  /** As the owner, who may do what nobody else may: for tampering. */
  readonly owner: Database;
  readonly appUrl: string;
  close(): Promise<void>;
}

/** An event store of its own, without domain: for specs of the store itself. */
export async function freshStore(poolSize = 10): Promise<FreshStore> {
  const fresh = await migratedDatabase(storeMigrations);
  const database = await Database.connect(fresh.appUrl(), { poolSize });
  const owner = await Database.connect(fresh.adminUrl, { poolSize: 2 });
  const seal = new Seal(randomBytes(32));
  const close = async () => {
    await database.close();
    await owner.close();
    await fresh.drop();
  };
  return { store: new EventStore(database, seal), seal, database, owner, appUrl: fresh.appUrl(), close };
}

export const event = (over: Partial<NewEvent> = {}): NewEvent => ({
  type: 'EntryMade',
  v: 1,
  at: '2024-03-01T08:00:00.000Z',
  open: { unit: 'iof-bou', n: 1 },
  ...over,
});

export const command = (over: Partial<AppendRequest['command']> = {}): AppendRequest['command'] => ({
  id: randomUUID(),
  actor: 'person-1',
  bodyHash: Buffer.alloc(32, 1),
  ...over,
});

/** A request that appends events to one stream. */
export const to = (stream: string, expectedVersion: number, events: NewEvent[] = [event()], over: Partial<AppendRequest> = {}): AppendRequest => ({
  command: command(),
  build: () => ({ streams: [{ stream, expectedVersion, events }], answer: { version: expectedVersion + events.length } }),
  ...over,
});
