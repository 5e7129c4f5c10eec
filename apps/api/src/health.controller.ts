import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { liveAnswer, readyAnswer } from './answers.schema.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';
import { Says } from './says.js';

/** For those who look after the system: no token, no cases. */
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Says({ summary: 'Processen lever', answer: liveAnswer, for: 'all' })
  live() {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Says({ summary: 'Om kommandon tas emot, och hur delarna mår', answer: readyAnswer, for: 'all' })
  async ready(@Res({ passthrough: true }) response: Response) {
    const ready = await this.readiness.now();
    response.status(ready.status === 'ready' || ready.status === 'degraded' ? 200 : 503);
    return ready;
  }

  @Get('metrics')
  @Says({ summary: 'Mätvärden för Prometheus', answer: 'text/plain', for: 'all' })
  async scrape(@Res() response: Response): Promise<void> {
    response.type(this.metrics.contentType).send(await this.metrics.text());
  }
}
