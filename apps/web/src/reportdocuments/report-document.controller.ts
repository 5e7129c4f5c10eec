import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { commandIdOf } from '#case-service/case-service';
import { type OpenedRecord, RecordReader } from '#case-service/record-reader';
import { RecordService } from '#case-service/record-service';
import { Refusal, refuse } from '#domain/errors';
import { offeredTo } from '#domain/records/decide';
import { freezeReport } from '#domain/reportdocument/commands/freeze-report';
import { type ReportDocument, reportDocumentType } from '#domain/reportdocument/index';
import { sectionOf } from '#domain/reportdocument/reportdocument';
import { EventStore } from '#event-store/event-store';
import { Database } from '#platform/database';
import { reportDocumentTexts as said } from '#text/report-document';
import type { Fault } from '#ui/error-summary';
import { Answers } from '../frame/answers.js';
import { anyQuery, caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { Returning } from '../frame/returning.js';
import { anchorOf, DocumentPage, titleOf } from './document.page.js';
import { DocumentModel } from './document-model.js';
import { FIELD, SectionPage } from './section.page.js';
import { sectionTexts } from './section-texts.js';

const BASE = `/${reportDocumentType.page}`;

/** What a section's page shows beside what is stored. */
interface Tried {
  readonly text: string;
  readonly faults?: readonly Fault[];
  readonly isPreview?: boolean;
  readonly isConflict?: boolean;
}

/** The report as a document, and the page where a heading is written. */
@Controller(reportDocumentType.page)
@UseFilters(PageFilter)
export class ReportDocumentController {
  readonly #model: DocumentModel;

  constructor(
    database: Database,
    store: EventStore,
    private readonly reader: RecordReader,
    private readonly records: RecordService,
    private readonly frame: Frame,
    private readonly answers: Answers,
    private readonly returning: Returning,
  ) {
    this.#model = new DocumentModel(database, store, reader);
  }

  @Get(':id/text')
  async document(@Param('id', { schema: caseParam }) id: string, @Query({ schema: anyQuery }) query: FormBody, @Req() request: Request): Promise<string> {
    const route = `GET ${BASE}/{id}/text`;
    const opened = await this.reader.open(signedIn(request).actor, reportDocumentType, id, route);
    const state = opened.state as ReportDocument;
    const read = await this.#model.read(opened, route);
    const done = read.sections.find(({ heading }) => heading.code === textOf(query, 'klart'))?.heading;
    const title = titleOf(state);
    const page = DocumentPage({
      ...read,
      title,
      unitName: opened.organisation.nameOf(state.unit, opened.today),
      record: `${BASE}/${state.id}`,
      at: `${BASE}/${state.id}/text`,
      mayFreeze: offeredTo(reportDocumentType, state, opened).some(({ name }) => name === freezeReport.name),
      reasons: state.status === 'sentBack' ? (opened.standing['reasons'] ?? null) : null,
      saved: done === undefined ? null : said.saved(`${done.code} ${done.label}`),
    });
    return this.frame.html(request, `${state.number} ${title}`, page, false, ['client/print.js']);
  }

  @Get(':id/text/:heading')
  async section(
    @Param('id', { schema: caseParam }) id: string,
    @Param('heading', { schema: caseParam }) heading: string,
    @Req() request: Request,
  ): Promise<string> {
    const { actor, person } = signedIn(request);
    const opened = await this.reader.open(actor, reportDocumentType, id, `GET ${BASE}/{id}/text/{heading}`);
    const away = await this.returning.take(request, person.id);
    const text = away === null ? null : textOf(away.fields, FIELD);
    return this.#sectionHtml(request, opened, heading, text === null ? null : { text, isPreview: true });
  }

  @Post(':id/text/:heading')
  async write(
    @Param('id', { schema: caseParam }) id: string,
    @Param('heading', { schema: caseParam }) heading: string,
    @Body({ schema: formBody }) body: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { actor } = signedIn(request);
    const opened = await this.reader.open(actor, reportDocumentType, id, `POST ${BASE}/{id}/text/{heading}`);
    const at = `${BASE}/${opened.state.id}/text`;
    const text = textOf(body, FIELD);
    const again = async (status: number, tried: Tried): Promise<void> =>
      this.answers.send(request, response, {
        status,
        html: await this.#sectionHtml(request, opened, heading, tried, Number(textOf(body, '_base'))),
        at: `${at}/${heading}`,
      });
    const doing = textOf(body, '_do');
    if (doing === 'preview') return again(200, { text, isPreview: true });
    if (doing === 'nothing' && text !== '') return again(422, { text, faults: [{ field: FIELD, text: said.emptyFirst }] });
    if (doing !== 'nothing' && text === '') return again(422, { text, faults: [{ field: FIELD, text: said.writeFirst }] });
    if (text.length > LONGEST) return again(422, { text, faults: [{ field: FIELD, text: said.tooLong }] });
    const about = { heading, base: Number(textOf(body, '_base')) || 0 };
    try {
      const command = doing === 'nothing' ? { type: 'LeaveEmpty', ...about } : { type: 'WriteSection', ...about, text };
      await this.records.execute(actor, reportDocumentType, id, command, { commandId: commandIdOf(actor, textOf(body, '_key') || randomUUID()) });
      response.redirect(303, `${at}?klart=${encodeURIComponent(heading)}#${anchorOf(heading)}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'notFound') throw error;
      if (error.code === 'movedOn') return again(409, { text, isConflict: true, faults: [{ field: FIELD, text: said.conflict }] });
      const lacks = error.missing.length === 0 ? [error.title] : error.missing.map((lack) => lack.text);
      return again(error.status === 403 ? 403 : 422, { text, faults: lacks.map((lack) => ({ field: FIELD, text: lack })) });
    }
  }

  /** `base`: the version that was read when the form was opened; one who has seen what came between saves upon that. */
  async #sectionHtml(request: Request, opened: OpenedRecord, code: string, tried: Tried | null, base?: number): Promise<string> {
    const route = `GET ${BASE}/{id}/text/{heading}`;
    const read = await this.#model.read(opened, route);
    const section = read.sections.find(({ heading }) => heading.code === code) ?? refuse('notFound');
    const { state, figures } = read;
    if (!read.mayWrite) refuse('notYours');
    const stands = sectionTexts(opened).get(code) ?? null;
    const version = sectionOf(state, code)?.version ?? 0;
    const earlier = await this.#model.earlier(opened, code, route);
    const isConflict = tried?.isConflict === true;
    const page = SectionPage({
      heading: section.heading,
      title: titleOf(state),
      document: `${BASE}/${state.id}/text#${anchorOf(code)}`,
      at: `${BASE}/${state.id}/text/${code}`,
      text: tried?.text ?? section.text ?? '',
      base: isConflict || base === undefined || Number.isNaN(base) ? version : base,
      key: randomUUID(),
      faults: tried?.faults ?? [],
      isPreview: tried?.isPreview === true,
      theirs: isConflict ? (section.standing === 'nothing' ? said.nothingToTell : stands) : null,
      earlier: earlier === null ? null : { year: state.year - 1, text: earlier },
      tables: section.tables,
      figures,
    });
    return this.frame.html(request, `${state.number} ${section.heading.code} ${section.heading.label}`, page, (tried?.faults ?? []).length > 0);
  }
}

/** As the schema of the command has it. */
const LONGEST = 20_000;
