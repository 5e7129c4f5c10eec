import { createHash, randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attaching } from '#attachments/attaching';
import { commandIdOf } from '#case-service/case-service';
import { type OpenedRecord, RecordReader } from '#case-service/record-reader';
import { RecordService } from '#case-service/record-service';
import { Typesetter } from '#documents/typesetter';
import { Refusal, refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { system } from '#domain/org/actor';
import { offeredTo } from '#domain/records/decide';
import { freezeReport, makeDocument } from '#domain/reportdocument/commands/freeze-report';
import { type ReportDocument, reportDocumentType } from '#domain/reportdocument/index';
import { EventStore } from '#event-store/event-store';
import { Database } from '#platform/database';
import { attachmentTexts } from '#text/attachments';
import { reportDocumentTexts as said } from '#text/report-document';
import type { Fault } from '#ui/error-summary';
import { Answers } from '../frame/answers.js';
import { caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { titleOf } from './document.page.js';
import { DocumentModel, type ReadDocument } from './document-model.js';
import { EXPLANATION, FreezePage } from './freeze.page.js';
import { frozenDocument } from './frozen-document.js';
import { RemadePage } from './remade.page.js';
import { contradictionsIn } from './remarks.js';

const BASE = `/${reportDocumentType.page}`;
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Freezes a board's report as a file, and makes a frozen one again to compare. */
@Controller(reportDocumentType.page)
@UseFilters(PageFilter)
export class FreezeController {
  readonly #model: DocumentModel;

  constructor(
    database: Database,
    store: EventStore,
    private readonly reader: RecordReader,
    private readonly records: RecordService,
    private readonly attaching: Attaching,
    private readonly typesetter: Typesetter,
    private readonly frame: Frame,
    private readonly answers: Answers,
  ) {
    this.#model = new DocumentModel(database, store, reader);
  }

  @Get(':id/frys')
  async ask(@Param('id', { schema: caseParam }) id: string, @Req() request: Request): Promise<string> {
    const { read } = await this.#toFreeze(request, id, `GET ${BASE}/{id}/frys`);
    return this.#html(request, read, '', []);
  }

  /** The file first, so that the event can name it. */
  @Post(':id/frys')
  async freeze(@Param('id', { schema: caseParam }) id: string, @Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response) {
    const { actor } = signedIn(request);
    const { opened, read } = await this.#toFreeze(request, id, `POST ${BASE}/{id}/frys`);
    const explanation = textOf(body, EXPLANATION);
    const { state } = read;
    const again = async (faults: readonly Fault[]): Promise<void> =>
      this.answers.send(request, response, {
        status: 422,
        html: await this.#html(request, read, explanation, faults),
        at: `${BASE}/${state.id}/frys`,
      });
    const contradictions = contradictionsIn(read.sections).length;
    const bytes = this.#made(opened, read, opened.today);
    const sha256 = hashOf(bytes);
    const give = async (document: string, ifMatch: number): Promise<void> => {
      const made = { type: makeDocument.name, position: read.figures.position ?? 0, document, sha256, contradictions };
      await this.records.execute(system, reportDocumentType, id, made, { commandId: randomUUID(), ifMatch });
      const frozen = { type: freezeReport.name, ...(explanation === '' ? {} : { explanation }) };
      await this.records.execute(actor, reportDocumentType, id, frozen, {
        commandId: commandIdOf(actor, textOf(body, '_key') || randomUUID()),
        ifMatch: ifMatch + 1,
      });
    };
    const lacking = lacksOf(read, contradictions, explanation);
    if (lacking.length > 0) return again(lacking);
    const notKept = await this.attaching.addToRecord(actor, reportDocumentType, state.id, [{ name: `${state.number}.pdf`, bytes }]);
    if (notKept.length > 0) return again([{ field: EXPLANATION, text: attachmentTexts.notKeptTitle }]);
    const now = await this.records.load(reportDocumentType, state.id);
    const kept = now?.attachments.find((file) => file.sha256 === sha256);
    if (now === null || kept === undefined) throw new Error('a report that was kept is not in its record');
    try {
      // Only the file itself may have come since the report was read.
      if (now.version > state.version + 1) refuse('movedOn');
      await give(kept.id, now.version);
      response.redirect(303, `${BASE}/${state.id}/text`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'notFound') throw error;
      await again(error.missing.length === 0 ? [{ field: EXPLANATION, text: error.title }] : error.missing.map(({ text }) => ({ field: EXPLANATION, text })));
    }
  }

  @Get(':id/gor-om')
  async again(@Param('id', { schema: caseParam }) id: string, @Req() request: Request): Promise<string> {
    const route = `GET ${BASE}/{id}/gor-om`;
    const opened = await this.reader.open(signedIn(request).actor, reportDocumentType, id, route);
    const read = await this.#model.read(opened, route);
    const { frozen } = read.state;
    if (frozen === null) refuse('notFound');
    const made = hashOf(this.#made(opened, read, stockholmDate(frozen.at)));
    const title = titleOf(read.state);
    const page = RemadePage({ title, document: `${BASE}/${read.state.id}/text`, kept: frozen.sha256, made });
    return this.frame.html(request, `${read.state.number} ${said.againTitle}`, page);
  }

  #made({ organisation }: OpenedRecord, read: ReadDocument, day: string): Buffer {
    const { state } = read;
    return this.typesetter.pdf(frozenDocument(read, titleOf(state), organisation.nameOf(state.unit, `${state.year}-12-31`), day));
  }

  /** @throws Refusal for one who does not see the report, or may not freeze it now */
  async #toFreeze(request: Request, id: string, route: string): Promise<{ readonly opened: OpenedRecord; readonly read: ReadDocument }> {
    const opened = await this.reader.open(signedIn(request).actor, reportDocumentType, id, route);
    if (!offeredTo(reportDocumentType, opened.state as ReportDocument, opened).some(({ name }) => name === freezeReport.name)) refuse('notYours');
    return { opened, read: await this.#model.read(opened, route) };
  }

  #html(request: Request, { state, sections }: ReadDocument, explanation: string, faults: readonly Fault[]): Promise<string> {
    const document = `${BASE}/${state.id}/text`;
    const page = FreezePage({ title: titleOf(state), document, at: `${BASE}/${state.id}/frys`, key: randomUUID(), explanation, faults, sections });
    return this.frame.html(request, `${state.number} ${said.freeze}`, page, faults.length > 0);
  }
}

/** What the command would refuse, asked before a file is made of it. */
function lacksOf({ sections }: ReadDocument, contradictions: number, explanation: string): readonly Fault[] {
  const missing = sections.filter(({ heading, standing }) => standing === 'missing' && heading.law !== undefined);
  return [
    ...missing.map(({ heading }) => ({ field: EXPLANATION, text: said.lackHeading(`${heading.code} ${heading.label}`) })),
    ...(contradictions > 0 && explanation === '' ? [{ field: EXPLANATION, text: said.lackExplanation }] : []),
  ];
}
