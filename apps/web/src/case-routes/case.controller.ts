import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Sent as SentFile } from '#attachments/cleaned';
import { CaseReader } from '#case-service/case-reader';
import { stepCommand } from '#case-view/next-step';
import { refuse } from '#domain/errors';
import type { Actor } from '#domain/org/actor';
import { attachmentTexts } from '#text/attachments';
import { commandTexts } from '#text/commands';
import { signInTexts } from '#text/sign-in';
import { cutField, isCut } from '../attachments/cut-forms.js';
import { StaffSend } from '../attachments/upload-guards.js';
import { sentIn, TakesFiles } from '../attachments/uploads.js';
import { CasePage } from '../case/case.page.js';
import { DecisionPage } from '../decision/decision.page.js';
import { CaseDrafts } from '../forms/case-drafts.js';
import { CommandDoor, isCommandName } from '../forms/command-door.js';
import { CommandFiles } from '../forms/command-files.js';
import { type Done, type Sent, STEP, type Tried } from '../forms/sent-form.js';
import { Answers } from '../frame/answers.js';
import { anyQuery, caseParam, formBody } from '../frame/form.schema.js';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { partsOf } from '../frame/parts.js';
import { type FormBody, listOf, signedIn, textOf } from '../frame/request.js';
import { Returning } from '../frame/returning.js';
import { CaseModels } from './case-models.js';

const away = signInTexts.sentAway;

/** Pages of a case beside its own. */
type Place = '' | 'beslut';
/** Scripts that split joined forms, save drafts, and show what the address points at. */
const scripts = ['client/split-forms.js', 'client/keep-draft.js', 'client/open-target.js', 'client/filter-choices.js'];

/** A case as a page, the decision on notification as another, and every command as a form on one of them. */
@Controller('arende')
@UseFilters(PageFilter)
export class CaseController {
  constructor(
    private readonly door: CommandDoor,
    private readonly files: CommandFiles,
    private readonly drafts: CaseDrafts,
    private readonly reader: CaseReader,
    private readonly models: CaseModels,
    private readonly frame: Frame,
    private readonly returning: Returning,
    private readonly answers: Answers,
  ) {}

  @Get(':id')
  page(@Param('id', { schema: caseParam }) id: string, @Query({ schema: anyQuery }) query: FormBody, @Req() request: Request): Promise<string> {
    return this.#html(request, id, '', null, query);
  }

  @Get(':id/beslut')
  decision(@Param('id', { schema: caseParam }) id: string, @Query({ schema: anyQuery }) query: FormBody, @Req() request: Request): Promise<string> {
    return this.#html(request, id, 'beslut', null, query);
  }

  @Post(':id')
  @UseGuards(StaffSend)
  @UseInterceptors(TakesFiles)
  async command(
    @Param('id', { schema: caseParam }) id: string,
    @Body({ schema: formBody }) together: FormBody,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { prefix, others, pressed: sentPart } = partsOf(together);
    // In a form that was cut off the name of the button may be missing.
    const pressed = sentPart ?? (isCut(request) ? (others[0] ?? null) : null);
    const { actor } = signedIn(request);
    const body = pressed ?? {};
    const parts = stepParts(body, others);
    await this.drafts.keepBegun(
      actor,
      id,
      others.filter((part) => !parts.includes(part)),
    );
    const isJson = request.accepts(['html', 'json']) === 'json';
    const place: Place = [body, ...others].some((part) => textOf(part, '_from') === 'beslut') ? 'beslut' : '';
    if (pressed === null && isJson) {
      response.status(200).json({ kept: true });
      return;
    }
    if (pressed === null)
      return response.redirect(303, `/arende/${encodeURIComponent(id)}${place === '' ? '' : `/${place}`}?klart=utkast#${place === '' ? 'nasta' : 'b5'}`);
    const sent = await this.#sent(request, id, body, sentIn(request, prefix), parts);
    const at = encodeURIComponent(textOf(body, '_do') === 'onwards' ? stepCommand : textOf(body, '_type'));
    // A script asks for an answer that can't be mistaken for a log-in page.
    if (sent.done && isJson) {
      response.status(200).json({ kept: true });
      return;
    }
    if (sent.done && sent.kept !== undefined && (textOf(body, '_do') !== 'onwards' || sent.kept.stopped))
      return response.redirect(303, `/arende/${id}?${keptIn(sent.kept)}#nasta`);
    const back = textOf(body, '_do') !== '' && parts.length === 0 ? `?gor=${at}#k-${at}` : `?klart=${at}#${place === '' ? 'nasta' : 'b5'}`;
    if (sent.done) return response.redirect(303, `/arende/${id}${place === '' ? '' : `/${place}`}${back}`);
    const html = await this.#html(request, id, place, sent.tried, {});
    await this.answers.send(request, response, { status: sent.status, html, at: `/arende/${encodeURIComponent(id)}${place === '' ? '' : `/${place}`}` });
  }

