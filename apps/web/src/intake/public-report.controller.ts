import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Attaching, type NotKept } from '#attachments/attaching';
import { CaseService, commandIdOf } from '#case-service/case-service';
import type { ExistingCase } from '#domain/case/case';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { anonymous } from '#domain/org/actor';
import { contactLine } from '#domain/org/municipality';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { DatabaseFault } from '#platform/database';
import { clientOf, Limits } from '#platform/limits';
import { attachmentTexts } from '#text/attachments';
import { type PublicStep, publicReportWords, receiptTexts } from '#text/public-report';
import type { Fault } from '#ui/error-summary';
import { FILES } from '#ui/files-field';
import { cutField, isCut, noneKept } from '../attachments/cut-forms.js';
import { keptOf } from '../attachments/kept-files.js';
import { CodeHoldersSend, ReportersSend } from '../attachments/upload-guards.js';
import { sentIn, TakesFiles } from '../attachments/uploads.js';
import { Answers } from '../frame/answers.js';
import { anyQuery, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, textOf } from '../frame/request.js';
import { Unfinished } from '../frame/unfinished.js';
import { FollowSession } from '../sign-in/follow-session.js';
import { answersAfter, faultsOf, isStep, reportFrom, steps, stoppedAt, stoppedBy } from './public-form.js';
import { type Notice, PublicReport, stepAt } from './public-report.page.js';
import { PublicSteps, type Shown } from './public-steps.js';
import { Receipt } from './receipt.page.js';
import { nextLines } from './receipt-model.js';
import { sendReport, unitOptions } from './report-form.js';

const { away, busy, expired, twice } = receiptTexts;

/** The stored report; `state` null where it could not be read back. */
interface Taken {
  readonly number: string;
  readonly code: string;
  readonly state: ExistingCase | null;
}

/** The public's form: no log-in, no script, never a silent failure. Each step is a page of its own (POST, 303, GET). */
@Controller('lamna-synpunkt')
@UseFilters(PageFilter)
export class PublicReportController {
  constructor(
    private readonly cases: CaseService,
    private readonly attaching: Attaching,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
    private readonly session: FollowSession,
    private readonly limits: Limits,
    private readonly steps: PublicSteps,
    private readonly answers: Answers,
  ) {}

  /** A step with its values; at the form's own address, so that the browser can come back to the first step too. */
  @Get(['', 'lattlast'])
  async form(@Query({ schema: anyQuery }) query: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const plats = textOf(query, 'plats') || textOf(query, 'enhet');
    const form = textOf(query, 'formular');
    if (!Unfinished.isId(form)) return response.redirect(303, stepAt(isEasy(request), Unfinished.newId(), { plats }));
    const asked = textOf(query, 'steg');
    const step = isStep(asked) ? asked : 'vad';
    // The first step needs nothing of the database.
    const kept = step === 'vad' ? await whenThere(() => this.steps.find(request, form)) : await this.steps.find(request, form);
    if (kept === null) {
      const gone = step === 'vad' ? null : { ...expired, button: this.#words(request).buttons.next };
      return this.#show(request, response, { plats, _formular: form }, { step: 'vad', notice: gone }, gone === null ? 200 : 410);
    }
    const stopped = textOf(query, 'fel') !== '' && kept.stopped?.step === step ? kept.stopped : {};
    await this.#show(request, response, { ...kept.fields, _formular: form }, { step, fromReview: textOf(query, 'granskad') !== '', ...stopped }, 200);
  }

  /** Goes on, back, or to an answer that is to be changed, or sends the report. */
  @Post(['', 'lattlast'])
  @UseGuards(ReportersSend)
  @UseInterceptors(TakesFiles)
  async step(@Body({ schema: formBody }) sent: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [at, to, form] = [textOf(sent, '_steg'), textOf(sent, '_till'), textOf(sent, '_formular')];
    const here = isStep(at) ? at : 'vad';
    const kept = await whenThere(() => this.steps.find(request, form));
    const body = { ...answersAfter(here, sent, kept?.fields ?? {}), _formular: form };
    if (isCut(request)) return this.#next(request, response, body, cutAt(here, body), 413);
    if (to === 'skicka') return this.#send(request, response, body);
    const isOn = to === 'nasta' || to === 'granska' || to === '';
    const faults = isOn ? faultsOf(here, body, this.#words(request), this.#units(), this.#today()) : [];
    const fromReview = textOf(sent, '_granskad') === 'ja';
    if (faults.length > 0) return this.#next(request, response, body, { step: here, faults, fromReview }, 422);
    const next = isStep(to) ? to : (steps[steps.indexOf(here) + 1] ?? 'granska');
    // Whoever goes from the review to an answer returns to the review.
    await this.#next(request, response, body, { step: next, fromReview: next !== 'granska' && (here === 'granska' || (fromReview && next === here)) }, 200);
  }

  /** From the receipt the person can go on to the dialogue without typing the code again. */
  @Post('kvitto')
  async kept(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const taken = await this.#byCode(request, body);
    if (textOf(body, 'saved') !== 'yes') return this.#receipt(request, response, taken, [], [{ field: 'saved', text: receiptTexts.savedLack }]);
    await this.session.open(response, taken.state.id);
    response.redirect(303, '/folj');
  }

  /** Files that could not be stored, sent again. */
  @Post('bilagor')
  @UseGuards(CodeHoldersSend)
  @UseInterceptors(TakesFiles)
  async files(@Body({ schema: formBody }) body: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const taken = await this.#byCode(request, body);
    const notKept = isCut(request) ? noneKept : await this.attaching.add(anonymous, [taken.state.id], sentIn(request));
    await this.#receipt(request, response, taken, notKept, [], isCut(request) ? [] : keptOf(sentIn(request), notKept));
  }

  async #send(request: Request, response: Response, body: FormBody): Promise<void> {
    const units = this.#units();
    const stopped = stoppedAt(body, this.#words(request), units, this.#today());
    if (stopped !== null) return this.#next(request, response, body, { ...stopped, fromReview: true }, 422);
    const key = textOf(body, '_key') || randomUUID();
    const sent = await whenThere(async () => {
      const seconds = await this.#seconds(request, key);
      return seconds > 0 ? { seconds } : sendReport(this.cases, anonymous, key, reportFrom(body, units));
    });
    if (sent === null) return this.#later(request, response, body, { status: 503, seconds: 30, title: away.title, lines: [away.lead, away.otherwise] });
    if ('seconds' in sent)
      return this.#later(request, response, body, { status: 429, seconds: sent.seconds, title: busy.title, lines: [busy.lead(sent.seconds), away.otherwise] });
    if ('again' in sent) {
      // Sent once more it is another report, so it gets another key.
      const notice = { title: twice.title(sent.again.number, sent.again.at), lines: [twice.lead], button: twice.send };
      return this.#next(request, response, { ...body, _key: randomUUID() }, { step: 'granska', notice }, 409);
    }
    if ('faults' in sent) return this.#next(request, response, body, { ...stoppedBy(sent.faults, body), fromReview: true }, 422);
    const { id, number, receiptCode } = sent.answer;
    const notKept = await this.attaching.add(anonymous, [id], sentIn(request));
    // The report is stored: whatever happens now, its sender gets the code.
    const state = await whenThere(() => this.cases.load(id));
    const taken = { number, code: receiptCode, state: state?.exists ? state : null };
    await this.#receipt(request, response, taken, notKept, [], keptOf(sentIn(request), notKept));
  }

  /** A repeat of a stored report is not counted. */
  async #seconds(request: Request, key: string): Promise<number> {
    const known = await this.cases.takenIn(commandIdOf(anonymous, key));
    return known === null ? this.limits.count('reports', clientOf(request)) : 0;
  }

  async #later(
    request: Request,
    response: Response,
    body: FormBody,
    { status, seconds, ...notice }: Omit<Notice, 'button'> & { readonly status: number; readonly seconds: number },
  ) {
    response.setHeader('Retry-After', String(seconds));
    return this.#next(request, response, body, { step: 'granska', notice: { ...notice, button: away.again } }, status);
  }

