import { parked } from '#event-store/parked';
import { STILL } from '#organisation/organisation-at';
import type { Tx } from '#platform/database';
import type { ReadCore } from '../read-core.js';
import { attestations, coverageOf } from './attested.js';
import { count } from './count.js';
import { type Masking, masked, STANDING_NOTE } from './masking.js';
import { measure, measuredTable } from './measure.js';
import { ofCases } from './of-cases.js';
import { measureRecords, recordTable } from './of-records.js';
import { cacheAtPosition, cacheKeyOf } from './position-cache.js';
import { reportQuery } from './query.schema.js';
import { reportOf, reports } from './registry.js';
import type { CaseReport, RecordReport, ReportDefinition } from './report.js';
import { hasEarlier, parsed, registerScopeOf, type Scope, scopeOf } from './scope.js';
import type { ReportTable } from './shown.js';
import { statedFigures, statedNotes } from './stated.js';
import { countedTable, type Labels } from './table.js';
import type { TableLayout } from './table-layout.js';
import { unreadNotes, unreadRecords } from './unread.js';

export { type CasesBehind, figureBehind, reportCases } from './cases.js';
export type { RecordBehind } from './of-records.js';
export { reportCasesQuery, reportQuery } from './query.schema.js';
export type { ReportTable } from './shown.js';

/** Stands below every register: nobody’s figures hold what they may not see, so that nothing has to be masked. */
const SEEN_RECORDS_NOTE = 'Tabellen räknar det som du själv får se i listan.';

/** The reports, for a list of them. */
export const reportList = (): readonly Pick<ReportDefinition, 'id' | 'title' | 'definition'>[] =>
  reports.map(({ id, title, definition }) => ({ id, title, definition }));

/** The question that each report answers, and the group that it is in. */
export const reportQuestions = (): readonly Pick<ReportDefinition, 'id' | 'group' | 'question' | 'title'>[] => reports;

export const questionOf = (id: string): string => reportOf(id).question;

/** Whether the figures of a report are of cases, or of a register alone. */
export const hasCases = (id: string): boolean => reportOf(id).shape !== 'records';

/**
 * Runs a report. `query` is the query (unit, from, to, asOf, organisation, praise, provider), parsed here; `now` an ISO instant.
 * @throws Refusal notFound, badPeriod, unitNotValid @throws DatabaseFault
 */
export async function runReport(core: ReadCore, id: string, query: unknown, now: string): Promise<ReportTable> {
  const definition = reportOf(id);
  const asked = parsed(reportQuery, query);
  if (definition.shape === 'records') return runRegister(core, definition, await registerScopeOf(core, asked, now));
  const [scope, labels, aside] = await Promise.all([
    scopeOf(core, asked, now, hasEarlier(definition)),
    localLabels(core.database),
    parked(core.database, 'projector'),
  ]);
  // What else may change at the same position: the words of a list, and what could not be read.
  const sight = core.reader?.filter ?? null;
  const records = core.reader?.records ?? null;
  const unread = async () => [
    ...(await unreadNotes(core.database, definition, scope.position, aside, sight)),
    ...(await unreadRecords(core.database, definition.records, scope, aside, records)),
  ];
  // The reader matters beyond the scope only where records are counted, and where notes depend on what they may see.
  const key = cacheKeyOf(scope, id, [...labels], aside, aside.length === 0 ? null : sight, definition.records === undefined ? null : records);
  return cacheAtPosition(core.database, key, () =>
    scope.reader === null ? tableOf(core, definition, scope, labels, unread) : tableFor(core, definition, scope, labels, unread),
  );
}

async function runRegister({ database, reader }: ReadCore, definition: RecordReport, scope: Scope): Promise<ReportTable> {
  const sight = reader?.records ?? null;
  const aside = await parked(database, 'projector');
  return cacheAtPosition(database, cacheKeyOf(scope, definition.id, aside, sight), async () => {
    const columns = definition.columns.map(({ code }) => code);
    const [lines, notRead] = await Promise.all([
      measureRecords(database, definition.records, columns, scope, sight),
      unreadRecords(database, definition.records, scope, aside, sight),
    ]);
    const table = recordTable(definition, scope, lines);
    return { ...table, notes: [...table.notes, ...(sight === null ? [] : [SEEN_RECORDS_NOTE]), ...notRead] };
  });
}

type Notes = () => Promise<readonly string[]>;

/** The table for a reader without a right to the figures: their own units as they see them, of others what may be shown. No notes but those on masking and on what could not be read. */
async function tableFor(core: ReadCore, definition: CaseReport, scope: Scope, labels: Labels, unread: Notes): Promise<ReportTable> {
  const [lay, attested, seen, notRead] = await Promise.all([
    figures(core, definition, scope),
    attestations(core.database, scope),
    scope.isOwn ? null : figures(core, definition, { ...scope, seenOnly: true }),
    unread(),
  ]);
  const layout: TableLayout = { coverage: coverageOf(scope.leaves, definition.kinds, attested), labels, notes: [] };
  const full = lay(layout);
  const table = seen === null ? full : masked(full, seen(layout), maskingOf(definition, scope));
  return { ...table, notes: [...scope.notes, ...notRead, STANDING_NOTE] };
}

/** What masking must know of a table and its reader. */
export const maskingOf = (definition: CaseReport, { reader, isOpen, leastShown }: Scope): Masking => ({
  isOpen: isOpen && (definition.shape === 'counted' || leastShown === 0),
  countsMarks: definition.shape === 'counted' && definition.marks !== undefined,
  isOwn: (column) => reader?.remit.includes(column) ?? true,
  isAlong: (column) => reader?.chain.includes(column) ?? false,
  least: leastShown,
});

async function tableOf(core: ReadCore, definition: CaseReport, scope: Scope, labels: Labels, unread: Notes): Promise<ReportTable> {
  const [lay, attested, told, notRead, stated] = await Promise.all([
    figures(core, definition, scope),
    attestations(core.database, scope),
    ofCases(core.database, definition, scope),
    unread(),
    statedFigures(core.database, definition, scope),
  ]);
  const table = lay({ coverage: coverageOf(scope.leaves, definition.kinds, attested), labels, notes: [...told, ...notRead] });
  return { ...table, notes: [...table.notes, ...statedNotes(stated, table)] };
}

/** Counts by the shape of the table, and lays out the result. */
async function figures({ database: tx, reader }: ReadCore, definition: CaseReport, scope: Scope): Promise<(layout: TableLayout) => ReportTable> {
  switch (definition.shape) {
    case 'counted': {
      const cells = await count(tx, definition, scope);
      return (layout) => countedTable(definition, scope, cells, layout);
    }
    case 'measured': {
      const lines = await measure(tx, definition, scope, reader?.records ?? null);
      return (layout) => measuredTable(definition, scope, lines, layout);
    }
    default:
      return definition satisfies never;
  }
}

async function localLabels(tx: Tx): Promise<Labels> {
  const rows = await tx.query<{ code: string; label: string; division: string; list: string }>(
    `SELECT code, label, division, list FROM store.local_entry WHERE to_position = ${STILL} ORDER BY label`,
  );
  return new Map(rows.map(({ code, ...entry }) => [code, entry]));
}
