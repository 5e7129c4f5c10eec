import 'reflect-metadata';
import { Module, type OnApplicationBootstrap, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, readConfig } from '#platform/config';
import { createLog, errorFields, type Log } from '#platform/log';
import { Shutdown } from '#platform/shutdown';
import { type Core, openCore } from './core.js';

/** What a program does between its start and its end. What is away is waited for, so that a start does not depend on it. */
export interface Service {
  start(): Promise<void> | void;
  /** Lets what is under way finish; the store is closed after it. */
  stop(): Promise<void>;
}

/** What every program is given. */
export interface Surroundings {
  readonly core: Core;
  readonly config: Config;
  readonly log: Log;
}

const CORE = Symbol('core');
const SERVICE = Symbol('service');

/** Starts with the process and ends with it. */
class Running implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly core: Core,
    private readonly service: Service,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.service.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.service.stop();
    await this.core.close();
  }
}

@Module({})
class Program {}

/**
 * Runs one of the small programs (worker, conductor, relay, projector): settings and log first, then the store, then its service. SIGTERM and
 * SIGINT stop them in the other order; a start that fails is logged and ends the process with 1.
 */
export async function runProgram(name: string, make: (surroundings: Surroundings) => Service, poolSize?: number): Promise<void> {
  const config = readConfig();
  const log = createLog(name, config);
  const shutdown = new Shutdown(log);
  const providers: Provider[] = [
    { provide: CORE, useFactory: () => openCore(config, `gensvar-${name}`, poolSize) },
    { provide: SERVICE, useFactory: (core: Core) => make({ core, config, log }), inject: [CORE] },
    { provide: Running, useFactory: (core: Core, service: Service) => new Running(core, service), inject: [CORE, SERVICE] },
  ];
  try {
    const app = await NestFactory.createApplicationContext({ module: Program, providers }, { logger: false, abortOnError: false });
    shutdown.add(name, () => app.close());
  } catch (error) {
    log.fatal(errorFields(error), `${name} did not start`);
    await shutdown.end(1);
  }
}
