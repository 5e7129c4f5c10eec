import type { OpenedRecord, RecordReader } from '#case-service/record-reader';
import { recordHistory } from '#case-view/record-view';
import { visible } from '#domain/case/visible';
import { labelOf } from '#domain/codes/code';
import { capitalised } from '#domain/codes/in-sentence';
import { roles } from '#domain/codes/roles';
import { endOfDay } from '#domain/law/calendar';
import { holdersOf } from '#domain/org/holders';
import { recordStream, recordTypes } from '#domain/record-types';
import { mayAttach, offeredTo, unitsToCreateIn } from '#domain/records/decide';
import { codedHeading, headingOf, headingTerm } from '#domain/records/heading';
import type { Asking } from '#domain/records/record-command';
import type { RecordState } from '#domain/records/record-event';
import type { AnyRecordType, RecordStep } from '#domain/records/record-type';
import { unitsSeen } from '#domain/records/sight';
import { stepSays } from '#domain/records/steps';
import { logAccesses } from '#event-store/access-log';
import type { Draft } from '#event-store/drafts';
import { allPeople, type Person } from '#organisation/people';
import type { Tx } from '#platform/database';
import { seenCases } from '#read-model/cases-named';
import { type NamedRecord, type RecordItem, recordList, servedBy, streamsOf } from '#read-model/record-list';
import { attachmentsOf } from '../attachments/attachments.js';
import type { Tried } from '../forms/sent-form.js';
import { withQuery } from '../frame/address.js';
import { nameOf, peopleOptions, unitOptions } from './choices.js';
import type { NewRecordProps, RecordPageProps } from './record.page.js';
import { type Chosen, recordForm } from './record-forms.js';
import type { RecordListProps } from './record-list.page.js';
import type { ListLook, RecordRoom, RoomQuery } from './room.js';

/** A municipality has a few hundred of each type: they are read whole, so that every count is of the same rows as the list. */
const MOST = 10_000;
const PAGE = 50;

export interface Look {
  readonly newKey: () => string;
  readonly tried: Tried | null;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly open: string | null;
  readonly saved: string | null;
}

const listOfAll = (type: AnyRecordType): RecordPageProps['list'] => ({ href: `/${type.page}`, label: type.words.many });

/** What the pages of records are made of. */
export class RecordModels {
  constructor(
    private readonly database: Tx,
    private readonly reader: RecordReader,
  ) {}

  async page(type: AnyRecordType, room: RecordRoom, opened: OpenedRecord, { newKey, tried, drafts, open, saved }: Look): Promise<RecordPageProps> {
    const { state, organisation, today, standing, actor, now } = opened;
    const people = await allPeople(this.database, today);
    const { status, due, values } = type.facts(state);
    const owner = type.ownerOf(state);
    const cases = type.casesOf(state);
    const seen = await seenCases(this.database, visible(actor, organisation, today), cases);
    const chosen = {
      units: unitOptions(
        organisation.at(today).map(({ code }) => code),
        opened,
      ),
      people: peopleOptions(people),
      today,
    };
    const commands = offeredTo(type, state, opened).filter(({ onPageOfItsOwn }) => onPageOfItsOwn !== true);
    const serving = await servedBy(this.database, opened, recordStream(type, state.id));
    const action = `/${type.page}/${state.id}`;
    return {
      number: state.number,
      heading: headingOf(type, values, standing) ?? capitalised(type.words.the),
      title: codedHeading(type, values) ?? capitalised(type.words.the),
      list: listOfAll(type),
      action,
      refused: refusedOf(tried),
      saved,
      terms: [
        { term: 'Läge', text: labelOf(type.statuses, status) },
        ...type.terms(state),
        { term: 'Enhet', text: organisation.nameOf(state.unit, today) },
        ...(type.handedDown && organisation.subtree(state.unit, today).length > 1 ? [{ term: 'Gäller', text: 'Också alla enheter under den' }] : []),
        ...(owner === null ? [] : [{ term: 'Ansvarig', text: nameOf(owner, people) }]),
        ...Object.entries(type.standing).flatMap(([name, term]) =>
          name === type.heading || standing[name] === undefined ? [] : [{ term, text: standing[name] as string }],
        ),
      ],
      due: due === null ? null : { term: type.words.due, day: endOfDay(due), known: room.dueText?.(values) ?? null },
      notice: room.notice?.(opened) ?? null,
      aside: room.aside?.(opened) ?? null,
      main: room.main?.(opened, serving) ?? null,
      cases: { seen, hidden: cases.length - seen.length },
      attachments: { at: `${action}/bilaga`, attachments: attachmentsOf(opened), mayAdd: mayAttach(type, state, opened) },
      serving: servingOf(type, state, serving, people, opened),
      agenda: type.agenda(state, organisation.settings).map((step) => ({
        at: step.at,
        what: `${capitalised(stepSays[step.do])} om ${labelOf(type.abouts, step.about)}`,
        who: whoGets(step, state.unit, people, opened),
      })),
      forms: commands.map((command) => recordForm(command, { action, chosen, tried, key: newKey(), state, draft: drafts.get(command.name) })),
      openForm: tried?.command ?? open,
      history: recordHistory(type, opened, people)
        .map(({ version, at, text, by, words = {} }) => ({
          version,
          at,
          text,
          by,
          words: Object.entries(words).flatMap(([name, said]) =>
            typeof said === 'string' && said !== '' ? [{ name, term: type.standing[name] ?? null, text: said }] : [],
          ),
        }))
        .reverse(),
      now,
    };
  }

