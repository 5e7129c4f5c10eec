import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { Code } from '#domain/codes/code';
import { isValidAt } from '#domain/codes/code';
import { codeLists } from '#domain/codes/index';
import { localLists } from '#domain/codes/local-lists';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { treesOf } from '#domain/org/trees';
import { OrganisationRegister } from '#organisation/organisation-register';
import { Clock } from '#platform/clock';
import { ApiDoc } from './api-doc.js';
import { codeListAnswer, codeListsAnswer, localListsAnswer } from './codes-answers.schema.js';
import { listName, localListsQuery } from './params.schema.js';
import { LoggedIn } from './request-context.js';

/** The lists that other systems need to read and fill in a case: the codes with their days, and the divisions' own lists. */
@Controller('api')
export class CodesController {
  constructor(
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {}

  /** Open to all, as the OpenAPI document is: it has the same codes. */
  @Get('codes')
  @ApiDoc({ summary: 'Alla kodlistor, med namn på svenska och dagar då koderna gäller', answer: codeListsAnswer, for: 'all' })
  all() {
    return { lists: Object.entries(codeLists).map(([name, list]) => shown(name, list)) };
  }

  @Get('codes/:list')
  @ApiDoc({ summary: 'En kodlista', answer: codeListAnswer, for: 'all', refusals: ['notFound'] })
  one(@Param('list', { schema: listName }) name: string) {
    return shown(name, Object.hasOwn(codeLists, name) ? (codeLists[name] ?? []) : refuse('notFound'));
  }

  @Get('local-lists')
  @ApiDoc({
    summary: 'Avdelningarnas egna listor, i de delar av organisationen där man arbetar',
    answer: localListsAnswer,
    description: 'Utan `at` visas poster från alla dagar, även avslutade.',
    refusals: ['badShape'],
  })
  local(@LoggedIn() actor: Actor, @Query({ schema: localListsQuery }) { at, division }: z.infer<typeof localListsQuery>) {
    const { organisation } = this.register;
    const today = stockholmDate(this.clock.now().toISOString());
    const trees = treesOf(actor.posts, organisation, today);
    const isOwn = (code: string) => trees.includes(organisation.rootOf(code, today)?.code ?? '');
    const entries = this.register
      .entries()
      .filter((entry) => isOwn(entry.division) && (division === undefined || entry.division === division) && (at === undefined || isValidAt(entry, at)));
    return {
      lists: localLists.map(({ code: name, label }) => ({
        name,
        label,
        entries: entries
          .filter(({ list }) => list === name)
          .map(({ division: of, code, label: entryLabel, validFrom, validTo }) => ({ division: of, code, label: entryLabel, validFrom, validTo })),
      })),
    };
  }
}

const shown = (name: string, list: readonly Code[]) => ({
  name,
  codes: list.map(({ code, label, validFrom = null, validTo = null }) => ({ code, label, validFrom, validTo })),
});
