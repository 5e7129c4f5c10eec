import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Fault } from '#ui/error-summary';
import { Answers } from '../frame/answers.js';
import { formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, listOf, refusedFor, signedIn, textOf } from '../frame/request.js';
import { Returning, saidOfReturned } from '../frame/returning.js';
import { Assign, Assigned } from './assign.page.js';
import { CaseAssigning } from './case-assigning.js';

const HERE = '/arenden/fordela';
const chosen = z.object({ id: z.union([z.uuid(), z.array(z.uuid()).max(50)]).optional() });

/** Several cases to one person, with why: chosen in the list, confirmed here, answered row by row. */
@Controller('arenden/fordela')
@UseFilters(PageFilter)
export class AssignController {
  constructor(
    private readonly assigning: CaseAssigning,
    private readonly frame: Frame,
    private readonly returning: Returning,
    private readonly answers: Answers,
  ) {}

  @Get()
  async ask(@Query({ schema: chosen }) query: z.infer<typeof chosen>, @Req() request: Request): Promise<string> {
    const sent = await this.returning.take(request, signedIn(request).person.id);
    if (sent !== null) return this.#html(request, listOf(sent.fields, 'id'), sent.fields, saidOfReturned(sent, 'reasons'));
    const ids = query.id === undefined ? [] : [query.id].flat();
    return this.#html(request, ids, {}, []);
  }

  @Post()
  async give(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor } = signedIn(request);
    const ids = listOf(body, 'id').filter((id) => z.uuid().safeParse(id).success);
    const faults: Fault[] = [
      ...(textOf(body, 'person') === '' ? [{ field: 'person', text: 'Välj vem som ska handlägga' }] : []),
      ...(textOf(body, 'reasons') === '' ? [{ field: 'reasons', text: 'Skriv varför' }] : []),
    ];
    if (ids.length === 0 || faults.length > 0) {
      return this.answers.send(request, response, { status: 422, html: await this.#html(request, ids, body, faults), at: HERE });
    }
    const assignment = { ids, person: textOf(body, 'person'), reasons: textOf(body, 'reasons'), key: textOf(body, '_key') || randomUUID() };
    const rows = await this.assigning.assign(actor, assignment);
    refusedFor(request, [...rows.filter(({ notTheirs }) => notTheirs === true).map(({ id }) => id), ...ids.filter((id) => rows.every((row) => row.id !== id))]);
    // The result belongs to the form: sent again, the same commands give the same answers.
    const html = await this.frame.html(request, 'Fördelat', Assigned({ rows, asked: ids.length }));
    await this.answers.send(request, response, { status: 200, html, at: HERE });
  }

  async #html(request: Request, ids: readonly string[], body: FormBody, faults: readonly Fault[]): Promise<string> {
    const { rows, people } = await this.assigning.chosen(signedIn(request).actor, ids);
    const content = Assign({ rows, people, faults, body, key: textOf(body, '_key') || randomUUID() });
    return this.frame.html(request, 'Fördela ärenden', content, faults.length > 0);
  }
}
