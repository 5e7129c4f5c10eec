import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { CaseReader, type OpenedCase } from '#case-service/case-reader';
import { CaseService, commandIdOf } from '#case-service/case-service';
import { isLeftTo } from '#case-view/commands-for';
import { correctedFacts } from '#case-view/corrected';
import type { CommandOf } from '#domain/case/commands.schema';
import type { NewCaseEvent } from '#domain/case/events.schema';
import { ruleName } from '#domain/case/history-words';
import { formNameOf, Refusal, refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import { Database } from '#platform/database';
import { factNames, correctionTexts as said } from '#text/correction';
import { texts } from '#text/pages';
import { shortDay } from '#ui/deadline';
import type { Fault } from '#ui/error-summary';
import { referencesOf } from '../forms/references.js';
import { pageStatus } from '../forms/sent-form.js';
import { Answers } from '../frame/answers.js';
import { caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { Correction, CorrectionPreview } from './correction.page.js';
import { correctionOf, factFields, reasonFields, statedIn } from './correction-form.js';

/** What is stated of a case set right: changed in a form, shown with what stood and which deadlines move, then made with its reasons. */
@Controller('arende')
@UseFilters(PageFilter)
export class CorrectionController {
  constructor(
    private readonly database: Database,
    private readonly register: OrganisationRegister,
    private readonly reader: CaseReader,
    private readonly cases: CaseService,
    private readonly frame: Frame,
    private readonly answers: Answers,
  ) {}

  @Get(':id/ratta')
  async form(@Param('id', { schema: caseParam }) id: string, @Req() request: Request): Promise<string> {
    const opened = await this.#opened(request, id, 'GET /arende/{id}/ratta');
    return this.#html(request, await this.#page(request, opened, statedIn(opened.state), []), false);
  }

  @Post(':id/ratta')
  async send(@Param('id', { schema: caseParam }) id: string, @Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response) {
    const opened = await this.#opened(request, id, 'POST /arende/{id}/ratta');
    const { actor } = signedIn(request);
    const again = async (faults: readonly Fault[], title: string, status = 422): Promise<void> =>
      this.#answer(request, response, opened, status, await this.#page(request, opened, body, faults, title), title !== '');
    if (textOf(body, '_do') === 'change') return again([], '', 200);
    const read = correctionOf(body, opened.state, opened.now);
    if ('faults' in read) return again(read.faults, texts.case.missing);
    try {
      if (textOf(body, '_do') !== 'correct') {
        const { events } = await this.cases.foresee(actor, id, read.command);
        return await this.#answer(request, response, opened, 200, this.#preview(opened, body, read.command, events), false);
      }
      const envelope = { commandId: commandIdOf(actor, textOf(body, '_key') || randomUUID()), ifMatch: Number(textOf(body, '_version')) || undefined };
      await this.cases.execute(actor, id, read.command, envelope);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'notFound') throw error;
      const faults = error.missing.map((lack) => ({ field: formNameOf(lack), text: lack.text }));
      return again(faults, error.code === 'movedOn' ? said.movedOn : error.title, pageStatus(error));
    }
    response.redirect(303, `/arende/${id}?klart=ratta#nasta`);
  }

  #preview({ state, now }: OpenedCase, body: FormBody, command: CommandOf<'CorrectCase'>, events: readonly NewCaseEvent[]): VNode {
    const none = (text: string | null): string => text ?? said.none;
    const { organisation } = this.register;
    return CorrectionPreview({
      of: state,
      body,
      key: randomUUID(),
      facts: correctedFacts(state.desc, command.set, organisation, stockholmDate(now)).map(({ field, before, after }) => ({
        name: factNames[field] ?? field,
        before: none(before),
        after: none(after),
      })),
      deadlines: events.flatMap((event) => deadlineOf(event)),
    });
  }

  async #page(request: Request, opened: OpenedCase, body: FormBody, faults: readonly Fault[], title = ''): Promise<VNode> {
    const people = await allPeople(this.database, stockholmDate(opened.now));
    const facts = factFields(opened.state, referencesOf(opened, people, this.register, signedIn(request).actor));
    return Correction({ of: opened.state, facts, reasons: reasonFields, body, faults, title });
  }

  /** @throws Refusal for one who may not correct what is stated */
  async #opened(request: Request, id: string, route: string): Promise<OpenedCase> {
    const { actor } = signedIn(request);
    const opened = await this.reader.open(actor, id, route);
    if (!isLeftTo(actor, { type: 'CorrectCase' }, opened.state, this.register.organisation, stockholmDate(opened.now))) refuse('notYours');
    return opened;
  }

  async #answer(request: Request, response: Response, { state }: OpenedCase, status: number, page: VNode, faulty: boolean): Promise<void> {
    await this.answers.send(request, response, { status, html: await this.#html(request, page, faulty), at: `/arende/${state.id}/ratta` });
  }

  #html(request: Request, page: VNode, faulty: boolean): Promise<string> {
    return this.frame.html(request, said.title, page, faulty);
  }
}

/** A deadline that the correction moves, opens or ends. */
function deadlineOf(event: NewCaseEvent): readonly { readonly name: string; readonly before: string; readonly after: string }[] {
  const day = (instant: string | null | undefined): string | null => (instant == null ? null : shortDay(instant));
  if (event.type === 'DeadlineRecalculated') {
    const { id, old, new: due, oldTarget, newTarget } = event.open;
    return [{ name: ruleName(id) ?? '', before: day(old ?? oldTarget) ?? said.none, after: day(due ?? newTarget) ?? said.none }];
  }
  if (event.type === 'DutyClosed') return [{ name: ruleName(event.open.id) ?? '', before: '', after: said.closed }];
  if (event.type === 'DutyOpened') return [{ name: ruleName(event.open.id) ?? '', before: '', after: said.opened }];
  return [];
}
