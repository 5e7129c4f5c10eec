import { Body, Controller, Get, Headers, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { commandIdOf } from '#case-service/case-service';
import { UnitRegisters } from '#case-service/unit-registers';
import { type AttestStatistics, attestStatistics } from '#domain/case/commands.schema';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { commandAnswer, organisationAnswer } from './answers.schema.js';
import { ApiDoc } from './api-doc.js';
import { organisationQuery } from './params.schema.js';
import { keyOf } from './precondition.js';
import { LoggedIn } from './request-context.js';

/** Registers that are no case: the organisation, and what its units have attested. */
@Controller('api')
export class RegisterController {
  constructor(
    private readonly register: OrganisationRegister,
    private readonly unitRegisters: UnitRegisters,
    private readonly clock: Clock,
  ) {}

  /** Open to all: the public form asks which unit it is about. */
  @Get('organisation')
  @ApiDoc({ summary: 'Organisationen den dagen', answer: organisationAnswer, for: 'all', refusals: ['badShape'] })
  organisation(@Query({ schema: organisationQuery }) { at }: z.infer<typeof organisationQuery>) {
    return this.register.organisation
      .at(at ?? stockholmDate(this.clock.now().toISOString()))
      .map(({ code, name, level, parent, provider, successor, validFrom, validTo }) => ({
        code,
        name,
        level,
        parent,
        provider,
        successor,
        validFrom,
        validTo,
      }));
  }

  @Post('attestations')
  @ApiDoc({
    summary: 'Intyga en enhets statistik för en period',
    answer: commandAnswer,
    status: 201,
    headers: ['Idempotency-Key'],
    description: 'Efter intyget är en nolla en nolla. Slutdagen räknas inte med.',
    refusals: ['badShape', 'notYours', 'notFound', 'badPeriod', 'busy', 'idempotencyKeyReused'],
  })
  async attest(@LoggedIn() actor: Actor, @Body({ schema: attestStatistics }) body: AttestStatistics, @Headers('idempotency-key') key: string | undefined) {
    const { version, position, events } = await this.unitRegisters.attest(actor, body, { commandId: commandIdOf(actor, keyOf(key)) });
    return { version, position: position ?? null, events };
  }
}
