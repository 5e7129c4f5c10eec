import { createHash, randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attaching } from '#attachments/attaching';
import { CaseReader } from '#case-service/case-reader';
import { commandIdOf } from '#case-service/case-service';
import { type OpenedRecord, RecordReader } from '#case-service/record-reader';
import { RecordService } from '#case-service/record-service';
import type { CaseDocument } from '#documents/case-document';
import { Typesetter } from '#documents/typesetter';
import { Refusal, refuse } from '#domain/errors';
import { counted } from '#domain/extract/extract';
import { extractType } from '#domain/extract/index';
import { offeredTo } from '#domain/records/decide';
import { logAccesses } from '#event-store/access-log';
import { EventStore } from '#event-store/event-store';
import { Database } from '#platform/database';
import { attachmentTexts } from '#text/attachments';
import { disclosureTexts } from '#text/disclosure';
import { extractTexts as said } from '#text/extract';
import type { Fault } from '#ui/error-summary';
import { fieldId } from '#ui/field';
import { copyOf } from '../disclosure/disclosure-choice.js';
import { Answers } from '../frame/answers.js';
import { caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, signedIn, textOf } from '../frame/request.js';
import { ExtractHits, ExtractReview, hitHref, IDENTITY, ReleaseExtract } from './extract.page.js';
import { extractDocument } from './extract-document.js';
import { type Hit, type Hits, hitsOf } from './extract-model.js';
import { formOf, type Judgement, judgementOf, MAY_TELL, REST } from './judgement.js';

const BASE = `/${extractType.page}`;
/** As many lines as the event of a hit holds. */
const MOST_LINES = 2_000;

const hashOf = (document: CaseDocument): string => createHash('sha256').update(JSON.stringify(document)).digest('hex');

/**
 * The review of a request for what is held about a person (GDPR art. 15): what is found, each hit judged line by line, and the extract given out as a file.
 * Nothing that is searched for is in an address: it is read from the sealed words of the request.
 */
