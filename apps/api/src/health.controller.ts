import { Controller, Get, Inject, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '#platform/config';
import { liveAnswer, readyAnswer } from './answers.schema.js';
import { ApiDoc } from './api-doc.js';
import { Metrics } from './metrics.js';
import { OperatorsGuard, seesTheParts } from './operators.guard.js';
import { Readiness } from './readiness.js';

/** For those who operate the system: no cases. Outside the demo more than a status asks for the monitoring token. */
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
    @Inject('config') private readonly config: Config,
  ) {}

  @Get('health/live')
  @ApiDoc({ summary: 'Processen lever', answer: liveAnswer, for: 'all' })
  live() {
    return { status: 'live' };
  }

  @Get('health/ready')
  @ApiDoc({ summary: 'Om kommandon tas emot, och hur delarna mår', answer: readyAnswer, for: 'all' })
  async ready(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const ready = await this.readiness.now();
    response.status(ready.status === 'ready' || ready.status === 'degraded' ? 200 : 503);
    return seesTheParts(request, this.config) ? ready : { status: ready.status };
  }

  @Get('metrics')
  @UseGuards(OperatorsGuard)
  @ApiDoc({ summary: 'Mätvärden för Prometheus', answer: 'text/plain', for: 'all' })
  async scrape(@Res() response: Response): Promise<void> {
    response.type(this.metrics.contentType).send(await this.metrics.text());
  }
}
