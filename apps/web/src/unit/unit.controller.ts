import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { commandIdOf } from '#case-service/case-service';
import { UnitRegisters } from '#case-service/unit-registers';
import { attestationWithdrawals } from '#domain/codes/attestation-withdrawals';
import { refuse } from '#domain/errors';
import type { Actor } from '#domain/org/actor';
import { EventStore } from '#event-store/event-store';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import type { ReadCore } from '#read-model/read-core';
import { type Period, periodCode } from '#read-model/reports/periods';
import { attestationTexts } from '#text/attestation';
import type { Fault } from '#ui/error-summary';
import { fieldId } from '#ui/field';
import { workbookOf, XLSX } from '../figures/report-xlsx.js';
import { asFile } from '../frame/as-file.js';
import { CaseHeadings } from '../frame/case-headings.js';
import { csvText } from '../frame/csv.js';
import { anyQuery, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { AttestPage, withdrawForm } from './attest.page.js';
import { attestPage, unattested } from './attest-page-model.js';
import { periodOf } from './attest-period.js';
import { UnitPage } from './unit.page.js';
import { unitPage } from './unit-page-model.js';
import { unitSheet } from './unit-sheet.js';

/** How it stands in the unit or the area that one leads or follows. */
@Controller('min-enhet')
@UseFilters(PageFilter)
export class UnitController {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly unitRegisters: UnitRegisters,
    private readonly frame: Frame,
    private readonly headings: CaseHeadings,
  ) {}

  @Get()
  async unit(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    const { actor } = signedIn(request);
    const props = await unitPage({ ...this.#core(), headings: this.headings }, this.register, actor, asked, this.#now());
    return this.frame.html(request, props.name, UnitPage(props), false, ['client/live-list.js']);
  }

  @Get('siffror.csv')
  async csv(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { name, rows } = await this.#sheet(asked, request);
    response
      .setHeader('Content-Disposition', asFile(`${name}.csv`))
      .type('text/csv; charset=utf-8')
      .send(csvText(rows));
  }

  @Get('siffror.xlsx')
  async xlsx(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { name, rows } = await this.#sheet(asked, request);
    response
      .setHeader('Content-Disposition', asFile(`${name}.xlsx`))
      .type(XLSX)
      .send(await workbookOf(rows));
  }

  @Get('intyg')
  attestation(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    return this.#attestPage(asked, request, []);
  }

  /** The page says who may; the command decides. */
  @Post('intyg')
  async attest(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor } = signedIn(request);
    const [unit, period] = [textOf(body, 'unit'), periodOf(textOf(body, 'period'))];
    // Nothing is attested by default: the form says what it shows.
    if (unit === '' || period === null) refuse('badPeriod', [{ field: 'period', text: attestationTexts.choose }]);
    await this.unitRegisters.attest(actor, { unit, ...period, kinds: null }, envelopeOf(actor, body));
    response.redirect(303, attestHref(unit, period));
  }

  @Post('intyg/paminnelse')
  async remind(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor } = signedIn(request);
    const { unit, period, units } = await unattested(this.#core(), this.register, actor, body, this.#now());
    await this.unitRegisters.remind(actor, { units, ...period }, envelopeOf(actor, body));
    response.redirect(303, `${attestHref(unit, period)}#saknas`);
  }

  @Post('intyg/ater')
  async withdraw(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor } = signedIn(request);
    const [of, attestation] = [textOf(body, 'of'), textOf(body, 'attestation')];
    const why = attestationWithdrawals.find(({ code }) => code === textOf(body, 'why'))?.code;
    if (why === undefined) {
      const form = withdrawForm(of, attestation);
      const html = await this.#attestPage(body, request, [{ field: form, text: attestationTexts.chooseWhy, href: `#${fieldId('why', form)}` }]);
      response.status(422).type('html').send(html);
      return;
    }
    await this.unitRegisters.withdraw(actor, { unit: of, attestation, why }, envelopeOf(actor, body));
    response.redirect(303, `/min-enhet/intyg?${new URLSearchParams({ unit: textOf(body, 'unit'), period: textOf(body, 'period') })}`);
  }

  #sheet(asked: FormBody, request: Request) {
    return unitSheet(this.#core(), this.register, signedIn(request).actor, asked, this.#now());
  }

  async #attestPage(asked: FormBody, request: Request, faults: readonly Fault[]): Promise<string> {
    const { actor } = signedIn(request);
    const props = await attestPage(this.#core(), this.register, actor, asked, this.#now());
    return this.frame.html(request, attestationTexts.title, AttestPage({ ...props, faults, key: randomUUID() }), faults.length > 0);
  }

  #core(): ReadCore {
    return { database: this.database, store: this.store };
  }

  #now(): string {
    return this.clock.now().toISOString();
  }
}

const envelopeOf = (actor: Actor, body: FormBody) => ({ commandId: commandIdOf(actor, textOf(body, '_key') || randomUUID()) });

const attestHref = (unit: string, period: Period): string => `/min-enhet/intyg?${new URLSearchParams({ unit, period: periodCode(period) })}`;
