import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query, Req, Res, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { crestFrom } from '#attachments/crest';
import { formNameOf, Refusal, refuse } from '#domain/errors';
import { administers, readsAdministration } from '#domain/org/administration';
import { Administration } from '#organisation/administration';
import { keepCrest } from '#organisation/crests';
import { Database } from '#platform/database';
import { municipalityTexts as said } from '#text/municipality';
import type { Fault } from '#ui/error-summary';
import { FILES } from '#ui/files-field';
import { StaffSend } from '../attachments/upload-guards.js';
import { sentIn, TakesFiles } from '../attachments/uploads.js';
import { Answers } from '../frame/answers.js';
import { anyQuery, formBody } from '../frame/form.schema.js';
import { PageFilter } from '../frame/page.filter.js';
import { type FormBody, type SignedIn, signedIn, textOf } from '../frame/request.js';
import { fields, formOf, isSame, municipalityIn, nameOf } from './municipality-form.js';
import { MunicipalityForms } from './municipality-forms.js';

const HERE = '/organisation/kommunen';

/** Name, contact, crest and colour of the municipality, changed by the systemförvaltare by the register's own change of a setting. */
@Controller('organisation/kommunen')
@UseFilters(PageFilter)
export class MunicipalityController {
  constructor(
    private readonly administration: Administration,
    private readonly shown: MunicipalityForms,
    private readonly database: Database,
    private readonly answers: Answers,
  ) {}

  @Get()
  page(@Query({ schema: anyQuery }) asked: FormBody, @Req() request: Request): Promise<string> {
    administrator(request);
    return this.shown.html(request, formOf(this.shown.now), [], textOf(asked, 'klart') === '' ? null : said.saved);
  }

  @Post()
  @UseGuards(StaffSend)
  @UseInterceptors(TakesFiles)
  async save(@Body({ schema: formBody }) typed: FormBody, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { actor } = administrator(request);
    const chosen = await this.#crest(request, typed);
    const body: FormBody = { ...typed, crest: chosen.crest };
    const { municipality, faults } = municipalityIn(body);
    const all = [...chosen.faults, ...faults];
    if (municipality === null || all.length > 0) return this.#again(request, response, body, all);
    if (isSame(this.shown.now, municipality)) return this.#again(request, response, body, [{ field: 'name', text: said.unchanged }]);
    try {
      const change = { do: 'set', name: 'municipality', value: municipality, from: this.shown.today } as const;
      await this.administration.change(actor, [change], textOf(body, 'reason'), textOf(body, '_key') || randomUUID());
      response.redirect(303, `${HERE}?klart=ja`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.missing.length === 0) throw error;
      await this.#again(request, response, body, faultsOf(error));
    }
  }

  /** The crest that is chosen: a new picture, none, or the one that stands in the form. A picture that is fit is stored, so that it stays chosen. */
  async #crest(request: Request, body: FormBody): Promise<{ readonly crest: string; readonly faults: readonly Fault[] }> {
    const [file] = sentIn(request);
    const standing = textOf(body, 'removeCrest') === '' ? textOf(body, 'crest') : '';
    if (file === undefined) return { crest: standing, faults: [] };
    const picture = await crestFrom(file.bytes);
    if (typeof picture === 'string') return { crest: standing, faults: [{ field: FILES, text: picture }] };
    return { crest: nameOf(await keepCrest(this.database, picture)), faults: [] };
  }

  async #again(request: Request, response: Response, body: FormBody, faults: readonly Fault[]): Promise<void> {
    await this.answers.send(request, response, { status: 422, html: await this.shown.html(request, body, faults, null), at: HERE });
  }
}

const faultsOf = (refusal: Refusal): readonly Fault[] =>
  refusal.missing.map((lack) => ({ field: fields.some(({ name }) => name === formNameOf(lack)) ? formNameOf(lack) : FILES, text: lack.text }));

/** @throws Refusal notLoggedIn, notFound for others: the page is not shown to them at all */
function administrator(request: Request): SignedIn {
  const who = signedIn(request);
  if (administers(who.actor)) return who;
  return readsAdministration(who.actor) ? refuse('notYours', [], 'Organisationen ändras av den som är systemförvaltare.') : refuse('notFound');
}
