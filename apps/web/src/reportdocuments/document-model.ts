import type { OpenedRecord, RecordReader } from '#case-service/record-reader';
import { figureReader } from '#domain/case/figure-reader';
import { holdersOf } from '#domain/org/holders';
import { recordStream } from '#domain/record-types';
import { mayGive } from '#domain/records/decide';
import type { Remark } from '#domain/reportdocument/claims';
import { writeSection } from '#domain/reportdocument/commands/write-section';
import { reportTakenIn } from '#domain/reportdocument/events/handed-over';
import { type ReportDocument, reportDocumentType } from '#domain/reportdocument/index';
import { type Heading, headingsOf } from '#domain/reportdocument/outline-002';
import { isWritable, mayWrite, standingOf } from '#domain/reportdocument/reportdocument';
import { writerOf } from '#domain/reportdocument/who';
import { logAccesses } from '#event-store/access-log';
import type { EventStore } from '#event-store/event-store';
import { allPeople } from '#organisation/people';
import type { Database } from '#platform/database';
import { type RecordItem, recordList } from '#read-model/record-list';
import type { ReportTable } from '#read-model/reports/run';
import { reportDocumentTexts as said } from '#text/report-document';
import { remarksIn } from './remarks.js';
import { sectionTexts } from './section-texts.js';
import { knownTable, type YearFigures, yearFigures } from './year-figures.js';

/** More reports than a board has units. */
const MOST = 1_000;

/** The text of a report of the level below, under the same heading. */
export interface Quoted {
  readonly unit: string;
  readonly number: string;
  readonly href: string;
  readonly text: string;
  /** A live figure in it, counted for the unit that wrote it. */
  readonly shown: YearFigures['shown'];
}

export interface DocumentSection {
  readonly heading: Heading;
  readonly standing: ReturnType<typeof standingOf>;
  readonly text: string | null;
  readonly tables: readonly ReportTable[];
  readonly quoted: readonly Quoted[];
  readonly remarks: readonly Remark[];
}

/** A figure of a frozen report that has been another since: the report stays, the change is listed. */
export interface Change {
  readonly title: string;
  readonly label: string;
  readonly was: number | null;
  readonly is: number | null;
}

export interface ReadDocument {
  readonly state: ReportDocument;
  readonly sections: readonly DocumentSection[];
  readonly figures: YearFigures;
  readonly mayWrite: boolean;
  /** Names of those who are waited for while it is written. */
  readonly writers: readonly string[];
  /** Figures that are another now than when it was frozen. */
  readonly changes: readonly Change[];
  /** Reports of the level below: taken in, and all that there could be. */
  readonly below: { readonly takenIn: number; readonly of: number } | null;
}

/** A report of the list, with the text of each of its headings. */
interface RecordTexts {
  readonly item: RecordItem;
  readonly of: ReadonlyMap<string, string>;
}

const BELOW = { board: 'division', division: 'unit' } as const;

