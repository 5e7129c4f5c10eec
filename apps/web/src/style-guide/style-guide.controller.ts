import { Controller, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '#platform/config';
import { styleGuideTexts } from '#text/style-guide';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { signedIn } from '../frame/request.js';
import { StyleGuide } from './style-guide.page.js';

/** The parts of the pages in all their states: for staff, and for all in the demo. */
@Controller('stilguide')
@UseFilters(PageFilter)
export class StyleGuideController {
  constructor(
    private readonly frame: Frame,
    @Inject('config') private readonly config: Config,
  ) {}

  @Get()
  async show(@Req() request: Request): Promise<string> {
    if (!this.config.demo) signedIn(request);
    return this.frame.html(request, styleGuideTexts.title, StyleGuide());
  }

  /** Its forms are examples: what they send is read by nobody. */
  @Post()
  ignore(@Res() response: Response): void {
    response.redirect(303, '/stilguide');
  }
}