  /** `given`: what the link to the form says, by field. */
  async create(
    type: AnyRecordType,
    asking: Asking,
    { newKey, tried, given }: Pick<Look, 'newKey' | 'tried'> & { readonly given: Readonly<Record<string, string>> },
  ): Promise<NewRecordProps> {
    const people = await allPeople(this.database, asking.today);
    const chosen: Chosen = { units: unitOptions(unitsToCreateIn(type, asking), asking), people: peopleOptions(people), today: asking.today };
    const form = recordForm(type.creation, { action: `/${type.page}/ny`, chosen, tried, key: newKey(), state: null, given });
    return { title: type.creation.title, list: listOfAll(type), refused: refusedOf(tried), form: { ...form, title: '' } };
  }

  /** The list, each shown record logged as read before its texts are opened. */
  async list(type: AnyRecordType, room: RecordRoom, asking: Asking, query: RoomQuery, now: string): Promise<RecordListProps> {
    const { status = 'open', unit, page = 1 } = query;
    const { items } = await recordList(this.database, type, asking, { unit, status: status === 'all' ? undefined : status }, MOST);
    const base = `/${type.page}`;
    const hrefOf = (change: Readonly<Record<string, string | undefined>>): string => withQuery(base, { ...query, page: undefined, ...change });
    const { organisation, today } = asking;
    const own = new Set(unit === undefined ? unitsSeen({ ...type, handedDown: false }, asking) : organisation.carriedBy(unit, today));
    const kept = items.filter((item) => room.keeps(item, query));
    const ordered = room.order === null ? kept : kept.toSorted(room.order.compare);
    const shown = ordered.slice((page - 1) * PAGE, page * PAGE);
    const route = `GET ${base}`;
    await logAccesses(this.database, { person: asking.actor.person as string, action: 'list', streams: streamsOf(type, shown), route });
    const [texts, people] = await Promise.all([
      this.reader.texts(
        type,
        shown.map(({ id }) => id),
      ),
      allPeople(this.database, asking.today),
    ]);
    const headedBy = (item: RecordItem): string => headingOf(type, item.facts, texts.get(item.id) ?? {}) ?? '–';
    const look: ListLook = { ...asking, items, shown, headingOf: headedBy, query, hrefOf, now };
    const statuses = [
      { value: 'open', label: 'Inte avslutade' },
      ...type.statuses.filter(({ code }) => code !== 'open').map(({ code, label }) => ({ value: code, label })),
      { value: 'all', label: 'Alla, också avslutade' },
    ];
    return {
      heading: type.words.many,
      base,
      add: unitsToCreateIn(type, asking).length === 0 ? null : type.creation.title,
      lead: leadOf(kept.length, items.length, room),
      selects: [
        { name: 'unit', label: 'Enhet', options: unitOptions(unitsSeen(type, asking), asking), value: unit ?? '', empty: 'Alla du ser' },
        ...room.selects.map((select) => ({ ...select, value: String(query[select.name] ?? ''), empty: 'Alla' })),
        { name: 'status', label: 'Läge', options: statuses, value: status, empty: undefined },
      ],
      overview: room.overview?.(look) ?? null,
      rows: shown.map((item) => ({
        ...this.#row(type, room, item, texts.get(item.id) ?? {}, people, look),
        handedDown: type.handedDown && !own.has(item.unit),
      })),
      columns: room.columns.map(({ heading }) => heading),
      dueHeading: type.words.due,
      textHeading: headingTerm(type),
      page,
      pages: Math.max(1, Math.ceil(kept.length / PAGE)),
      hrefOf: (n) => hrefOf({ page: String(n) }),
      self: hrefOf({ page: String(page) }),
      clear: kept.length === items.length ? null : hrefOf(Object.fromEntries(Object.keys(room.query).map((name) => [name, undefined]))),
      now,
    };
  }