/** A report with its texts, its tables at one position, and what the level below has written. */
export class DocumentModel {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly reader: RecordReader,
  ) {}

  async read(opened: OpenedRecord, route: string): Promise<ReadDocument> {
    const state = opened.state as ReportDocument;
    const { actor, organisation, today, now } = opened;
    const headings = headingsOf(state);
    const texts = sectionTexts(opened);
    const below = state.level === 'unit' ? null : await this.#below(opened, state, route);
    const core = { database: this.database, store: this.store, reader: figureReader(actor, organisation, today) };
    const reports = headings.flatMap(({ tables = [] }) => tables);
    const figures = await yearFigures(core, state, { reports, texts: texts.values(), position: state.frozen?.position ?? null }, now);
    const current = state.frozen === null ? null : await yearFigures(core, state, { reports, texts: [], position: null }, now);
    const quotes: (RecordTexts & { readonly shown: YearFigures['shown'] })[] = [];
    for (const one of below?.texts ?? []) {
      const asked = { reports: [], texts: one.of.values(), position: figures.position };
      quotes.push({ ...one, shown: (await yearFigures(core, { unit: one.item.unit, year: state.year }, asked, now)).shown });
    }
    const writers = holdersOf(await allPeople(this.database, today), writerOf[state.level], state.unit, organisation, today).map(({ name }) => name);
    // A document's tables are of its own unit; its parts have theirs, and so many columns fit no paper.
    const isPart = (column: string): boolean => column === 'own' || column === 'none' || organisation.unit(column, `${state.year}-12-31`) !== null;
    return {
      state,
      figures,
      mayWrite: isWritable(state) && mayGive(reportDocumentType, writeSection, state, opened) && mayWrite(state, opened),
      writers,
      changes: current === null ? [] : figures.tablesOf(reports).flatMap((table) => changesIn(table, current.tablesOf([table.id])[0])),
      below: below === null ? null : { takenIn: below.texts.length, of: below.of },
      sections: headings.map((heading) => {
        const standing = standingOf(state, heading);
        const text = standing === 'written' ? (texts.get(heading.code) ?? null) : (heading.prefilled ?? null);
        const tables = figures.tablesOf(heading.tables ?? []).map((table) => ({ ...table, columns: table.columns.filter(({ id }) => !isPart(id)) }));
        return {
          heading,
          standing,
          text: standing === 'nothing' ? null : text,
          tables,
          quoted: quotes.flatMap(({ item, of, shown }) => {
            const said = of.get(heading.code);
            const unit = organisation.nameOf(item.unit, `${state.year}-12-31`);
            return said === undefined ? [] : [{ unit, number: item.number, href: `/${reportDocumentType.page}/${item.id}/text`, text: said, shown }];
          }),
          remarks: standing === 'written' && text !== null ? remarksIn(text, tables, figures) : [],
        };
      }),
    };
  }

  /** The text under the same heading of the year before; null where nobody wrote one. */
  async earlier(opened: OpenedRecord, heading: string, route: string): Promise<string | null> {
    const state = opened.state as ReportDocument;
    const { items } = await recordList(this.database, reportDocumentType, opened, { unit: state.unit }, MOST);
    const before = items.find(({ unit, facts }) => unit === state.unit && facts['year'] === state.year - 1 && facts['kind'] === state.kind);
    return before === undefined ? null : ((await this.#texts(opened, [before], route))[0]?.of.get(heading) ?? null);
  }

  /** The reports of the level just below that have been taken in, with their texts, each logged as read. */
  async #below(opened: OpenedRecord, state: ReportDocument, route: string) {
    const level = state.level === 'board' ? BELOW.board : BELOW.division;
    const { items } = await recordList(this.database, reportDocumentType, opened, { unit: state.unit, status: 'takenIn' }, MOST);
    const taken = items.filter(({ facts }) => facts['level'] === level && facts['year'] === state.year && facts['kind'] === state.kind);
    const { organisation, today } = opened;
    const of = organisation.subtree(state.unit, today).filter((unit) => unit.level === level && unit.provider === 'own').length;
    return { of, texts: await this.#texts(opened, taken, route, state.frozen?.position ?? null) };
  }

  async #texts({ actor }: OpenedRecord, items: readonly RecordItem[], route: string, upTo: number | null = null): Promise<readonly RecordTexts[]> {
    const streams = items.map(({ id }) => recordStream(reportDocumentType, id));
    if (actor.person !== null) await logAccesses(this.database, { person: actor.person, action: 'read', streams, route });
    const read = await this.reader.searched(streams);
    return items.flatMap((item, n) => {
      const { events, words } = read.get(streams[n] as string) ?? { events: [], words: new Map() };
      const then = events.filter(({ position }) => upTo === null || position <= upTo);
      // Taken in after the report above was frozen, it is no part of it.
      return upTo !== null && !then.some(({ type }) => type === reportTakenIn.name) ? [] : [{ item, of: sectionTexts({ events: then, words }) }];
    });
  }
}

function changesIn(frozen: ReportTable, current: ReportTable | undefined): readonly Change[] {
  if (current === undefined) return [];
  const [before, after] = [knownTable(frozen), knownTable(current)];
  const rows = after.figures.map(({ code, label, value }) => ({
    label,
    was: before.figures.find((one) => one.code.row === code.row)?.value ?? null,
    is: value,
  }));
  return [{ label: said.sum, was: before.total, is: after.total }, ...rows].flatMap((row) => (row.was === row.is ? [] : [{ title: frozen.title, ...row }]));
}
