import type { CaseReader } from '#case-service/case-reader';
import type { RecordReader } from '#case-service/record-reader';
import { actionType } from '#domain/action/index';
import { actionAreas, actionStates, effects } from '#domain/codes/actions';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { roles } from '#domain/codes/roles';
import { caseStream } from '#domain/ids';
import { endOfDay } from '#domain/law/calendar';
import { recordOf, recordStream } from '#domain/record-types';
import { unitsToCreateIn } from '#domain/records/decide';
import { headingOf } from '#domain/records/heading';
import type { Asking } from '#domain/records/record-command';
import { unitsSeen } from '#domain/records/sight';
import { logAccesses } from '#event-store/access-log';
import { allPeople, type Person } from '#organisation/people';
import type { Tx } from '#platform/database';
import { type ActionItem, type ActionListQuery, type ActionReader, actionCounts, actionList, actionOwners, tertialNamed } from '#read-model/action-list';
import { type NamedRecord, recordsNamed } from '#read-model/record-list';
import { periodName } from '#read-model/reports/periods';
import { waitingFor } from '#read-model/waiting';
import { withQuery } from '../frame/address.js';
import { nameOf, unitOptions } from '../records/choices.js';
import type { ActionListProps, ActionRow } from './action-list.page.js';

const PAGE = 50;
/** Words are opened for as many at a time. */
const CHUNK = 200;
const BASE = `/${actionType.page}`;

/** What a list of actions is shown with beside its items. */
interface Beside {
  readonly asking: Asking;
  readonly people: readonly Person[];
  readonly texts: ReadonlyMap<string, string>;
  readonly served: readonly NamedRecord[];
}

/** The list of all actions, of cases and of their own, as a page and as a file. */
export class ActionModels {
  constructor(
    private readonly database: Tx,
    private readonly cases: CaseReader,
    private readonly records: RecordReader,
  ) {}

  async list(asking: Asking, asked: ActionListQuery, now: string): Promise<ActionListProps> {
    const query = { ...asked, status: asked.status ?? 'open' };
    const { page = 1, unit = '', owner = '', due = '' } = query;
    const people = await allPeople(this.database, asking.today);
    const reader = readerOf(asking, people);
    const [{ items, total }, counts, owners] = await Promise.all([
      actionList(this.database, reader, query, { limit: PAGE, offset: (page - 1) * PAGE }),
      actionCounts(this.database, reader, query),
      actionOwners(this.database, reader),
    ]);
    const beside = await this.#beside(asking, people, items, `GET ${BASE}`);
    const hrefOf = (change: Readonly<Record<string, string | undefined>>, path = BASE): string => withQuery(path, { ...asked, page: undefined, ...change });
    const units = unitOptions(unitsSeen({ ...actionType, handedDown: false }, asking), asking);
    return {
      heading: actionType.words.many,
      base: BASE,
      add: unitsToCreateIn(actionType, asking).length === 0 ? null : actionType.creation.title,
      lead: total === 0 ? 'Inga åtgärder passar det du har valt.' : `${total} i listan, det som är närmast i tid först.`,
      selects: [
        { name: 'unit', label: 'Enhet', value: unit, empty: 'Alla du ser', options: units },
        { name: 'owner', label: 'Ansvarig', value: owner, empty: 'Alla', options: [{ value: 'mine', label: 'Mina' }, ...ownerOptions(owners, people)] },
        { name: 'due', label: 'Nästa datum', value: due, empty: 'När som helst', options: periodOptions(counts, due, asking.today) },
        { name: 'status', label: 'Läge', value: query.status, empty: undefined, options: statusOptions },
      ],
      counts: ['late', ...tertialsFrom(counts, asking.today)].map((name) => ({
        label: periodLabel(name),
        n: counts.get(name) ?? 0,
        href: hrefOf({ due: name, status: undefined }),
        isChosen: due === name && query.status === 'open',
      })),
      rows: items.map((item) => rowOf(item, beside)),
      page,
      pages: Math.max(1, Math.ceil(total / PAGE)),
      hrefOf: (n) => hrefOf({ page: String(n) }),
      self: hrefOf({ page: String(page) }),
      csvHref: hrefOf({}, `${BASE}/lista.csv`),
      now,
    };
  }

  /** All that the list holds, on every page of it: one row each, and the headings. */
  async table(asking: Asking, asked: ActionListQuery): Promise<readonly (readonly string[])[]> {
    const people = await allPeople(this.database, asking.today);
    const rows: (readonly string[])[] = [
      ['Nummer', 'Åtgärd', 'Handlar om', 'Gäller', 'Sekretessmarkering', 'Enhet', 'Ansvarig', 'Läge', 'Effekt', 'Nästa datum', 'Försenad'],
    ];
    for (let offset = 0; ; offset += CHUNK) {
      const { items } = await actionList(this.database, readerOf(asking, people), { ...asked, status: asked.status ?? 'open' }, { limit: CHUNK, offset });
      const beside = await this.#beside(asking, people, items, `GET ${BASE}/lista.csv`);
      rows.push(...items.map((item) => cellsOf(item, beside)));
      if (items.length < CHUNK) return rows;
    }
  }