  /** A form is sent as a command or saved as a draft, or its draft is deleted. */
  async #sent(request: Request, id: string, body: FormBody, papers: readonly SentFile[], parts: readonly FormBody[]): Promise<Sent> {
    const { actor } = signedIn(request);
    if (isCut(request)) {
      // The fields of its parts are named by their commands, as they were sent.
      const fields = parts.length === 0 ? body : (request.body as FormBody);
      const tried = {
        command: textOf(body, '_type'),
        body,
        parts: byCommand(parts),
        title: attachmentTexts.tooMuchTitle,
        faults: [{ field: cutField(fields), text: attachmentTexts.tooMuch }],
      };
      return isCommandName(tried.command) || tried.command === STEP ? { done: false, status: 413, tried } : refuse('badShape');
    }
    const doing = textOf(body, '_do');
    if (doing === 'keepDraft') return this.drafts.keep(actor, id, body);
    if (doing === 'dropDraft') return this.drafts.drop(actor, id, textOf(body, '_type'));
    if (textOf(body, '_type') === STEP) {
      const sent = await this.door.sendStep(actor, id, body, parts, doing === 'onwards');
      if (sent.done) for (const part of sent.kept?.saved ?? []) await this.drafts.drop(actor, id, textOf(part, '_type'));
      if (sent.done) await this.drafts.keepBegun(actor, id, sent.kept?.drafts ?? []);
      return sent;
    }
    const kept = await this.files.keep(actor, id, body, papers);
    if ('turnedDown' in kept) return kept.turnedDown;
    const sent = await this.door.send(actor, id, kept.body);
    if (sent.done) await this.drafts.drop(actor, id, textOf(body, '_type'));
    return sent;
  }

  /** The form that the person had sent when the session had ended: their draft, marked as not sent. */
  async #sentAway(request: Request, actor: Actor, person: string, id: string): Promise<Tried | null> {
    const sent = request.method === 'GET' ? await this.returning.take(request, person) : null;
    if (sent === null) return null;
    const { pressed, others } = partsOf(sent.fields);
    await this.drafts.keepBegun(actor, id, others);
    const command = textOf(pressed ?? {}, '_type');
    if (pressed === null || !(isCommandName(command) || command === STEP)) return null;
    const parts = byCommand(stepParts(pressed, others));
    if (command !== STEP) await this.drafts.keep(actor, id, pressed);
    return {
      command,
      body: pressed,
      parts,
      title: [sent.again ? signInTexts.confirm.back : away.back, ...(sent.files.length === 0 ? [] : [away.files(sent.files)])].join('. '),
      faults: [],
    };
  }

  async #html(request: Request, id: string, place: Place, tried: Tried | null, query: FormBody): Promise<string> {
    const { actor, person } = signedIn(request);
    const opened = await this.reader.open(actor, id, place === '' ? 'GET /arende/{id}' : 'GET /arende/{id}/beslut');
    const asked = {
      open: textOf(query, 'gor') || null,
      letter: textOf(query, 'mall') || null,
      group: textOf(query, 'visa') || null,
      saved: savedText(textOf(query, 'klart'), textOf(query, 'kvar'), textOf(query, 'stopp') !== ''),
    };
    const shown = tried ?? (await this.#sentAway(request, actor, person.id, id));
    const look = { actor, newKey: randomUUID, tried: shown, drafts: await this.drafts.of(actor, id), ...asked };
    if (place === 'beslut') {
      const props = await this.models.decision.of(opened, look);
      return this.frame.html(request, `${props.title} ${props.number}`, DecisionPage(props), shown !== null, [...scripts, 'client/copy.js']);
    }
    const props = await this.models.page.of(opened, look);
    return this.frame.html(request, `${props.number} ${props.heading}`, CasePage(props), shown !== null, scripts);
  }
}

/** Of the forms that were sent together, those that the form of the step is made of; none where another was sent. */
const stepParts = (body: FormBody, others: readonly FormBody[]): readonly FormBody[] =>
  textOf(body, '_type') === STEP ? others.filter((part) => listOf(body, '_part').includes(textOf(part, '_type'))) : [];
const byCommand = (parts: readonly FormBody[]): NonNullable<Tried['parts']> => new Map(parts.map((part) => [textOf(part, '_type'), part]));

const keptIn = ({ saved, drafts, stopped }: NonNullable<Done['kept']>): string => {
  const names = (bodies: readonly FormBody[]) => bodies.map((part) => textOf(part, '_type')).join('.');
  return new URLSearchParams({ klart: names(saved), kvar: names(drafts), ...(stopped ? { stopp: 'ja' } : {}) }).toString();
};

/** What was saved, in the words of its form; several by a dot between. `left`: what is not complete and stands as drafts. `isStopped`: the case was to go on, and did not. */
function savedText(commands: string, left: string, isStopped: boolean): string | null {
  if (commands === 'utkast') return 'Det du har skrivit är sparat som utkast.';
  if (commands === stepCommand) return 'Ärendet gick vidare.';
  if (commands === 'ratta') return 'Uppgiften är rättad.';
  const titles = (names: string) => names.split('.').flatMap((name) => commandTexts[name]?.title ?? []);
  const [saved, drafts] = [titles(commands), titles(left)];
  const said = [
    ...(saved.length === 0 ? [] : [`Sparat: ${saved.join(', ')}.`]),
    ...(drafts.length === 0 ? [] : [`Inte klart än, sparat som ditt utkast: ${drafts.join(', ')}.`]),
    ...(isStopped ? ['Ärendet gick inte vidare, eftersom mer saknas.'] : []),
  ];
  return said.length === 0 ? null : said.join(' ');
}