@Controller(extractType.page)
@UseFilters(PageFilter)
export class ExtractController {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly cases: CaseReader,
    private readonly reader: RecordReader,
    private readonly records: RecordService,
    private readonly attaching: Attaching,
    private readonly typesetter: Typesetter,
    private readonly frame: Frame,
    private readonly answers: Answers,
  ) {}

  @Get(':id/traffar')
  async list(@Param('id', { schema: caseParam }) id: string, @Req() request: Request): Promise<string> {
    const { opened, found } = await this.#found(request, id, `GET ${BASE}/{id}/traffar`);
    return this.frame.html(request, `${opened.state.number} ${said.hits}`, ExtractHits({ of: opened.state, found }));
  }

  @Get(':id/traffar/:family/:of')
  async form(
    @Param('id', { schema: caseParam }) id: string,
    @Param('family', { schema: caseParam }) family: string,
    @Param('of', { schema: caseParam }) of: string,
    @Req() request: Request,
  ): Promise<string> {
    const { opened, hit } = await this.#hit(request, id, family, of, `GET ${BASE}/{id}/traffar/{family}/{of}`);
    return this.#reviewHtml(request, opened, hit, formOf(hit.judged, hit.passages), []);
  }

  @Post(':id/traffar/:family/:of')
  async judge(
    @Param('id', { schema: caseParam }) id: string,
    @Param('family', { schema: caseParam }) family: string,
    @Param('of', { schema: caseParam }) of: string,
    @Body({ schema: formBody }) body: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { opened, hit } = await this.#hit(request, id, family, of, `POST ${BASE}/{id}/traffar/{family}/{of}`);
    const judgement = judgementOf(body, hit.passages);
    const faults = faultsOf(judgement, hit);
    if (faults.length > 0) {
      const html = await this.#reviewHtml(request, opened, hit, body, faults);
      return this.answers.send(request, response, { status: 422, html, at: hitHref(opened.state, hit) });
    }
    const command = { type: 'JudgeHit', family, of, passages: judgement.passages, mayTell: judgement.mayTell ?? true };
    const { actor } = signedIn(request);
    await this.records.execute(actor, extractType, id, command, { commandId: commandIdOf(actor, textOf(body, '_key') || randomUUID()) });
    response.redirect(303, `${BASE}/${id}/traffar`);
  }

  @Get(':id/lamna-ut')
  async preview(@Param('id', { schema: caseParam }) id: string, @Req() request: Request): Promise<string> {
    const { opened, found } = await this.#found(request, id, `GET ${BASE}/{id}/lamna-ut`);
    return this.#releaseHtml(request, opened, found, { identity: '', faults: [], changed: false });
  }

  @Post(':id/lamna-ut')
  async release(
    @Param('id', { schema: caseParam }) id: string,
    @Body({ schema: formBody }) body: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { opened, found } = await this.#found(request, id, `POST ${BASE}/{id}/lamna-ut`);
    const identity = textOf(body, IDENTITY).trim();
    const again = async (status: number, more: { readonly faults: readonly Fault[]; readonly changed: boolean }) => {
      const html = await this.#releaseHtml(request, opened, found, { identity, ...more });
      return this.answers.send(request, response, { status, html, at: `${BASE}/${opened.state.id}/lamna-ut` });
    };
    const document = extractDocument(opened, found.hits);
    if (found.hits.some(({ left }) => left > 0)) return again(422, { faults: [], changed: false });
    if (identity === '') return again(422, { faults: [{ field: IDENTITY, text: said.lackIdentity }], changed: false });
    if (textOf(body, 'hash') !== hashOf(document)) return again(409, { faults: [], changed: true });
    const faults = await this.#decide(request, opened, found.hits, document, { identity, key: textOf(body, '_key') || randomUUID() });
    if (faults.length > 0) return again(422, { faults, changed: false });
    response.redirect(303, `${BASE}/${id}#bilagor`);
  }

  /** The file first, so that the event can name it; then what is given out of each hit is logged, and the decision is recorded. */
  async #decide(
    request: Request,
    { state }: OpenedRecord,
    hits: readonly Hit[],
    document: CaseDocument,
    { identity, key }: { readonly identity: string; readonly key: string },
  ): Promise<readonly Fault[]> {
    const { actor, person } = signedIn(request);
    const bytes = this.typesetter.pdf(document);
    const notKept = await this.attaching.addToRecord(actor, extractType, state.id, [{ name: `${state.number}-registerutdrag.pdf`, bytes }]);
    if (notKept.length > 0) return [{ field: IDENTITY, text: attachmentTexts.notKeptTitle }];
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const kept = (await this.records.load(extractType, state.id))?.attachments.find((file) => file.sha256 === sha256);
    if (kept === undefined) throw new Error('an extract that was kept is not in its record');
    const streams = hits.filter(({ judged }) => judged !== undefined && counted([judged]).given > 0).map(({ stream }) => stream);
    await logAccesses(this.database, { person: person.id, action: 'disclose', streams, route: `POST ${BASE}/{id}/lamna-ut` });
    const found = hits.map(({ family, of, passages }) => ({ family, of, lines: passages.length }));
    const command = { type: 'ReleaseExtract', found, document: kept.id, sha256, identity };
    try {
      await this.records.execute(actor, extractType, state.id, command, { commandId: commandIdOf(actor, key) });
      return [];
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'incomplete') throw error;
      return error.missing.map(({ text }) => ({ field: IDENTITY, text }));
    }
  }

  /** @throws Refusal for one who does not see the request, or does not review it, and for one that has ended */
  async #opened(request: Request, id: string, route: string): Promise<OpenedRecord> {
    const opened = await this.reader.open(signedIn(request).actor, extractType, id, route);
    if (!offeredTo(extractType, opened.state as never, opened).some(({ name }) => name === 'JudgeHit')) refuse('notYours');
    return opened;
  }

  /** Everything that is found, logged as shown by its words. */
  async #found(request: Request, id: string, route: string): Promise<{ readonly opened: OpenedRecord; readonly found: Hits }> {
    const opened = await this.#opened(request, id, route);
    const found = await this.#hitsOf(opened);
    const streams = found.hits.map(({ stream }) => stream);
    await logAccesses(this.database, { person: signedIn(request).person.id, action: 'searched', streams, route });
    return { opened, found };
  }

  #hitsOf(opened: OpenedRecord): Promise<Hits> {
    return hitsOf({ database: this.database, store: this.store, cases: this.cases, records: this.reader }, opened);
  }

  /** One of the hits. @throws Refusal notFound for what the request does not find */
  async #hit(request: Request, id: string, family: string, of: string, route: string): Promise<{ readonly opened: OpenedRecord; readonly hit: Hit }> {
    const opened = await this.#opened(request, id, route);
    const { hits } = await this.#hitsOf(opened);
    const hit = hits.find((one) => one.family === family && one.of === of) ?? refuse('notFound');
    await logAccesses(this.database, { person: signedIn(request).person.id, action: 'read', streams: [hit.stream], route });
    return { opened, hit };
  }

  #reviewHtml(request: Request, { state, today }: OpenedRecord, hit: Hit, body: FormBody, faults: readonly Fault[]): Promise<string> {
    const page = ExtractReview({ of: state, hit, body, faults, today, idempotencyKey: randomUUID() });
    return this.frame.html(request, `${state.number} ${said.review}`, page, faults.length > 0);
  }

  #releaseHtml(
    request: Request,
    opened: OpenedRecord,
    found: Hits,
    shown: { readonly identity: string; readonly faults: readonly Fault[]; readonly changed: boolean },
  ): Promise<string> {
    const document = extractDocument(opened, found.hits);
    const page = ReleaseExtract({ of: opened.state, found, document, hash: hashOf(document), idempotencyKey: randomUUID(), ...shown });
    return this.frame.html(request, `${opened.state.number} ${said.release}`, page, shown.faults.length > 0);
  }
}

function faultsOf({ passages, mayTell, open, unmarked }: Judgement, { passages: all }: Hit): readonly Fault[] {
  const leavesOut = passages.some(({ choice }) => choice !== 'give' && choice !== 'other');
  return [
    ...(open.length > 0 ? [{ field: REST, text: said.lackRest }] : []),
    ...(all.length > MOST_LINES ? [{ field: REST, text: said.lackTooMany }] : []),
    ...unmarked.map((passage) => ({ field: copyOf(passage), text: disclosureTexts.lackMarks, href: `#${fieldId(copyOf(passage))}` })),
    ...(leavesOut && mayTell === null ? [{ field: MAY_TELL, text: said.lackMayTell }] : []),
  ];
}
