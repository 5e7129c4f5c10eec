import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { commandIdOf } from '#case-service/case-service';
import { type OpenedRecord, RecordReader } from '#case-service/record-reader';
import { RecordService } from '#case-service/record-service';
import { visible } from '#domain/case/visible';
import { Refusal, refuse } from '#domain/errors';
import { addDuration, daysBefore } from '#domain/law/calendar';
import { system } from '#domain/org/actor';
import { questionsIn } from '#domain/selfcheck/commands/questions';
import { type SelfCheck, selfCheckType } from '#domain/selfcheck/index';
import { Database } from '#platform/database';
import { seenCases } from '#read-model/cases-named';
import { casesToDraw, computed } from '#read-model/checked-cases';
import { selfCheckTexts as said } from '#text/self-check';
import type { Fault } from '#ui/error-summary';
import { Answers } from '../frame/answers.js';
import { caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { mayPerform } from './basis.js';
import { answersIn, Questions } from './questions.page.js';

const BASE = `/${selfCheckType.page}`;

/** What a verdict stands on: the draw, the figure, and the questions. Draw and figure are the platform's, so that nobody chooses the cases. */
@Controller(selfCheckType.page)
@UseFilters(PageFilter)
export class SelfCheckController {
  constructor(
    private readonly database: Database,
    private readonly reader: RecordReader,
    private readonly records: RecordService,
    private readonly frame: Frame,
    private readonly answers: Answers,
  ) {}

  @Post(':id/urval')
  async draw(@Param('id', { schema: caseParam }) id: string, @Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response) {
    const opened = await this.#opened(request, id, `POST ${BASE}/{id}/urval`);
    const asked = askedOf(opened);
    const { position, cases } = await casesToDraw(this.database, asked);
    await this.#prepare(response, opened, body, { type: 'DrawCases', from: asked.from, to: asked.to, position, cases });
  }

  @Post(':id/rakna')
  async compute(
    @Param('id', { schema: caseParam }) id: string,
    @Body({ schema: formBody }) body: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const opened = await this.#opened(request, id, `POST ${BASE}/{id}/rakna`);
    const { measure } = opened.state as SelfCheck;
    if (measure === null) refuse('alreadyMet');
    const asked = askedOf(opened);
    const { position, among, cases } = await computed(this.database, measure, asked, opened.now);
    await this.#prepare(response, opened, body, { type: 'ComputeFigure', from: asked.from, to: asked.to, position, among, cases });
  }

  @Get(':id/fragor')
  async questions(@Param('id', { schema: caseParam }) id: string, @Req() request: Request): Promise<string> {
    return this.#questionsHtml(request, await this.#opened(request, id, `GET ${BASE}/{id}/fragor`), null, []);
  }

  @Post(':id/fragor')
  async answer(@Param('id', { schema: caseParam }) id: string, @Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response) {
    const opened = await this.#opened(request, id, `POST ${BASE}/{id}/fragor`);
    const { actor } = signedIn(request);
    const at = `${BASE}/${opened.state.id}`;
    try {
      const command = { type: 'AnswerQuestions', answers: answersIn(opened.state as SelfCheck, body) };
      await this.records.execute(actor, selfCheckType, id, command, {
        commandId: commandIdOf(actor, textOf(body, '_key') || randomUUID()),
        ifMatch: Number(textOf(body, '_version')) || undefined,
      });
      response.redirect(303, `${at}?gor=PerformSelfCheck#laget`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'notFound') throw error;
      const faults = error.missing.length === 0 ? [{ field: '', text: error.title }] : error.missing.map(({ text }) => ({ field: '', text }));
      await this.answers.send(request, response, { status: 422, html: await this.#questionsHtml(request, opened, body, faults), at: `${at}/fragor` });
    }
  }

  /** @throws Refusal for one who does not see the check, or does not carry it out */
  async #opened(request: Request, id: string, route: string): Promise<OpenedRecord> {
    const opened = await this.reader.open(signedIn(request).actor, selfCheckType, id, route);
    return mayPerform(opened) ? opened : refuse('notYours');
  }

  /** Given by the platform for the one who asked; the same version is prepared once. */
  async #prepare(response: Response, { state }: OpenedRecord, body: FormBody, command: { readonly type: string } & Record<string, unknown>) {
    const ifMatch = Number(textOf(body, '_version')) || state.version;
    try {
      await this.records.execute(system, selfCheckType, state.id, command, { commandId: randomUUID(), ifMatch });
    } catch (error) {
      // Pressed twice: the first has made it.
      if (!(error instanceof Refusal) || (error.code !== 'movedOn' && error.code !== 'alreadyMet')) throw error;
    }
    response.redirect(303, `${BASE}/${state.id}#laget`);
  }

  async #questionsHtml(request: Request, opened: OpenedRecord, body: FormBody | null, faults: readonly Fault[]): Promise<string> {
    const state = opened.state as SelfCheck;
    if (state.questions === 0 || (state.way === 'sample' && state.basis === null)) refuse('alreadyMet');
    const cases = state.basis?.cases ?? [];
    const seen = await seenCases(this.database, visible(opened.actor, opened.organisation, opened.today), cases);
    const page = Questions({
      state,
      questions: questionsIn(opened.standing['questions']),
      cases: state.way === 'sample' ? seen : null,
      hidden: cases.length - seen.length,
      body,
      faults,
      key: randomUUID(),
    });
    return this.frame.html(request, `${state.number} ${said.questions}`, page, faults.length > 0);
  }
}

/** The unit with what is below it, since the check was last carried out, at most a year back. */
function askedOf({ state, organisation, today }: OpenedRecord): { readonly units: readonly string[]; readonly from: string; readonly to: string } {
  const last = (state as SelfCheck).performances.findLast(({ verdict }) => verdict !== 'notDone')?.on;
  const year = daysBefore(today, 365);
  return { units: organisation.carriedBy(state.unit, today), from: last === undefined || last < year ? year : last, to: addDuration(today, 'P1D') };
}
