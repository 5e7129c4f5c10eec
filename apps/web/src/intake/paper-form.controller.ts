import { Controller, Get, Inject, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import type { Config } from '#platform/config';
import { paperFormTexts } from '#text/paper-form';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { signedIn } from '../frame/request.js';
import { PaperForm } from './paper-form.page.js';

/** The paper form, printed by staff for those who come by. Its code leads to the form in which it is keyed. */
@Controller('rapportera')
@UseFilters(PageFilter)
export class PaperFormController {
  constructor(
    @Inject('config') private readonly config: Config,
    private readonly frame: Frame,
  ) {}

  @Get('blankett')
  async form(@Req() request: Request): Promise<string> {
    signedIn(request);
    return this.frame.html(request, paperFormTexts.print, PaperForm({ address: `${this.config.publicUrl}/registrera` }), false, ['client/print.js']);
  }
}
