import { AssetsController } from './assets.controller.js';
import { CaseController } from './case.controller.js';
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
export const webProviders = [Frame];
export { HealthLine } from './frame.js';
