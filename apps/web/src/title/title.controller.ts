import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CaseReader, type OpenedCase } from '#case-service/case-reader';
import { CaseService, commandIdOf } from '#case-service/case-service';
import { isLeftTo } from '#case-view/commands-for';
import { wordOf } from '#case-view/investigation';
import { commandSchemas } from '#domain/case/commands.schema';
import { formNameOf, Refusal, refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { OrganisationRegister } from '#organisation/organisation-register';
import { commandTexts } from '#text/commands';
import { texts } from '#text/pages';
import { titleTexts as said } from '#text/title';
import type { Fault } from '#ui/error-summary';
import { titleOf } from '../case/case-facts.js';
import { formFields } from '../forms/command-forms.js';
import { pageStatus } from '../forms/sent-form.js';
import { Answers } from '../frame/answers.js';
import { caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { Title } from './title.page.js';

/** What the title of the page is called; the title of the case is never there. */
const NAME = commandTexts.TitleCase?.title ?? '';

/** Where those who work with a case write what it is called, change it or take it away. */
@Controller('arende')
@UseFilters(PageFilter)
export class TitleController {
  constructor(
    private readonly register: OrganisationRegister,
    private readonly reader: CaseReader,
    private readonly cases: CaseService,
    private readonly frame: Frame,
    private readonly answers: Answers,
  ) {}

  @Get(':id/rubrik')
  async form(@Param('id', { schema: caseParam }) id: string, @Req() request: Request): Promise<string> {
    const opened = await this.#opened(request, id, 'GET /arende/{id}/rubrik');
    const stands = opened.state.titledAt === null ? null : wordOf(opened, 'CaseTitled', 'title');
    return this.#html(request, opened, stands === null ? {} : { title: stands }, []);
  }

  @Post(':id/rubrik')
  async send(
    @Param('id', { schema: caseParam }) id: string,
    @Body({ schema: formBody }) body: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const opened = await this.#opened(request, id, 'POST /arende/{id}/rubrik');
    const { actor } = signedIn(request);
    const again = async (faults: readonly Fault[], heading: string, status: number): Promise<void> =>
      this.answers.send(request, response, { status, html: await this.#html(request, opened, body, faults, heading), at: `/arende/${opened.state.id}/rubrik` });
    const removes = textOf(body, '_do') === 'remove';
    const read = commandSchemas.TitleCase.safeParse({ type: 'TitleCase', ...(removes ? {} : { title: textOf(body, 'title') }) });
    if (!read.success)
      return again(
        read.error.issues.map(({ path, message }) => ({ field: path.join('.'), text: message })),
        texts.case.missing,
        422,
      );
    if (!removes && !read.data.title) return again([{ field: 'title', text: 'Skriv en rubrik' }], texts.case.missing, 422);
    try {
      const envelope = { commandId: commandIdOf(actor, textOf(body, '_key') || randomUUID()), ifMatch: Number(textOf(body, '_version')) || undefined };
      await this.cases.execute(actor, id, read.data, envelope);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'notFound') throw error;
      const faults = error.missing.map((lack) => ({ field: formNameOf(lack), text: lack.text }));
      return again(faults, error.code === 'movedOn' ? said.movedOn : error.title, pageStatus(error));
    }
    response.redirect(303, `/arende/${opened.state.id}?klart=TitleCase#nasta`);
  }

  /** @throws Refusal for one who may not write it */
  async #opened(request: Request, id: string, route: string): Promise<OpenedCase> {
    const { actor } = signedIn(request);
    const opened = await this.reader.open(actor, id, route);
    const { state, now } = opened;
    if (state.end?.as === 'cancelled' || !isLeftTo(actor, { type: 'TitleCase' }, state, this.register.organisation, stockholmDate(now))) refuse('notYours');
    return opened;
  }

  #html(request: Request, { state, now }: OpenedCase, body: FormBody, faults: readonly Fault[], heading = ''): Promise<string> {
    const page = Title({
      of: state,
      codes: titleOf(state, this.register, stockholmDate(now)),
      fields: formFields('TitleCase', state).map((field) => ({ ...field, required: true })),
      mayRemove: state.titledAt !== null,
      key: randomUUID(),
      body,
      faults,
      heading,
    });
    return this.frame.html(request, `${NAME} ${state.number}`, page, heading !== '');
  }
}
