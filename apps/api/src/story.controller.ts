import { Controller, Get, Param } from '@nestjs/common';
import { CaseReader } from '#case-service/case-reader';
import { agendaView } from '#case-view/agenda';
import { historyView } from '#case-view/history';
import type { Actor } from '#domain/org/actor';
import { OrganisationRegister } from '#organisation/organisation-register';
import { ApiDoc } from './api-doc.js';
import { agendaAnswer, historyAnswer } from './case-answers.schema.js';
import { caseId } from './params.schema.js';
import { People } from './people.js';
import { Who } from './request-context.js';
import { WorkflowSync } from './workflow-sync.js';

/** What has happened to a case, and what will. */
@Controller('api/cases/:id')
export class StoryController {
  constructor(
    private readonly reader: CaseReader,
    private readonly people: People,
    private readonly register: OrganisationRegister,
    private readonly sync: WorkflowSync,
  ) {}

  @Get('history')
  @ApiDoc({ summary: 'Vad som hänt, i meningar', answer: historyAnswer, for: 'all', refusals: ['notFound'] })
  async history(@Who() actor: Actor, @Param('id', { schema: caseId }) id: string) {
    const opened = await this.reader.open(actor, id, 'GET /api/cases/{id}/history');
    return historyView(opened, await this.people.all(), this.register.organisation);
  }

  @Get('agenda')
  @ApiDoc({ summary: 'Vad som händer härnäst, varför och enligt vilken regel', answer: agendaAnswer, for: 'all', refusals: ['notFound'] })
  async agenda(@Who() actor: Actor, @Param('id', { schema: caseId }) id: string) {
    const opened = await this.reader.open(actor, id, 'GET /api/cases/{id}/agenda');
    const { settings } = this.register.organisation;
    return agendaView(opened.state, await this.sync.isInSync(opened.state, opened.events, settings), settings);
  }
}
