import { Controller, Post, Res } from '@nestjs/common';
import type { Response } from 'express';

/** Ends the session on this device: what a shared phone needs. */
@Controller('logga-ut')
export class SignOutController {
  @Post()
  end(@Res() response: Response): void {
    response.clearCookie('gensvar_session', { path: '/' });
    response.redirect(303, '/');
  }
}
