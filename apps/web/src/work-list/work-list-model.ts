import { noNews } from '#case-view/history-groups';
import { assignCase } from '#domain/case/commands/assign-case';
import { mayGiveSome } from '#domain/case/may-give-some';
import { worksWithCodes } from '#domain/case/policy';
import { visible } from '#domain/case/visible';
import { kinds } from '#domain/codes/kinds';
import { stages } from '#domain/codes/stages';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import type { Organisation } from '#domain/org/units';
import { withNews } from '#event-store/access-log';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import { savedFiltersOf } from '#organisation/saved-filters';
import type { Database } from '#platform/database';
import { type OpenCounts, openCounts } from '#read-model/open-counts';
import { type Waiting, waitingFor } from '#read-model/waiting';
import { caseCount, PAGE_SIZE, workItems } from '#read-model/work-list';
import { optionsOf } from '#ui/field';
import type { CaseHeadings } from '../frame/case-headings.js';
import { rowsOf } from './cases-as-rows.js';
import type { WorkListProps } from './work-list.page.js';
import { chipsOf, hrefOf, type ListQuery, listQuery, searchOf } from './work-list-query.js';

type Counted = readonly [label: string, query: ListQuery, n: number | null];

/** Everything on the page of the work list, for one person. */
export class WorkListModel {
  constructor(
    private readonly database: Database,
    private readonly register: OrganisationRegister,
    private readonly headings: CaseHeadings,
  ) {}

  async of(actor: Actor, stated: ListQuery, now: string): Promise<WorkListProps> {
    const today = stockholmDate(now);
    const { organisation } = this.register;
    const sight = visible(actor, organisation, today);
    const waiting = waitingFor(actor, this.register.holders(today), organisation, today);
    const units = unitsOf(actor, organisation, today);
    const [people, counts, kept] = await Promise.all([
      allPeople(this.database, today),
      openCounts(this.database, sight, now, { waiting, units: Object.fromEntries(units.map(({ code, codes }) => [code, codes])) }),
      this.#saved(actor, now, waiting),
    ]);
    const asked = searchOf(stated) === '' ? { ...stated, ...firstView(counts) } : stated;
    const { tabs, more } = filtersOf(counts, units);
    const whom = asked.visa === 'vantar' ? waiting : null;
    const known = [...tabs, ...more].find(([, query]) => searchOf(query) === searchOf(asked))?.[2] ?? null;
    const [items, total] = await Promise.all([
      workItems(this.database, sight, withOwn(asked, actor), now, whom),
      // The number at a filter is not counted again for its list.
      known ?? caseCount(this.database, sight, withOwn(asked, actor), now, whom),
    ]);
    const page = asked.page ?? 1;
    const asLink = ([label, query, n]: Counted) => ({
      href: hrefOf(query),
      label: n === null ? label : `${label} (${n})`,
      current: searchOf(query) === searchOf(asked),
    });
    const [headings, news] = await Promise.all([
      this.headings.of(
        actor,
        items.map(({ id }) => id),
        now,
        'GET /arenden',
      ),
      actor.person === null
        ? new Set<string>()
        : withNews(
            this.database,
            actor.person,
            items.map(({ id }) => caseStream(id)),
            noNews,
          ),
    ]);
    const nearest = items.length > 0 ? null : (await workItems(this.database, sight, { stage: 'open' }, now))[0];
    return {
      now,
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      search: searchOf(asked),
      saved: kept.map(({ name, query, n }) => ({ ...asLink([name, query, n]), name })),
      filters: tabs.map(asLink),
      moreFilters: more.filter(([, query, n]) => n !== 0 || query.kind === undefined || query.kind === asked.kind).map(asLink),
      chips: chipsOf(asked, organisation, people, today),
      asked,
      choices: {
        kind: optionsOf(kinds),
        stage: [{ value: 'open', label: 'Öppna' }, ...optionsOf(stages)],
        unit: [{ value: 'none', label: 'Utan enhet' }, ...organisation.at(today).map(({ code, name }) => ({ value: code, label: name }))],
      },
      rows: rowsOf(items, { headings, news }, organisation, worksWithCodes(actor) ? [] : people, today),
      mayAssign: mayGiveSome(assignCase, actor, organisation),
      nearest: nearest == null || nearest.nextDue === null ? null : { id: nearest.id, number: nearest.number, secrecy: nearest.secrecy, due: nearest.nextDue },
    };
  }

  /** The person's own filters with their numbers; one that can no longer be parsed is left out. */
  async #saved(actor: Actor, now: string, waiting: Waiting | null) {
    if (actor.person === null) return [];
    const sight = visible(actor, this.register.organisation, stockholmDate(now));
    const kept = await savedFiltersOf(this.database, actor.person);
    const rows = kept.flatMap(({ name, query }) => {
      const parsed = listQuery.safeParse(Object.fromEntries(new URLSearchParams(query)));
      return parsed.success ? [{ name, query: parsed.data }] : [];
    });
    return Promise.all(
      rows.map(async ({ name, query }) => ({
        name,
        query,
        n: await caseCount(this.database, sight, withOwn(query, actor), now, query.visa === 'vantar' ? waiting : null),
      })),
    );
  }
}

/** The default view: what waits for the person, or all open cases where nothing does. */
const firstView = (counts: OpenCounts): ListQuery => (counts.waiting + counts.mine > 0 ? { visa: 'vantar' } : { stage: 'open' });

function withOwn({ visa, ...query }: ListQuery, { person }: Actor): Omit<ListQuery, 'visa'> {
  return visa === 'mina' && person !== null ? { ...query, handler: person, stage: query.stage ?? 'open' } : query;
}

const filtersOf = (counts: OpenCounts, units: ReturnType<typeof unitsOf>): { readonly tabs: readonly Counted[]; readonly more: readonly Counted[] } => ({
  tabs: [
    ['Väntar på mig', { visa: 'vantar' }, counts.waiting],
    ['Mina', { visa: 'mina' }, counts.mine],
    ...units.map(({ code, name }): Counted => [name, { stage: 'open', unit: code }, counts.byUnit[code] ?? 0]),
    ['Ej fördelade', { stage: 'open', handler: 'none' }, counts.unassigned],
    ['Öppna', { stage: 'open' }, counts.open],
  ],
  more: [
    ['Försenade', { overdue: true }, counts.overdue],
    ...kinds.map(({ code, label }): Counted => [label, { stage: 'open', kind: code }, counts.byKind[code] ?? 0]),
    ['Avslutade', { stage: 'closed' }, null],
  ],
});

/** The parts of the organisation that a person's posts are over, below the board: "Min enhet" for one, by name for several. */
function unitsOf({ posts }: Actor, organisation: Organisation, today: string) {
  const codes = [...new Set(posts.map(({ unit }) => unit))];
  const units = codes.flatMap((code) => organisation.unit(code, today) ?? []).filter(({ level }) => level !== 'board');
  return units.map(({ code, name, level }) => ({
    code,
    name: units.length > 1 ? name : level === 'unit' ? 'Min enhet' : 'Mitt område',
    codes: [...new Set([code, ...organisation.carriedBy(code, today)])],
  }));
}
