import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '#platform/config';
import { errorFields, type Log } from '#platform/log';
import { signInTexts as said } from '#text/sign-in';
import { Frame } from '../frame/frame.js';
import { Told } from '../frame/told.page.js';
import { EndSession } from './end-session.js';
import { Providers } from './providers.js';

/** Ends the session on the server: for shared devices. */
@Controller()
export class SignOutController {
  constructor(
    private readonly session: EndSession,
    private readonly providers: Providers,
    private readonly frame: Frame,
    @Inject('config') private readonly config: Config,
    @Inject('log') private readonly log: Log,
  ) {}

  @Post('logga-ut')
  async end(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.session.end(request, response);
    response.redirect(303, '/utloggad');
  }

  /** A page of its own, since the provider's session may go on; and a form may not lead to another site. */
  @Get('utloggad')
  async ended(@Req() request: Request, @Res() response: Response): Promise<void> {
    const farewell = this.config.oidc === undefined ? null : await this.#farewell(request);
    const ways = [
      ...(farewell === null ? [] : [{ href: farewell, label: said.out.provider, why: said.out.providerWhy }]),
      { href: '/logga-in', label: said.again },
      { href: '/', label: said.start },
    ];
    response.type('html').send(await this.frame.html(request, said.out.title, Told({ ...said.out, ways })));
  }

  async #farewell(request: Request): Promise<string | null> {
    try {
      return (await this.providers.of(request)?.farewell(this.config.publicUrl))?.href ?? null;
    } catch (error) {
      this.log.warn(errorFields(error), 'identity provider has no log-out address');
      return null;
    }
  }
}
