import type { Provider } from '@nestjs/common';
import { CaseReader } from '#case-service/case-reader';
import { CaseService } from '#case-service/case-service';
import type { Core } from '#case-service/core';
import { Dialogue } from '#case-service/dialogue';
import { RecordReader } from '#case-service/record-reader';
import { RecordService } from '#case-service/record-service';
import { UnitRegisters } from '#case-service/unit-registers';
import { Relatives } from '#case-view/kin';
import { EventStore } from '#event-store/event-store';
import { Seal } from '#event-store/seal';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Limits } from '#platform/limits';
import type { Log } from '#platform/log';

/**
 * What controllers of api and web can inject, by class; `config` and `log` by name.
 * `request.actor` and `request.person` are set before any controller is called (api/who-asks).
 */
export const coreProviders = (core: Core, config: Config, log: Log): Provider[] => [
  { provide: 'config', useValue: config },
  { provide: 'log', useValue: log },
  { provide: Limits, useValue: new Limits(config.anonymous) },
  { provide: Database, useValue: core.database },
  { provide: Clock, useValue: core.clock },
  { provide: Seal, useValue: core.seal },
  { provide: EventStore, useValue: core.store },
  { provide: OrganisationRegister, useValue: core.register },
  { provide: CaseService, useValue: core.cases },
  { provide: RecordService, useValue: core.records },
  { provide: UnitRegisters, useValue: core.unitRegisters },
  { provide: RecordReader, useValue: new RecordReader(core.database, core.store, core.register, core.clock) },
  { provide: Dialogue, useValue: new Dialogue(core.store) },
  { provide: Relatives, useValue: new Relatives(core.database, core.store, core.register) },
  { provide: CaseReader, useValue: new CaseReader(core.database, core.store, core.register, core.clock) },
];
