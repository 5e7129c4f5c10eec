import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Refusal } from '#domain/errors';
import { Frame } from './frame.js';
import { Refused } from './refused.page.js';
import { signInFor } from './request.js';

/**
 * A refusal on a page is a page: what is wrong, in Swedish, and the way on; one who has to log in first is led there, and back. Faults go to
 * the process's own filter.
 */
@Catch(Refusal)
export class PageFilter implements ExceptionFilter<Refusal> {
  constructor(private readonly frame: Frame) {}

  async catch(refusal: Refusal, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (refusal.code === 'notLoggedIn') return response.redirect(303, signInFor(request));
    response
      .status(refusal.status)
      .type('html')
      .send(await this.frame.html(request, refusal.title, Refused({ refusal }), true));
  }
}
