import { createHash, randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { Attaching, type NotKept } from '#attachments/attaching';
import { CaseReader, type OpenedCase } from '#case-service/case-reader';
import { CaseService, commandIdOf } from '#case-service/case-service';
import { isLeftTo } from '#case-view/commands-for';
import type { CaseDocument } from '#documents/case-document';
import { Typesetter } from '#documents/typesetter';
import { refuse } from '#domain/errors';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { logAccess } from '#event-store/access-log';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Database } from '#platform/database';
import { disclosureTexts as said } from '#text/disclosure';
import type { Fault } from '#ui/error-summary';
import { fieldId } from '#ui/field';
import { AddedToCase } from '../attachments/attachment-list.js';
import { Answers } from '../frame/answers.js';
import { caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { Disclose, DisclosePreview } from './disclosure.page.js';
import { choiceOf, copyOf, type DisclosureChoice, fieldOf } from './disclosure-choice.js';
import { disclosureDocument } from './disclosure-document.js';
import { type CasePassage, passagesOf } from './passages.js';

const hashOf = (document: CaseDocument): string => createHash('sha256').update(JSON.stringify(document)).digest('hex');

/** A print for somebody who has asked for it: chosen line by line, previewed as it is given out, decided by a person, and stored as a file of the case. */
@Controller('arende')
@UseFilters(PageFilter)
export class DisclosureController {
  constructor(
    private readonly database: Database,
    private readonly register: OrganisationRegister,
    private readonly reader: CaseReader,
    private readonly cases: CaseService,
    private readonly attaching: Attaching,
    private readonly typesetter: Typesetter,
    private readonly frame: Frame,
    private readonly answers: Answers,
  ) {}

  @Get(':id/utlamna')
  async form(@Param('id', { schema: caseParam }) id: string, @Req() request: Request): Promise<string> {
    const { opened, passages } = await this.#opened(request, id, 'GET /arende/{id}/utlamna');
    return this.#html(request, Disclose({ of: opened.state, passages, body: {}, faults: [], now: opened.now }), false);
  }

  @Post(':id/utlamna')
  async send(@Param('id', { schema: caseParam }) id: string, @Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response) {
    const { opened, passages } = await this.#opened(request, id, 'POST /arende/{id}/utlamna');
    const show = async (status: number, page: VNode, faulty = false): Promise<void> => {
      const html = await this.#html(request, page, faulty);
      await this.answers.send(request, response, { status, html, at: `/arende/${opened.state.id}/utlamna` });
    };
    const choice = choiceOf(body, passages);
    const faults = textOf(body, '_do') === 'change' ? [] : faultsOf(choice, passages);
    if (faults.length > 0 || textOf(body, '_do') === 'change')
      return show(faults.length > 0 ? 422 : 200, Disclose({ of: opened.state, passages, body, faults, now: opened.now }), faults.length > 0);
    const document = disclosureDocument(opened, choice, this.register);
    const hash = hashOf(document);
    const preview = (changed: boolean) => DisclosePreview({ of: opened.state, document, hash, key: randomUUID(), body, passages, changed });
    if (textOf(body, '_do') !== 'decide') return show(200, preview(false));
    if (textOf(body, 'hash') !== hash) return show(409, preview(true));
    const notKept = await this.#decide(signedIn(request).actor, opened, choice, document, textOf(body, '_key'));
    if (notKept.length > 0) return show(422, AddedToCase({ of: opened.state, notKept }), true);
    response.redirect(303, `/arende/${id}#utlamnat`);
  }

  /** The file first, so that the event can name it; then the access is logged, and the decision is recorded. */
  async #decide(actor: Actor, { state, now }: OpenedCase, choice: DisclosureChoice, document: CaseDocument, key: string): Promise<readonly NotKept[]> {
    const { to } = choice;
    if (to === null) return [];
    const bytes = this.typesetter.pdf(document);
    const name = `${state.number}-utdrag-${stockholmDate(now)}.pdf`;
    const notKept = await this.attaching.add(actor, [state.id], [{ name, bytes }], 'disclosure');
    if (notKept.length > 0) return notKept;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const after = await this.cases.load(state.id);
    const kept = after.exists ? after.documents.attachments.find((row) => row.sha256 === sha256) : undefined;
    if (kept === undefined) throw new Error('a print that was kept is not in the case');
    await logAccess(this.database, { person: actor.person ?? actor.id, action: 'disclose', stream: caseStream(state.id), route: 'POST /arende/{id}/utlamna' });
    const passages = choice.passages.map(({ event, words, part, rule, spans }) => ({ event, words, part, rule, spans: spans === null ? null : [...spans] }));
    await this.cases.execute(actor, state.id, { type: 'DiscloseFromCase', to, passages, document: kept.id, sha256 }, { commandId: commandIdOf(actor, key) });
    return [];
  }

  /** @throws Refusal for one who may not read the case's words, or not give them out */
  async #opened(request: Request, id: string, route: string): Promise<{ readonly opened: OpenedCase; readonly passages: readonly CasePassage[] }> {
    const { actor } = signedIn(request);
    const opened = await this.reader.open(actor, id, route);
    const today = stockholmDate(opened.now);
    if (!opened.mayRead || !isLeftTo(actor, { type: 'DiscloseFromCase' }, opened.state, this.register.organisation, today)) refuse('notYours');
    return { opened, passages: passagesOf(opened) };
  }

  #html(request: Request, page: VNode, faulty: boolean): Promise<string> {
    return this.frame.html(request, said.title, page, faulty);
  }
}

/** As many as the event holds. */
const MOST = 2_000;

function faultsOf({ to, passages, unmarked }: DisclosureChoice, all: readonly CasePassage[]): readonly Fault[] {
  const first = all[0];
  return [
    ...(to === null ? [{ field: 'to', text: said.lackTo }] : []),
    ...(passages.length > MOST ? [{ field: 'to', text: said.lackFewer }] : []),
    ...unmarked.map((passage) => ({ field: copyOf(passage), text: said.lackMarks, href: `#${fieldId(copyOf(passage))}` })),
    ...(passages.length === 0
      ? [{ field: first === undefined ? 'to' : fieldOf(first), text: said.lackPassage, href: `#${fieldId(first === undefined ? 'to' : fieldOf(first))}` }]
      : []),
  ];
}
