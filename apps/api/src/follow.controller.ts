import { Body, Controller, Headers, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { CaseService, commandIdOf } from '#case-service/case-service';
import { Dialogue } from '#case-service/dialogue';
import { refuse } from '#domain/errors';
import { anonymous } from '#domain/org/actor';
import { clientOf, Limits } from '#platform/limits';
import { dialogueAnswer } from './answers.schema.js';
import { ApiDoc } from './api-doc.js';
import { followBody } from './params.schema.js';
import { keyOf } from './precondition.js';

/** The dialogue for one who has a code and no name. The holder of a code counts as the public, also when logged in. */
@Controller('api/follow')
export class FollowController {
  constructor(
    private readonly cases: CaseService,
    private readonly dialogue: Dialogue,
    private readonly limits: Limits,
  ) {}

  @Post()
  @ApiDoc({
    summary: 'Följ ett ärende med kod, och skriv',
    answer: dialogueAnswer,
    for: 'all',
    headers: ['Idempotency-Key'],
    refusals: ['badShape', 'notFound', 'idempotencyKeyReused', 'tooMany'],
  })
  @HttpCode(200)
  async follow(
    @Body({ schema: followBody }) { code, message }: z.infer<typeof followBody>,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: Request,
  ) {
    const state = await this.cases.byReceiptCode(code);
    if (state === null) {
      if (!(await this.limits.slowDown(clientOf(request)))) refuse('tooMany');
      return refuse('notFound', [{ field: 'code', text: 'Koden öppnar inget ärende. Kontrollera att den är rätt skriven' }]);
    }
    if (message !== undefined && this.limits.count('reports', clientOf(request)) > 0) refuse('tooMany');
    if (message !== undefined)
      await this.cases.execute(anonymous, state.id, { type: 'ReceiveMessage', text: message }, { commandId: commandIdOf(anonymous, keyOf(key)) });
    return this.dialogue.of(state);
  }
}