  async #receipt(
    request: Request,
    response: Response,
    { number, code, state }: Taken,
    notKept: readonly NotKept[],
    faults: readonly Fault[] = [],
    files: readonly string[] = [],
  ) {
    const { turnTo } = publicReportWords.plain;
    const { municipality } = this.register.organisation.settings;
    const contact = municipality === null ? null : contactLine(municipality);
    const content = Receipt({ number, code, next: state === null ? [receiptTexts.reads] : nextLines(state), turnTo, files, notKept, faults, contact });
    const html = await this.frame.html(request, receiptTexts.title, content, faults.length > 0 || notKept.length > 0, ['client/print.js']);
    await this.answers.send(request, response, { status: faults.length > 0 ? 422 : 201, html, at: '/lamna-synpunkt/kvitto' });
  }

  async #byCode(request: Request, body: FormBody): Promise<Taken & { readonly state: ExistingCase }> {
    const code = textOf(body, 'code');
    const state = await this.cases.byReceiptCode(code);
    if (state === null) return refuse((await this.limits.slowDown(clientOf(request))) ? 'notFound' : 'tooMany');
    return { number: state.number, code, state };
  }

  /** The next step, as a page that the browser can come back to; answered at once where nothing can be stored for it. */
  async #next(request: Request, response: Response, body: FormBody, shown: Shown, status: number): Promise<void> {
    const { step, faults = [], fromReview = false, notice = null } = shown;
    const form = textOf(body, '_formular');
    const isStopped = faults.length > 0 || notice !== null;
    if (!(await this.steps.keep(request, form, body, shown))) return this.#show(request, response, body, shown, status);
    response.redirect(303, stepAt(isEasy(request), form, { steg: step, granskad: fromReview ? 'ja' : '', fel: isStopped ? 'ja' : '' }));
  }

  async #show(request: Request, response: Response, body: FormBody, shown: Shown, status: number): Promise<void> {
    response
      .status(status)
      .type('html')
      .send(await this.#page(request, body, shown));
  }

  #page(request: Request, body: FormBody, { step, faults = [], fromReview = false, notice = null }: Shown): Promise<string> {
    const words = this.#words(request);
    const key = textOf(body, '_key') || randomUUID();
    const content = PublicReport({
      words,
      easy: isEasy(request),
      step,
      body,
      faults,
      units: this.#units(),
      today: this.#today(),
      key,
      form: textOf(body, '_formular'),
      fromReview,
      notice,
    });
    return this.frame.html(request, `${words.headings[step]} – ${words.title}`, content, faults.length > 0 || notice !== null);
  }

  #words(request: Request) {
    return isEasy(request) ? publicReportWords.easy : publicReportWords.plain;
  }

  #units() {
    return unitOptions(this.register, anonymous, this.#today());
  }

  #today(): string {
    return stockholmDate(this.clock.now().toISOString());
  }
}

/** Null where the database can't be reached: the page then says so, with everything that was typed. */
async function whenThere<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseFault && error.notNow) return null;
    throw error;
  }
}

/** The text is at its own step, files and the rest at the review. */
function cutAt(here: PublicStep, body: FormBody): Shown {
  const field = cutField(body, here === 'granska' ? FILES : 'what');
  return { step: field === 'what' ? 'hande' : here, faults: [{ field, text: attachmentTexts.tooMuch }] };
}

const isEasy = (request: Request): boolean => request.path.endsWith('/lattlast');
