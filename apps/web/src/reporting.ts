import type { Provider } from '@nestjs/common';
import { Attaching } from '#attachments/attaching';
import { CaseService } from '#case-service/case-service';
import { RecordService } from '#case-service/record-service';
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
import { AttachmentController } from './case-routes/attachment.controller.js';
import { FollowController } from './follow/follow.controller.js';
import { Unfinished } from './frame/unfinished.js';
import { LexMariaController } from './intake/lex-maria.controller.js';
import { OwnReportsModel } from './intake/own-reports.js';
import { PaperFormController } from './intake/paper-form.controller.js';
import { PosterController } from './intake/poster.controller.js';
import { PublicReportController } from './intake/public-report.controller.js';
import { PublicSteps } from './intake/public-steps.js';
import { RegistrationController } from './intake/registration.controller.js';
import { StaffReportController } from './intake/staff-report.controller.js';
import { StaffReporting } from './intake/staff-reporting.js';
import { EndSession } from './sign-in/end-session.js';
import { FollowSession } from './sign-in/follow-session.js';

/** The pages for reporting, and for following a report. */
export const reportingControllers = [
  PublicReportController,
  PaperFormController,
  LexMariaController,
  StaffReportController,
  RegistrationController,
  FollowController,
  AttachmentController,
  PosterController,
];
export const reportingProviders: Provider[] = [
  {
    provide: Attaching,
    useFactory: (cases: CaseService, records: RecordService, database: Database, seal: Seal, log: Log) =>
      new Attaching({ cases, records }, new Attachments(database, seal), (error) => log.error(errorFields(error), 'attachment could not be stored')),
    inject: [CaseService, RecordService, Database, Seal, 'log'],
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
