import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseService, commandIdOf } from '#case-service/case-service';
import { refuse } from '#domain/errors';
import { EventStore } from '#event-store/event-store';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { attestationTexts } from '#text/attestation';
import { anyQuery, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { AttestPage } from './attest.page.js';
import { attestPage } from './attest-page-model.js';
import { periodCode, periodOf } from './attest-period.js';
import { UnitPage } from './unit.page.js';
import { unitPage } from './unit-page-model.js';

/** How it stands in the unit or the area that one leads or follows. */
@Controller('min-enhet')
@UseFilters(PageFilter)
export class UnitController {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly cases: CaseService,
    private readonly frame: Frame,
  ) {}

  @Get()
  async unit(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    const { actor } = signedIn(request);
    const props = await unitPage({ database: this.database, store: this.store }, this.register, actor, asked, this.clock.now().toISOString());
    return this.frame.html(request, props.name, UnitPage(props), false, ['client/live-list.js']);
  }

  @Get('intyg')
  async attestation(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    const { actor } = signedIn(request);
    const props = await attestPage({ database: this.database, store: this.store }, this.register, actor, asked, this.clock.now().toISOString());
    return this.frame.html(request, attestationTexts.title, AttestPage({ ...props, key: randomUUID() }));
  }

  /** The page says who may; the command decides. */
  @Post('intyg')
  async attest(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor } = signedIn(request);
    const [unit, period] = [textOf(body, 'unit'), periodOf(textOf(body, 'period'))];
    // Nothing is attested by default: the form says what it shows.
    if (unit === '' || period === null) refuse('badPeriod', [{ field: 'period', text: attestationTexts.choose }]);
    await this.cases.attest(actor, { unit, ...period, kinds: null }, { commandId: commandIdOf(actor, textOf(body, '_key') || randomUUID()) });
    response.redirect(303, `/min-enhet/intyg?${new URLSearchParams({ unit, period: periodCode(period) })}`);
  }
}
