import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { refuse } from '#domain/errors';
import { assets } from './assets/assets.js';

const RELEASE = /^[0-9a-f]{12}$/;

/** Style sheet, logo and scripts. An address with this release's hash never changes; without one, or with an older one, the browser asks each time. */
@Controller('assets')
export class AssetsController {
  @Get('*path')
  send(@Req() request: Request, @Res() response: Response): void {
    const [, , ...parts] = request.path.split('/');
    const release = RELEASE.test(parts[0] ?? '') ? parts.shift() : undefined;
    const found = assets().find(parts.join('/')) ?? refuse('notFound');
    response
      .setHeader('Cache-Control', release === assets().release ? 'public, max-age=31536000, immutable' : 'no-cache')
      .type(found.type)
      .send(found.text);
  }
}
