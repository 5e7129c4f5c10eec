import type { Provider } from '@nestjs/common';
import { Attaching } from '#attachments/attaching';
import { CaseService } from '#case-service/case-service';
import { Attachments } from '#event-store/attachments';
import { EventStore } from '#event-store/event-store';
import { Seal } from '#event-store/seal';
import { FollowSessions } from '#organisation/follow-sessions';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Sessions } from '#organisation/sessions';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { errorFields, type Log } from '#platform/log';
import { AttachmentController } from '../case/attachment.controller.js';
import { FollowController } from '../follow/follow.controller.js';
import { FollowSession } from '../follow/follow-session.js';
import { Unfinished } from '../frame/unfinished.js';
import { EndSession } from '../sign-in/end-session.js';
import { OwnReportsModel } from './own-reports.js';
import { PosterController } from './poster.controller.js';
import { PublicReportController } from './public-report.controller.js';
import { PublicSteps } from './public-steps.js';
import { StaffReportController } from './staff-report.controller.js';
import { StaffReporting } from './staff-reporting.js';

/** The pages for reporting, and for following a report. */
export const reportingControllers = [PublicReportController, StaffReportController, FollowController, AttachmentController, PosterController];
export const reportingProviders: Provider[] = [
  {
    provide: Attaching,
    useFactory: (cases: CaseService, database: Database, seal: Seal, log: Log) =>
      new Attaching(cases, new Attachments(database, seal), (error) => log.error(errorFields(error), 'attachment could not be stored')),
    inject: [CaseService, Database, Seal, 'log'],
  },
  {
    provide: StaffReporting,
    useFactory: (cases: CaseService, attaching: Attaching, register: OrganisationRegister, clock: Clock, database: Database) =>
      new StaffReporting(cases, attaching, register, clock, database),
    inject: [CaseService, Attaching, OrganisationRegister, Clock, Database],
  },
  {
    provide: OwnReportsModel,
    useFactory: (database: Database, store: EventStore, register: OrganisationRegister, clock: Clock) => new OwnReportsModel(database, store, register, clock),
    inject: [Database, EventStore, OrganisationRegister, Clock],
  },
  { provide: PublicSteps, useFactory: (unfinished: Unfinished) => new PublicSteps(unfinished), inject: [Unfinished] },
  {
    provide: EndSession,
    useFactory: (sessions: Sessions, unfinished: Unfinished, config: Config) => new EndSession(sessions, unfinished, config),
    inject: [Sessions, Unfinished, 'config'],
  },
  {
    provide: FollowSession,
    useFactory: (database: Database, unfinished: Unfinished, config: Config) => new FollowSession(new FollowSessions(database), unfinished, config),
    inject: [Database, Unfinished, 'config'],
  },
];
