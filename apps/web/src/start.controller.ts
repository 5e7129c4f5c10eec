import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { personActor } from '#domain/case/actor';
import { visible } from '#domain/case/visible';
import { labelOf } from '#domain/codes/code';
import { stockholmDate } from '#domain/law/calendar';
import { roles } from '#domain/org/roles';
import { decidersOf, sameAs } from '#domain/org/settings';
import { EventStore } from '#event-store/event-store';
import { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople, type Person } from '#organisation/people';
import { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { openCounts } from '#read-model/open-counts';
import { runReport } from '#read-model/reports/run';
import { workList } from '#read-model/work-list';
import { inSentence } from '#text/in-sentence';
import { longMoment } from '#ui/deadline';
import type { FigureTableProps } from '#ui/figure-table';
import { figuresOf } from './figures.js';
import { Frame } from './frame.js';
import { Start, type StartProps } from './pages/start.page.js';
import { type Asked, askedBy } from './request.js';

const YEAR = { unit: 'namnd', from: '2023-01-01', to: '2024-01-01', organisation: 'then', praise: 'include' } as const;

/** The first page. */
@Controller()
export class StartController {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly frame: Frame,
    @Inject('config') private readonly config: Config,
  ) {}

  @Get()
  async start(@Req() request: Request): Promise<string> {
    const now = this.clock.now().toISOString();
    const people = this.config.demo ? await this.#people(now) : [];
    return this.frame.html(
      request,
      'Start',
      Start({
        waiting: await this.#waiting(askedBy(request), now),
        people,
        tables: this.config.demo ? await this.#year(now) : [],
        demo: this.config.demo,
        now: longMoment(now),
      }),
    );
  }

  /** What waits for the one who has logged in: the decisions that are theirs, then their own and late cases. */
  async #waiting({ actor, person }: Asked, now: string): Promise<StartProps['waiting']> {
    if (person === null) return null;
    const { organisation } = this.register;
    const today = stockholmDate(now);
    const sight = visible(actor, organisation, today);
    const held = actor.posts.flatMap((post) => sameAs(organisation.settings, post.role));
    const mine = (['lexSarah', 'lexMaria'] as const).filter((kind) => decidersOf(organisation.settings, kind).some((role) => held.includes(role)));
    const [counts, ...decisions] = await Promise.all([
      openCounts(this.database, sight, now),
      ...mine.map((kind) => workList(this.database, sight, { kind, stage: 'ivoDecision' }, now)),
    ]);
    return {
      decisions: decisions
        .flatMap(({ items }) => items)
        .map((item) => ({
          href: `/arende/${item.id}/beslut`,
          number: item.number,
          unit: organisation.unit(item.unit ?? '', today)?.name ?? 'utan enhet',
          due: item.nextDue,
          isLaw: item.nextBasis === 'law',
        })),
      open: counts.open,
      overdue: counts.overdue,
      now,
    };
  }

  async #people(now: string): Promise<StartProps['people']> {
    const people = await allPeople(this.database, stockholmDate(now));
    return Promise.all(
      people.map(async (person) => ({
        login: person.login,
        name: person.name,
        role: titleOf(person, this.register, stockholmDate(now)),
        waits: await this.#waits(person, now),
      })),
    );
  }

  /** What waits for a person today, in a sentence. */
  async #waits(person: Person, now: string): Promise<string> {
    const filter = visible(personActor(person.id, person.posts), this.register.organisation, stockholmDate(now));
    const [counts, open, own] = await Promise.all([
      openCounts(this.database, filter, now),
      workList(this.database, filter, { stage: 'open' }, now),
      workList(this.database, filter, { stage: 'open', handler: person.id }, now),
    ]);
    if (counts.open === 0) return 'Inget väntar i dag.';
    // Soonest due first: what is late stands on top of what is open.
    return `${counted(counts.open, 'öppet ärende', 'öppna ärenden')}, ${counts.overdue === 0 ? 'inget är försenat' : `${counted(counts.overdue, 'är försenat', 'är försenade')}`}${own.total === 0 ? '' : `, ${own.total} handläggs av personen själv`}. Först: ${open.items[0]?.number ?? ''}.`;
  }

  async #year(now: string): Promise<readonly FigureTableProps[]> {
    const core = { database: this.database, store: this.store };
    return Promise.all(['complaints-by-source', 'complaints-by-category'].map(async (id) => figuresOf(await runReport(core, id, YEAR, now), true)));
  }
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

function titleOf(person: Person, register: OrganisationRegister, today: string): string {
  const post = person.posts[0];
  if (post === undefined) return '';
  return `${inSentence(labelOf(roles, post.role))}, ${register.organisation.unit(post.unit, today)?.name ?? post.unit}`;
}
