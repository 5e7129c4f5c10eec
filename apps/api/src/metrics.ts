import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Readiness } from './readiness.js';
import { patternOf } from './request-log.js';

/** Figures for Prometheus: routes by pattern, never by address. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'gensvar_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    registers: [this.#registry],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  });
  readonly #lagEvents = new Gauge({ name: 'gensvar_projection_lag_events', help: 'Events that the rows do not have yet', registers: [this.#registry] });
  readonly #lagSeconds = new Gauge({ name: 'gensvar_projection_lag_seconds', help: 'Age of the oldest of them', registers: [this.#registry] });
  readonly #parked = new Gauge({ name: 'gensvar_projection_parked', help: 'Cases and registers put aside', registers: [this.#registry] });
  readonly #behind = new Gauge({
    name: 'gensvar_subscription_lag_events',
    help: 'Events not done yet',
    labelNames: ['subscription'],
    registers: [this.#registry],
  });
  readonly #late = new Gauge({
    name: 'gensvar_subscription_lag_seconds',
    help: 'Age of the oldest of them',
    labelNames: ['subscription'],
    registers: [this.#registry],
  });
  readonly #aside = new Gauge({
    name: 'gensvar_subscription_parked',
    help: 'Cases and registers put aside',
    labelNames: ['subscription'],
    registers: [this.#registry],
  });
  readonly #up = new Gauge({ name: 'gensvar_part_up', help: '1 where the part answers', labelNames: ['part'], registers: [this.#registry] });

  constructor(private readonly readiness: Readiness) {
    collectDefaultMetrics({ register: this.#registry });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** A figure that another part of the process holds, read at collection. */
  show(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** Counts each request when it has been answered. */
  counting(): RequestHandler {
    return (request, response, next) => {
      const stop = this.#requests.startTimer({ method: request.method });
      response.once('finish', () => stop({ route: patternOf(request), status: response.statusCode }));
      next();
    };
  }

  async text(): Promise<string> {
    const { parts } = await this.readiness.now();
    const { postgres, temporal, kafka, storage } = parts;
    const workflows = parts.workflows === 'current' ? 'up' : parts.workflows;
    for (const [part, state] of Object.entries({ postgres, temporal, kafka, storage, workflows, ...parts.processes }))
      this.#up.set({ part }, state === 'up' ? 1 : 0);
    if (parts.projections !== null) {
      this.#lagEvents.set(parts.projections.lagEvents);
      this.#lagSeconds.set(parts.projections.lagSeconds);
      this.#parked.set(parts.projections.parked);
    }
    for (const [subscription, { lagEvents, lagSeconds, parked }] of Object.entries(parts.subscriptions)) {
      this.#behind.set({ subscription }, lagEvents);
      this.#late.set({ subscription }, lagSeconds);
      this.#aside.set({ subscription }, parked);
    }
    return this.#registry.metrics();
  }
}