  #row(type: AnyRecordType, room: RecordRoom, item: RecordItem, texts: Readonly<Record<string, string>>, people: readonly Person[], look: ListLook) {
    return {
      id: item.id,
      number: item.number,
      text: look.headingOf(item),
      details: Object.entries(type.standing).flatMap(([name, term]) =>
        name === type.heading || texts[name] === undefined || room.details?.includes(name) === false ? [] : [{ term, text: texts[name] as string }],
      ),
      unit: look.organisation.nameOf(item.unit, look.today),
      owner: item.owner === null ? null : nameOf(item.owner, people),
      status: labelOf(type.statuses, item.status),
      due: item.due === null ? null : endOfDay(item.due),
      dueKnown: room.dueText?.(item.facts) ?? null,
      closed: item.closed,
      cells: room.columns.map(({ heading, cell }) => ({ heading, content: cell(item, look) })),
    };
  }
}

function leadOf(shown: number, of: number, { order }: RecordRoom): string {
  if (of === 0) return 'Inget finns här.';
  if (shown === 0) return `Inga av ${of} passar det du har valt.`;
  const sorted = order === null ? 'det som är närmast i tid först' : order.text;
  return `${shown === of ? `${of} i listan` : `${shown} av ${of} i listan`}, ${sorted}.`;
}

/** The records that serve this one, by type, and where one more can be made: of the types whose form asks for a record of this family. */
function servingOf(
  type: AnyRecordType,
  { number, unit }: Pick<RecordState, 'number' | 'unit'>,
  serving: readonly NamedRecord[],
  people: readonly Person[],
  asking: Asking,
): RecordPageProps['serving'] {
  return recordTypes
    .filter(({ creation }) => creation.form[type.family]?.of === 'record')
    .map((of) => ({
      heading: of.words.many,
      rows: serving
        .filter(({ family }) => family === of.family)
        .map(({ id, number: named, status, due, owner, facts }) => ({
          href: `/${of.page}/${id}`,
          number: named,
          heading: codedHeading(of, facts),
          status: labelOf(of.statuses, status),
          due: due === null ? null : endOfDay(due),
          owner: owner === null ? null : nameOf(owner, people),
        })),
      add: !unitsToCreateIn(of, asking).includes(unit)
        ? null
        : { href: `/${of.page}/ny?${new URLSearchParams({ unit, [type.family]: number })}`, label: of.creation.title },
    }));
}

const refusedOf = (tried: Tried | null): RecordPageProps['refused'] => (tried === null ? null : { title: tried.title, faults: tried.faults });
/** “Enhetschef: Anna Ek”: the one whom it names, otherwise those who hold the role over the unit. */
function whoGets({ toRole, toPerson }: RecordStep, unit: string, people: readonly Person[], { organisation, today }: Asking): string {
  if (toPerson !== null) return `Ansvarig: ${nameOf(toPerson, people)}`;
  const names = holdersOf(people, toRole, unit, organisation, today).map(({ name }) => name);
  return names.length === 0 ? `${labelOf(roles, toRole)}: ingen just nu` : `${labelOf(roles, toRole)}: ${names.join(', ')}`;
}
