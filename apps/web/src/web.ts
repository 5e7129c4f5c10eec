import type { Provider } from '@nestjs/common';
import { Attaching } from '#attachments/attaching';
import { CaseReader } from '#case-service/case-reader';
import { CaseService } from '#case-service/case-service';
import { RecordReader } from '#case-service/record-reader';
import { RecordService } from '#case-service/record-service';
import { Relatives } from '#case-view/kin';
import { Typesetter } from '#documents/typesetter';
import { Drafts } from '#event-store/drafts';
import { EventStore } from '#event-store/event-store';
import { KeptAside } from '#event-store/kept-aside';
import { Seal } from '#event-store/seal';
import { CalendarFeeds } from '#organisation/calendar-feeds';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { AboutController } from './about/about.controller.js';
import { AccessLogController } from './access-log/access-log.controller.js';
import { ActionModels } from './actions/action-list-model.js';
import { AssetsController } from './assets.controller.js';
import { BoardController } from './board/board.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CaseController } from './case-routes/case.controller.js';
import { CaseModels } from './case-routes/case-models.js';
import { CorrectionController } from './correction/correction.controller.js';
import { PackageController } from './decision/package.controller.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { DisclosureController } from './disclosure/disclosure.controller.js';
import { ExtractController } from './extracts/extract.controller.js';
import { QualityReportController } from './figures/quality-report.controller.js';
import { StatisticsController } from './figures/statistics.controller.js';
import { CaseDrafts } from './forms/case-drafts.js';
import { CommandDoor } from './forms/command-door.js';
import { CommandFiles } from './forms/command-files.js';
import { Answers } from './frame/answers.js';
import { CaseHeadings } from './frame/case-headings.js';
import { Frame } from './frame/frame.js';
import { Returning } from './frame/returning.js';
import { Unfinished } from './frame/unfinished.js';
import { ManagementController } from './management/management.controller.js';
import { MunicipalityController } from './municipality/municipality.controller.js';
import { MunicipalityAssetsController } from './municipality/municipality-assets.controller.js';
import { MunicipalityForms } from './municipality/municipality-forms.js';
import { OrganisationToday } from './organisation/known.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { recordPageControllers } from './record-rooms.js';
import { RecordDoor } from './records/record-door.js';
import { RecordDrafts } from './records/record-drafts.js';
import { RecordModels } from './records/record-models.js';
import { FreezeController } from './reportdocuments/freeze.controller.js';
import { ReportDocumentController } from './reportdocuments/report-document.controller.js';
import { reportingControllers, reportingProviders } from './reporting.js';
import { SearchController } from './search/search.controller.js';
import { SelfCheckController } from './selfchecks/self-check.controller.js';
import { DEMO_PROVIDER, DemoProvider } from './sign-in/demo-provider/demo-provider.js';
import { Providers } from './sign-in/providers.js';
import { SessionsController } from './sign-in/sessions.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignOutController } from './sign-in/sign-out.controller.js';
import { StartController } from './start/start.controller.js';
import { StyleGuideController } from './style-guide/style-guide.controller.js';
import { TitleController } from './title/title.controller.js';
import { UnitController } from './unit/unit.controller.js';
import { AssignController } from './work-list/assign.controller.js';
import { CaseAssigning } from './work-list/case-assigning.js';
import { WorkListController } from './work-list/work-list.controller.js';
import { WorkListModel } from './work-list/work-list-model.js';

