import { Body, Controller, Param, Post, Req, Res, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attaching } from '#attachments/attaching';
import { CaseReader } from '#case-service/case-reader';
import { commandsFor } from '#case-view/commands-for';
import { Typesetter } from '#documents/typesetter';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import { Database } from '#platform/database';
import { attachmentTexts } from '#text/attachments';
import { AddedToCase } from '../attachments/attachment-list.js';
import { StaffSend } from '../attachments/upload-guards.js';
import { TakesFiles } from '../attachments/uploads.js';
import { CaseDrafts } from '../forms/case-drafts.js';
import { Answers } from '../frame/answers.js';
import { caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { partsOf } from '../frame/parts.js';
import { type FormBody, signedIn } from '../frame/request.js';
import { investigationDocument } from './investigation-document.js';
import { hasPackage } from './ivo-package.js';

/** Makes the investigation a document of the case: encrypted and hashed like any attachment, so that what was sent can always be shown. */
@Controller('arende')
@UseFilters(PageFilter)
export class PackageController {
  constructor(
    private readonly database: Database,
    private readonly register: OrganisationRegister,
    private readonly reader: CaseReader,
    private readonly attaching: Attaching,
    private readonly drafts: CaseDrafts,
    private readonly typesetter: Typesetter,
    private readonly frame: Frame,
    private readonly answers: Answers,
  ) {}

  @Post(':id/beslut/utredning')
  @UseGuards(StaffSend)
  @UseInterceptors(TakesFiles)
  async drawUp(
    @Param('id', { schema: caseParam }) id: string,
    @Body({ schema: formBody }) together: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { actor } = signedIn(request);
    const opened = await this.reader.open(actor, id, 'POST /arende/{id}/beslut/utredning');
    const { state } = opened;
    await this.drafts.keepBegun(actor, state.id, partsOf(together).others);
    const today = stockholmDate(opened.now);
    if (!opened.mayRead || !hasPackage(state, commandsFor(actor, state, this.register.organisation, today))) refuse('notYours');
    if (state.investigation.completed === null) refuse('incomplete', [{ field: 'CompleteInvestigation', text: 'Utredningen är inte färdig' }]);
    const bytes = this.typesetter.pdf(investigationDocument(opened, await allPeople(this.database, today), this.register));
    const notKept = await this.attaching.add(actor, [id], [{ name: `${state.number}-utredning-${today}.pdf`, bytes }], 'investigation');
    if (notKept.length === 0) return response.redirect(303, `/arende/${id}/beslut#paket`);
    const html = await this.frame.html(request, attachmentTexts.notKeptTitle, AddedToCase({ of: state, notKept }), true);
    await this.answers.send(request, response, { status: 422, html, at: `/arende/${id}/beslut` });
  }
}
