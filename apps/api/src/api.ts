import type { Provider } from '@nestjs/common';
import { CaseReader } from '#case-service/case-reader';
import { Relatives } from '#case-view/kin';
import { EventStore } from '#event-store/event-store';
import { Seal } from '#event-store/seal';
import { MailCatcher } from '#notices/catcher';
import { Administration } from '#organisation/administration';
import { ApiTokens } from '#organisation/api-tokens';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Sessions } from '#organisation/sessions';
import { Tokens } from '#organisation/tokens';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { errorFields, type Log } from '#platform/log';
import { Temporal } from '#platform/temporal';
import { Live } from '#read-model/live';
import { AdministrationController } from './administration.controller.js';
import { CasesController } from './cases.controller.js';
import { Changes } from './changes.js';
import { CodesController } from './codes.controller.js';
import { DemoController } from './demo.controller.js';
import { DependencyHealth } from './dependency-health.js';
import { DocsController } from './docs.controller.js';
import { FollowController } from './follow.controller.js';
import { HealthController } from './health.controller.js';
import { ListsController } from './lists.controller.js';
import { LiveController } from './live.controller.js';
import { Metrics } from './metrics.js';
import { OpenApi } from './open-api.js';
import { People } from './people.js';
import { Readiness } from './readiness.js';
import { recordControllers } from './record.controller.js';
import { RegisterController } from './register.controller.js';
import { ShownCase } from './shown-case.js';
import { StoryController } from './story.controller.js';
import { WorkflowSync } from './workflow-sync.js';

/** The JSON part of the process; apps/server puts it together with the pages. */
export const apiControllers = [
  CasesController,
  StoryController,
  ListsController,
  RegisterController,
  AdministrationController,
  CodesController,
  FollowController,
  LiveController,
  DemoController,
  HealthController,
  DocsController,
  ...recordControllers,
];

/** The providers that controllers use beside the core; each is made once per process. */
export const apiProviders: Provider[] = [
  { provide: Tokens, useFactory: (seal: Seal, clock: Clock, config: Config) => new Tokens(seal, clock, config.publicUrl), inject: [Seal, Clock, 'config'] },
  { provide: ApiTokens, useFactory: (database: Database) => new ApiTokens(database), inject: [Database] },
  { provide: Sessions, useFactory: (database: Database) => new Sessions(database), inject: [Database] },
  { provide: People, useFactory: (database: Database, clock: Clock) => new People(database, clock), inject: [Database, Clock] },
  {
    provide: ShownCase,
    useFactory: (reader: CaseReader, relatives: Relatives, register: OrganisationRegister, people: People) =>
      new ShownCase(reader, relatives, register, people),
    inject: [CaseReader, Relatives, OrganisationRegister, People],
  },
  {
    provide: Administration,
    useFactory: (database: Database, store: EventStore, seal: Seal, register: OrganisationRegister, clock: Clock) =>
      new Administration({ database, store, seal, register }, clock),
    inject: [Database, EventStore, Seal, OrganisationRegister, Clock],
  },
  { provide: Changes, useFactory: (store: EventStore) => new Changes(store), inject: [EventStore] },
  {
    provide: DependencyHealth,
    useFactory: (config: Config) => new DependencyHealth(config, config.temporal.address === undefined ? null : Temporal.open(config.temporal)),
    inject: ['config'],
  },
  {
    provide: WorkflowSync,
    useFactory: (database: Database, dependencies: DependencyHealth) => new WorkflowSync(database, dependencies),
    inject: [Database, DependencyHealth],
  },
  {
    provide: Readiness,
    useFactory: (config: Config, database: Database, dependencies: DependencyHealth) => new Readiness(config, database, dependencies),
    inject: ['config', Database, DependencyHealth],
  },
  { provide: Metrics, useFactory: (readiness: Readiness) => new Metrics(readiness), inject: [Readiness] },
  {
    provide: Live,
    useFactory: (database: Database, log: Log) => Live.open(database, (error) => log.warn(errorFields(error), 'live updates failed')),
    inject: [Database, 'log'],
  },
  { provide: OpenApi, useFactory: () => new OpenApi() },
  { provide: MailCatcher, useFactory: (clock: Clock) => new MailCatcher(clock), inject: [Clock] },
];

export { prepareApi } from './prepare.js';
