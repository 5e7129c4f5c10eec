import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { VNode } from 'preact';
import { labelOf } from '#domain/codes/code';
import { roles } from '#domain/org/roles';
import type { Config } from '#platform/config';
import { inSentence } from '#text/in-sentence';
import { htmlOf, Page } from '#ui/page';
import { askedBy } from './request.js';

/** One line on how the system is, for the foot of every page. */
export abstract class HealthLine {
  abstract text(): Promise<string>;
}

/** Puts a page's content into the frame that all pages share. */
@Injectable()
export class Frame {
  constructor(
    @Inject('config') private readonly config: Config,
    private readonly health: HealthLine,
  ) {}

  async html(request: Request, title: string, content: VNode, faulty = false): Promise<string> {
    const { person } = askedBy(request);
    const user = person === null ? null : { name: person.name, role: person.posts[0] === undefined ? '' : inSentence(labelOf(roles, person.posts[0].role)) };
    return htmlOf(Page({ title, faulty, user, demo: this.config.demo, health: await this.health.text(), children: content }));
  }
}
