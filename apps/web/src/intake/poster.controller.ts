import { Controller, Get, Inject, Param, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { posterTexts } from '#text/public-report';
import { caseParam } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { municipalityShown } from '../frame/municipality-shown.js';
import { PageFilter } from '../frame/page.filter.js';
import { Poster } from './poster.page.js';

/** A unit's poster. Open to all: it holds only the unit's name and an address. */
@Controller('enhet')
@UseFilters(PageFilter)
export class PosterController {
  constructor(
    @Inject('config') private readonly config: Config,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
  ) {}

  @Get(':code/skylt')
  async poster(@Param('code', { schema: caseParam }) code: string, @Req() request: Request): Promise<string> {
    const unit = this.register.organisation.unit(code, stockholmDate(this.clock.now().toISOString()));
    if (unit?.level !== 'unit') refuse('notFound');
    const address = `${this.config.publicUrl}/lamna-synpunkt?plats=${unit.code}`;
    const municipality = municipalityShown(this.register.organisation.settings.municipality);
    return this.frame.html(request, `${posterTexts.title} ${unit.name}`, Poster({ unit: unit.name, address, municipality }), false, ['client/print.js']);
  }
}
