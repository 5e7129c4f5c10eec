import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { stockholmDate } from '#domain/law/calendar';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Clock } from '#platform/clock';
import { municipalityTexts as said } from '#text/municipality';
import type { Fault } from '#ui/error-summary';
import type { Frame } from '../frame/frame.js';
import { crestHref } from '../frame/municipality-shown.js';
import { type FormBody, textOf } from '../frame/request.js';
import { MunicipalityPage } from './municipality.page.js';
import { crestIn } from './municipality-form.js';

/** The page with what holds today. */
export class MunicipalityForms {
  constructor(
    private readonly frame: Frame,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {}

  get now() {
    return this.register.organisation.settings.municipality;
  }

  get today(): string {
    return stockholmDate(this.clock.now().toISOString());
  }

  html(request: Request, body: FormBody, faults: readonly Fault[], message: string | null): Promise<string> {
    const crest = crestIn(body);
    const props = { body, faults, message, key: textOf(body, '_key') || randomUUID(), crest: crest === null ? null : crestHref(crest) };
    return this.frame.html(request, said.title, MunicipalityPage(props), faults.length > 0);
  }
}