/** The pages of the process: composed with the JSON by apps/server. */
export const webControllers = [
  StartController,
  AboutController,
  StyleGuideController,
  ...reportingControllers,
  AssignController,
  WorkListController,
  CaseController,
  ManagementController,
  ...recordPageControllers,
  ExtractController,
  SelfCheckController,
  ReportDocumentController,
  FreezeController,
  PackageController,
  CorrectionController,
  TitleController,
  DecisionsController,
  BoardController,
  DisclosureController,
  StatisticsController,
  UnitController,
  MunicipalityController,
  OrganisationController,
  QualityReportController,
  AccessLogController,
  SearchController,
  SignInController,
  SignOutController,
  SessionsController,
  CalendarController,
  // Before the assets of the release, whose route takes every address beneath its own.
  MunicipalityAssetsController,
  AssetsController,
];
export const webProviders: Provider[] = [
  Frame,
  {
    provide: Returning,
    useFactory: (database: Database, seal: Seal, config: Config) => new Returning(new KeptAside(database, seal), config),
    inject: [Database, Seal, 'config'],
  },
  {
    provide: Unfinished,
    useFactory: (database: Database, seal: Seal, config: Config) => new Unfinished(new KeptAside(database, seal), config),
    inject: [Database, Seal, 'config'],
  },
  {
    provide: Answers,
    useFactory: (unfinished: Unfinished, frame: Frame, cases: CaseReader, records: RecordReader) => new Answers(unfinished, frame, cases, records),
    inject: [Unfinished, Frame, CaseReader, RecordReader],
  },
  Typesetter,
  {
    provide: OrganisationToday,
    useFactory: (database: Database, register: OrganisationRegister, clock: Clock) => new OrganisationToday(database, register, clock),
    inject: [Database, OrganisationRegister, Clock],
  },
  {
    provide: MunicipalityForms,
    useFactory: (frame: Frame, register: OrganisationRegister, clock: Clock) => new MunicipalityForms(frame, register, clock),
    inject: [Frame, OrganisationRegister, Clock],
  },
  ...reportingProviders,
  { provide: CalendarFeeds, useFactory: (database: Database) => new CalendarFeeds(database), inject: [Database] },
  {
    provide: DemoProvider,
    useFactory: (database: Database, clock: Clock) => new DemoProvider(database, clock),
    inject: [Database, Clock],
  },
  {
    provide: Providers,
    useFactory: (config: Config, demo: DemoProvider) => new Providers(config, demo),
    inject: ['config', DemoProvider],
  },
  {
    provide: CommandDoor,
    useFactory: (database: Database, cases: CaseService, register: OrganisationRegister, clock: Clock) => new CommandDoor(database, cases, register, clock),
    inject: [Database, CaseService, OrganisationRegister, Clock],
  },
  { provide: CommandFiles, useFactory: (cases: CaseService, attaching: Attaching) => new CommandFiles(cases, attaching), inject: [CaseService, Attaching] },
  {
    provide: CaseDrafts,
    useFactory: (database: Database, seal: Seal, cases: CaseService, register: OrganisationRegister, clock: Clock) =>
      new CaseDrafts(new Drafts(database, seal), cases, register, clock),
    inject: [Database, Seal, CaseService, OrganisationRegister, Clock],
  },
  {
    provide: CaseAssigning,
    useFactory: (database: Database, cases: CaseService, register: OrganisationRegister, clock: Clock) => new CaseAssigning(database, cases, register, clock),
    inject: [Database, CaseService, OrganisationRegister, Clock],
  },
  {
    provide: CaseHeadings,
    useFactory: (database: Database, store: EventStore, register: OrganisationRegister) => new CaseHeadings(database, store, register),
    inject: [Database, EventStore, OrganisationRegister],
  },
  {
    provide: WorkListModel,
    useFactory: (database: Database, register: OrganisationRegister, headings: CaseHeadings) => new WorkListModel(database, register, headings),
    inject: [Database, OrganisationRegister, CaseHeadings],
  },
  {
    provide: CaseModels,
    useFactory: (database: Database, register: OrganisationRegister, relatives: Relatives) => new CaseModels(database, register, relatives),
    inject: [Database, OrganisationRegister, Relatives],
  },
  {
    provide: RecordDoor,
    useFactory: (database: Database, records: RecordService, cases: CaseService, register: OrganisationRegister, clock: Clock) =>
      new RecordDoor(database, records, cases, register, clock),
    inject: [Database, RecordService, CaseService, OrganisationRegister, Clock],
  },
  {
    provide: RecordDrafts,
    useFactory: (database: Database, seal: Seal, records: RecordService) => new RecordDrafts(new Drafts(database, seal), records),
    inject: [Database, Seal, RecordService],
  },
  {
    provide: ActionModels,
    useFactory: (database: Database, cases: CaseReader, records: RecordReader) => new ActionModels(database, cases, records),
    inject: [Database, CaseReader, RecordReader],
  },
  { provide: RecordModels, useFactory: (database: Database, reader: RecordReader) => new RecordModels(database, reader), inject: [Database, RecordReader] },
];
export { readsLargeForms } from './attachments/cut-forms.js';
export { bytesHeld, MOST_HELD } from './attachments/uploads.js';
export { Frame, HealthLine } from './frame/frame.js';
export { lostPage } from './frame/lost-page.js';
export { mailPage } from './start/caught-mail.js';
export { Answers, DEMO_PROVIDER, DemoProvider };
