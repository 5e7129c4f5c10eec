import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { stockholmDate } from '#domain/law/calendar';
import { OrganisationRegister } from '#organisation/organisation-register';
import { IDLE_MINUTES, SESSION_HOURS } from '#organisation/sessions';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { aboutTexts } from '#text/about';
import { Frame } from '../frame/frame.js';
import { askedBy } from '../frame/request.js';
import { AccessibilityPage, ContactPage, PrivacyPage } from './about.page.js';

/** The pages behind the foot of every page: open to all. */
@Controller()
export class AboutController {
  constructor(
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
    @Inject('config') private readonly config: Config,
  ) {}

  @Get('tillganglighet')
  accessibility(@Req() request: Request): Promise<string> {
    const hasGuide = this.config.demo || askedBy(request).person !== null;
    return this.frame.html(request, aboutTexts.accessibility.title, AccessibilityPage({ hasGuide, ...this.#municipality() }));
  }

  @Get('personuppgifter')
  privacy(@Req() request: Request): Promise<string> {
    return this.frame.html(request, aboutTexts.privacy.title, PrivacyPage({ sessionHours: SESSION_HOURS, idleMinutes: IDLE_MINUTES, ...this.#municipality() }));
  }

  @Get('kontakt')
  contact(@Req() request: Request): Promise<string> {
    const { organisation } = this.register;
    const boards = organisation.ownBoards(stockholmDate(this.clock.now().toISOString())).flatMap(({ code, name }) => {
      const sender = organisation.settings.senders[code];
      return sender === undefined ? [] : [{ name, ...sender }];
    });
    return this.frame.html(request, aboutTexts.contact.title, ContactPage({ boards, ...this.#municipality() }));
  }

  #municipality() {
    return { municipality: this.register.organisation.settings.municipality };
  }
}
