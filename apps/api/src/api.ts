import type { Provider } from '@nestjs/common';
import { EventStore } from '#event-store/event-store';
import { Seal } from '#event-store/seal';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { CasesController } from './cases.controller.js';
import { Changes } from './changes.js';
import { People } from './people.js';
import { Session } from './session.js';

/** The JSON side of the process: composed with the pages by apps/server. */
export const apiControllers = [CasesController];

export const apiProviders: Provider[] = [
  { provide: Session, useFactory: (seal: Seal, clock: Clock) => new Session(seal, clock), inject: [Seal, Clock] },
  { provide: People, useFactory: (database: Database, clock: Clock) => new People(database, clock), inject: [Database, Clock] },
  { provide: Changes, useFactory: (store: EventStore) => new Changes(store), inject: [EventStore] },
];

export { prepareApi } from './prepare.js';
