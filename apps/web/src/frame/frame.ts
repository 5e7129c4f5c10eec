import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { VNode } from 'preact';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { roles } from '#domain/codes/roles';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { isStorageFull } from '#platform/storage';
import { storageFull } from '#text/pages';
import { htmlOf, Page } from '#ui/page';
import { type SessionEnd, sessionEndOf } from '#ui/session-end';
import { asset } from '../assets/assets.js';
import { menuOf } from './menu.js';
import { municipalityShown } from './municipality-shown.js';
import { askedBy, sessionLeft } from './request.js';

/** The year for which the demo municipality has complete figures: that of document 002. */
const DEMO_YEAR = 2023;

/** One line on the state of the system, for the foot of every page. */
export abstract class HealthLine {
  abstract text(): Promise<string>;
}

/** Puts a page's content into the frame that all pages share. */
@Injectable()
export class Frame {
  constructor(
    @Inject('config') private readonly config: Config,
    private readonly health: HealthLine,
    private readonly clock: Clock,
    private readonly register: OrganisationRegister,
  ) {}

  /**
   * The whole page, with its person for the forms. `scripts` by the names of assets.ts (`client/print.js`), run in this order when the page
   * has been loaded: no page may need them.
   */
  async html(request: Request, title: string, content: VNode, faulty = false, scripts: readonly string[] = []): Promise<string> {
    const { person } = askedBy(request);
    const user = person === null ? null : { name: person.name, role: person.posts[0] === undefined ? '' : inSentence(labelOf(roles, person.posts[0].role)) };
    return htmlOf(
      Page({
        title,
        municipality: municipalityShown(this.register.organisation.settings.municipality),
        faulty,
        user,
        menu: menuOf(person, request.path, this.config.demo ? DEMO_YEAR : this.clock.now().getFullYear() - 1),
        demo: this.config.demo,
        health: await this.health.text(),
        notice: isStorageFull() ? storageFull : null,
        sheet: asset('gensvar.css'),
        sessionEnd: person === null ? null : this.sessionEnd(request),
        scripts: [...(person === null ? [] : ['client/session-end.js']), ...(faulty ? ['client/focus-faults.js'] : []), ...scripts].map(asset),
        owner: person?.id ?? null,
        children: content,
      }),
    );
  }

  /** A session ends when it is not used, and some hours after the log-in whatever is done meanwhile: the page and its script warn in time. Null for a program's key. */
  sessionEnd(request: Request): SessionEnd | null {
    const left = sessionLeft(request);
    return left === null ? null : sessionEndOf(left, this.clock.now());
  }
}
