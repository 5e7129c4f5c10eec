import type { Provider } from '@nestjs/common';
import { CaseService } from '#case-service/case-service';
import { Relatives } from '#case-view/kin';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { AssetsController } from './assets.controller.js';
import { CaseController } from './case.controller.js';
import { CaseModels } from './case-models.js';
import { CommandDoor } from './command-door.js';
import { FollowController } from './follow.controller.js';
import { Frame } from './frame.js';
import { PublicReportController } from './public-report.controller.js';
import { SignOutController } from './sign-out.controller.js';
import { StaffReportController } from './staff-report.controller.js';
import { StartController } from './start.controller.js';
import { StatisticsController } from './statistics.controller.js';
import { WorkListController } from './work-list.controller.js';

/** The pages of the process: composed with the JSON by apps/server. */
export const webControllers = [
  StartController,
  PublicReportController,
  StaffReportController,
  FollowController,
  WorkListController,
  CaseController,
  StatisticsController,
  SignOutController,
  AssetsController,
];
export const webProviders: Provider[] = [
  Frame,
  {
    provide: CommandDoor,
    useFactory: (cases: CaseService, register: OrganisationRegister, clock: Clock) => new CommandDoor(cases, register, clock),
    inject: [CaseService, OrganisationRegister, Clock],
  },
  {
    provide: CaseModels,
    useFactory: (database: Database, register: OrganisationRegister, relatives: Relatives) => new CaseModels(database, register, relatives),
    inject: [Database, OrganisationRegister, Relatives],
  },
];
export { HealthLine } from './frame.js';
