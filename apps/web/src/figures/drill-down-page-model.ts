import { sentenceOfEvent } from '#case-view/history';
import type { Filter } from '#domain/case/visible';
import { labelOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { opinionTypes } from '#domain/codes/opinion-types';
import { stages } from '#domain/codes/stages';
import { stockholmDate } from '#domain/law/calendar';
import { namedWithLaw, regulation } from '#domain/law/regulation';
import type { Organisation } from '#domain/org/units';
import { recordTypes } from '#domain/record-types';
import type { ReadCore } from '#read-model/read-core';
import { type EventAt, eventsAt } from '#read-model/reports/events-at';
import type { FigureName } from '#read-model/reports/figure-name';
import { periodName } from '#read-model/reports/periods';
import { type CasesBehind, figureBehind, hasCases, type RecordBehind } from '#read-model/reports/run';
import { type CaseItem, PAGE_SIZE } from '#read-model/work-list';
import { type FormBody, textOf } from '../frame/request.js';
import { unitName } from '../frame/unit-name.js';
import type { DrillDownPageProps, DrillDownRecord, DrillDownRow } from './drill-down.page.js';
import { askedOf } from './figures.js';
import { reportQueryOf } from './report-query.js';

interface Reader {
  readonly sight: Filter;
  readonly organisation: Organisation;
  readonly today: string;
  readonly now: string;
}

/** The cases behind a figure and, for each that is shown, the event that put it there. `asked` names the figure as the table's own link does. */
export async function drillDownPage(
  core: ReadCore,
  id: string,
  asked: FormBody,
  reader: Reader,
): Promise<{ readonly props: DrillDownPageProps; readonly shown: CasesBehind }> {
  const query = reportQueryOf(asked);
  const { shown, name: figure, put } = await figureBehind(core, id, query, reader.sight, reader.now);
  const events = await eventsAt(core.database, [...put.values()]);
  return {
    shown,
    props: {
      heading: `${figure.title}: ${figure.row ?? 'alla'}${figure.column === null ? '' : `, ${figure.column}`}`,
      scope: `${reader.organisation.nameOf(figure.scope.unit, reader.today)}, ${periodName(figure.scope)}. Som känt vid händelse ${figure.scope.position}.`,
      definition: figure.definition,
      rows: shown.items.map((item) => rowOf(item, events.get(put.get(item.id) ?? 0), reader)),
      records: shown.records.map((record) => recordRowOf(record, reader)),
      ofCases: hasCases(id),
      total: shown.total,
      hidden: shown.hidden,
      first: (shown.page - 1) * PAGE_SIZE + 1,
      back: `/statistik/${id}?${askedOf(figure, textOf(query, 'praise') === 'include')}`,
      more: shown.page * PAGE_SIZE < shown.total ? moreHref(id, figure, query, shown.page + 1) : null,
      isLate: LATE.has(textOf(query, 'column')),
    },
  };
}

/** A record is named with its type, and leads to its page. */
const recordRowOf = ({ family, id, number, unit, status }: RecordBehind, { organisation, today }: Reader): DrillDownRecord => {
  const type = recordTypes.find((one) => one.family === family);
  return {
    href: `/${type?.page}/${id}`,
    number,
    what: type?.words.many ?? '',
    unit: organisation.nameOf(unit, today),
    status: labelOf(type?.statuses ?? [], status),
  };
};

/** Columns in which a case counts because a day has passed, not because of an event. */
const LATE = new Set(['overdue', 'late', 'judgementLate']);

function moreHref(id: string, figure: FigureName, query: FormBody, page: number): string {
  const params = askedOf(figure, textOf(query, 'praise') === 'include');
  for (const name of ['row', 'column']) if (textOf(query, name) !== '') params.set(name, textOf(query, name));
  params.set('page', String(page));
  return `/statistik/${id}/arenden?${params}`;
}

const rowOf = (item: CaseItem, event: EventAt | undefined, { organisation, today }: Reader): DrillDownRow => ({
  id: item.id,
  number: item.number,
  secrecy: item.secrecy,
  what: item.opinionType === null ? labelOf(kinds, item.kind) : labelOf(opinionTypes, item.opinionType),
  received: stockholmDate(item.receivedAt),
  unit: unitName(organisation, item.unit, today),
  stage: labelOf(stages, item.stage),
  event: event === undefined ? null : { position: event.position, at: event.at, text: sentenceOfEvent(event, organisation, today), rule: ruleOf(event) },
});

/** The rule of an event: the one a duty was opened or closed under, in the wording of its version. */
function ruleOf({ open }: EventAt): string | null {
  const named = [open['rule'], open['id'], open['duty']].find((value) => typeof value === 'string' && regulation.some(({ id }) => id === ruleId(value)));
  if (typeof named !== 'string') return null;
  const wordings = regulation.filter(({ id }) => id === ruleId(named));
  const rule = wordings.find(({ version }) => version === open['ruleVersion']) ?? wordings.at(-1);
  return rule === undefined ? null : namedWithLaw(rule);
}

const ruleId = (value: string): string => value.split('#')[0] as string;
