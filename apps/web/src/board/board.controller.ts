import { Controller, Get, Inject, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attaching } from '#attachments/attaching';
import { RecordReader } from '#case-service/record-reader';
import { refuse } from '#domain/errors';
import { recordStream } from '#domain/record-types';
import { boardsOf, isForBoard } from '#domain/reportdocument/board-reading';
import { type ReportDocument, reportDocumentType } from '#domain/reportdocument/index';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import type { Log } from '#platform/log';
import { boardTexts } from '#text/board';
import { attachmentsOf } from '../attachments/attachments.js';
import { sendAttachment } from '../attachments/send-attachment.js';
import { caseParam } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { signedIn } from '../frame/request.js';
import { Board } from './board.page.js';
import { boardModel } from './board-model.js';

/** The page of the board: what it decides, what it was told of, decisions and figures. Codes alone, as in every list of cases. */
@Controller('namnden')
@UseFilters(PageFilter)
export class BoardController {
  constructor(
    private readonly database: Database,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
    private readonly reader: RecordReader,
    private readonly attaching: Attaching,
    @Inject('log') private readonly log: Log,
  ) {}

  @Get()
  async page(@Req() request: Request): Promise<string> {
    const { actor } = signedIn(request);
    if (boardsOf(actor).length === 0) refuse('notYours');
    return this.frame.html(request, boardTexts.title, Board(await boardModel(this.database, this.register, actor, this.clock.now().toISOString())));
  }

  /** The file of a frozen report, for those who sit on its board. */
  @Get('berattelse/:id')
  async report(@Param('id', { schema: caseParam }) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor } = signedIn(request);
    const opened = await this.reader.openFor(actor, reportDocumentType, id, {
      route: 'GET /namnden/berattelse/{id}',
      sees: (state) => isForBoard(state as ReportDocument, actor),
    });
    const { frozen } = opened.state as ReportDocument;
    const file = attachmentsOf(opened).find((row) => row.id === frozen?.document) ?? refuse('notFound');
    const stream = recordStream(reportDocumentType, id);
    await sendAttachment(this.frame, this.log, request, response, { ...file, stream, read: () => this.attaching.read(stream, file) });
  }
}