  /** Logs that these are shown, and then opens their words, as far as the reader may read them. */
  async #beside(asking: Asking, people: readonly Person[], items: readonly ActionItem[], route: string): Promise<Beside> {
    const ids = items.flatMap(({ id, number }) => (number === null ? [] : [id]));
    const caseIds = [...new Set(items.flatMap(({ cases }) => cases.map(({ id }) => id)))];
    const streams = [...ids.map((id) => recordStream(actionType, id)), ...caseIds.map(caseStream)];
    await logAccesses(this.database, { person: asking.actor.person as string, action: 'list', streams, route });
    const [ofRecords, ofCases, served] = await Promise.all([
      this.records.texts(actionType, ids),
      this.cases.actionTexts(asking.actor, caseIds),
      recordsNamed(this.database, asking, [...new Set(items.flatMap(({ serves }) => serves))]),
    ]);
    const own = [...ofRecords].flatMap(([id, texts]) => [headingOf(actionType, {}, texts)].flatMap((text) => (text === null ? [] : [[id, text] as const])));
    return { asking, people, served, texts: new Map([...ofCases, ...own]) };
  }
}

const readerOf = (asking: Asking, people: readonly Person[]): ActionReader => ({
  ...asking,
  owners: waitingFor(asking.actor, people, asking.organisation, asking.today)?.owners ?? [],
});

const statusOptions = [
  { value: 'open', label: 'Inte avslutade' },
  ...actionStates.map(({ code, label }) => ({ value: code, label })),
  { value: 'all', label: 'Alla, också avslutade' },
];

const ownerOptions = (owners: readonly string[], people: readonly Person[]) =>
  owners.map((id) => ({ value: id, label: nameOf(id, people) })).toSorted((a, b) => a.label.localeCompare(b.label, 'sv'));

const periodLabel = (name: string): string => (name === 'late' ? 'Försenade' : periodName(tertialNamed(name)));

/** The tertials of this year, and others that something falls in (document 002, Status avseende åtgärder). */
const tertialsFrom = (counts: ReadonlyMap<string, number>, today: string): readonly string[] =>
  [...new Set([...[1, 2, 3].map((n) => `${today.slice(0, 4)}-${n}`), ...[...counts.keys()].filter((name) => name !== 'late')])].toSorted();

const periodOptions = (counts: ReadonlyMap<string, number>, chosen: string, today: string) =>
  [...new Set(['late', ...tertialsFrom(counts, today), ...(chosen === '' ? [] : [chosen])])].map((name) => ({ value: name, label: periodLabel(name) }));

const ownerText = ({ owner, ownerRole }: ActionItem, people: readonly Person[]): string | null =>
  owner !== null ? nameOf(owner, people) : ownerRole === null ? null : labelOf(roles, ownerRole);
const areaText = ({ area }: ActionItem): string => (area === null ? 'Ej angivet' : labelOf(actionAreas, area));
const unitText = ({ unit }: ActionItem, { organisation, today }: Asking): string => (unit === null ? 'Utan enhet' : organisation.nameOf(unit, today));

function rowOf(item: ActionItem, { asking, people, texts, served }: Beside): ActionRow {
  const { id, number, status, effect, due, closed, late, cases, serves } = item;
  const text = texts.get(id) ?? null;
  const [first, ...others] = cases;
  return {
    id,
    href: number === null ? `/arende/${first?.id}#utredning` : `${BASE}/${id}`,
    number: number ?? first?.number ?? '',
    secrecy: first?.secrecy === true,
    text: text ?? areaText(item),
    area: text === null ? null : areaText(item),
    serves: [
      ...others.map((one) => ({ href: `/arende/${one.id}`, number: one.number, secrecy: one.secrecy })),
      ...servedBy(serves, served).map((one) => ({ href: one.href, number: one.number, secrecy: false })),
    ],
    inCase: first !== undefined,
    unit: unitText(item, asking),
    owner: ownerText(item, people),
    status: status === 'judged' && effect !== null ? `Effekten bedömd: ${inSentence(labelOf(effects, effect))}` : labelOf(actionStates, status),
    due: due === null ? null : endOfDay(due),
    closed,
    late,
  };
}

const servedBy = (serves: readonly string[], served: readonly NamedRecord[]) =>
  served
    .filter(({ family, id }) => serves.includes(`${family}/${id}`))
    .map(({ family, id, number }) => ({ href: `/${recordOf(`${family}/${id}`)?.type.page}/${id}`, number }));

/** The diary's mark goes with the case wherever it is shown (OSL 5 kap. 5 §). */
const MARKED = 'Sekretessmarkerat';

function cellsOf(item: ActionItem, { asking, people, texts, served }: Beside): readonly string[] {
  const { id, number, cases, serves, status, effect, due, late } = item;
  return [
    number ?? '',
    texts.get(id) ?? '',
    areaText(item),
    [...cases, ...servedBy(serves, served)].map((one) => one.number).join(', '),
    cases.some(({ secrecy }) => secrecy) ? MARKED : '',
    unitText(item, asking),
    ownerText(item, people) ?? '',
    labelOf(actionStates, status),
    effect === null ? '' : labelOf(effects, effect),
    due ?? '',
    late ? 'ja' : 'nej',
  ];
}
