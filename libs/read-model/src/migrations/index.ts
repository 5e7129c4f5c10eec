import { readFileSync } from 'node:fs';
import { migration } from '#platform/database';

export const sql = (file: string): string => readFileSync(new URL(`../sql/${file}.sql`, import.meta.url), 'utf8');

/**
 * The read side belongs to the running role: a rebuild makes the schema again beside the old one and swaps them.
 * A later migration that changes its tables drops the schema and makes it again: the projector rebuilds the rows at its start,
 * since there are none.
 */
const anew = (): string => `
  DO $own$ BEGIN
    IF NOT pg_has_role(current_user, 'gensvar_app', 'SET') THEN EXECUTE 'GRANT gensvar_app TO ' || quote_ident(current_user); END IF;
    EXECUTE format('GRANT CREATE ON DATABASE %I TO gensvar_app', current_database());
  END $own$;
  DROP SCHEMA IF EXISTS read CASCADE; CREATE SCHEMA read AUTHORIZATION gensvar_app;
  SET LOCAL ROLE gensvar_app; SET LOCAL search_path = read;
  ${sql('tables')}
  ${sql('indexes')}
  RESET ROLE; SET LOCAL search_path = DEFAULT`;

/** Run by the role that owns the rows. */
const byOwner = (statements: string) => (): string => `SET LOCAL ROLE gensvar_app; ${statements}; RESET ROLE`;

const newIndexes = {
  case_list_kind: 'case_list (kind, done, next_due, received_at DESC, case_id)',
  case_list_stage: 'case_list (stage, next_due, received_at DESC, case_id)',
  case_list_number_end: 'case_list (reverse(upper(number)) text_pattern_ops)',
  case_list_diary_end: 'case_list (reverse(upper(diary_number)) text_pattern_ops) WHERE diary_number IS NOT NULL',
  case_list_barred: `case_list USING gin (barred) WHERE barred <> '{}'`,
  fact_case_received: 'fact_case (received_on, to_position) INCLUDE (from_position, case_id, kind, unit, unit_then, cancelled_at, imported, opinion_type)',
  fact_step_type: 'fact_step (type, on_date) INCLUDE (case_id, from_position, to_position, code, code2, flag)',
};

const madeAnew = (indexes: Readonly<Record<string, string>>): string =>
  Object.entries(indexes)
    .map(([name, over]) => `DROP INDEX IF EXISTS read.${name}; CREATE INDEX ${name} ON read.${over}`)
    .join('; ');

/** Lists without `called`, which most plans then had to fetch rows for, or `carried_on_by`, an array without a limit. */
const seen = 'kind, law_areas, handler, lead, reporter';
const listIndexes = {
  case_list_due: `case_list (done, next_due, received_at DESC, case_id) INCLUDE (unit, ${seen}, stage, next_owner, awaits)`,
  case_list_received: `case_list (received_at DESC, case_id) INCLUDE (unit, ${seen}, cancelled_at, duplicate_of, crossings)`,
  case_list_open: `case_list (unit) INCLUDE (case_id, ${seen}, done, stage, next_due, next_owner, received_at, cancelled_at, unanswered, awaits) WHERE NOT done`,
  case_list_unjudged: `case_list (unit) INCLUDE (case_id, ${seen}) WHERE unjudged`,
  case_list_closed: `case_list (closed_at) INCLUDE (case_id, unit, ${seen}, done, received_at, cancelled_at) WHERE closed_at IS NOT NULL`,
  case_list_number_order: `case_list (split_part(number, '-', 1), split_part(number, '-', 2), length(number), number)`,
  case_list_called: `case_list USING gin (called) WHERE called <> '{}'`,
  case_list_carried_on: `case_list (case_id) WHERE carried_on_by <> '{}'`,
  case_list_seconds: `case_list (case_id) WHERE seconds <> '{}'`,
  case_list_written: `case_list (handler) WHERE flag = 'written'`,
};

/** For a new index the rows stay. There is nothing to undo for what is rebuilt anyway, or for an index without its last columns. */
export const readModelMigrations = [
  migration('ReadModel1732400000000', anew, 'DROP SCHEMA read CASCADE'),
  // What a case became, its final assessment, and the day it was received on its duties and actions.
  migration('FourKinds1763800000000', anew, ''),
  // The work list by the day received.
  migration(
    'ListByReceipt1763806000000',
    byOwner('CREATE INDEX IF NOT EXISTS case_list_received ON read.case_list (received_at DESC, case_id)'),
    'DROP INDEX read.case_list_received',
  ),
  // The work list by kind, stage and the end of a number, and a year's tables. The planner knows nothing of what an index computes before
  // it has been analysed.
  migration('ReadFromIndexes1763809800000', byOwner(`${madeAnew(newIndexes)}; ANALYZE read.case_list, read.fact_case, read.fact_step`), ''),
  // A table of one kind, and what was open on a day.
  migration(
    'FiguresFromIndexes1763812800000',
    byOwner(`CREATE INDEX IF NOT EXISTS fact_case_kind ON read.fact_case (kind, received_on, to_position);
      CREATE INDEX IF NOT EXISTS case_list_closed ON read.case_list (closed_at) WHERE closed_at IS NOT NULL`),
    'DROP INDEX read.fact_case_kind, read.case_list_closed',
  ),
  // What a unit's figures need of a case: not answered, effect not judged, its causes by what it is about. Lists, counts
  // and tables from indexes alone. And what is left of the decision on notification.
  migration('UnitFiguresAndDecisions1763827200000', anew, ''),
  // What continues a case: whoever takes part there sees the case it came of.
  migration('CarriedOn1764448200000', anew, ''),
  // Cases that have a new message or were opened again are marked in lists.
  migration('ListFlags1795320001102', anew, ''),
  // Whether the diary says that the case may hold secrets.
  migration('SecrecyMark1764451800000', anew, ''),
  // Whose answer as a second person is awaited.
  migration('SecondsAwaited1764465600000', anew, ''),
  // Who leads an investigation, and may see the case for that reason.
  migration('InvestigationLead1764462600000', anew, ''),
  // Whom a case needs: SAS or MAS by its first assessment, and owners of what is not done.
  migration('CalledFor1764467400000', anew, ''),
  // Records besides the cases.
  migration('Records1796025600000', anew, ''),
  // Of which case a case is a duplicate, and so is not counted.
  migration('Duplicates1796112000000', anew, ''),
  // Who sees a case by an exception alone, and reads none of its words.
  migration('Excepted1796198400000', anew, ''),
  // Lists and counts from indexes alone again, and a list by number.
  migration('ListsFromIndexes1796284800000', byOwner(`${madeAnew(listIndexes)}; ANALYZE read.case_list`), ''),
  // What the heading of a case in a list is made of.
  migration('CaseHeadings1796371200000', anew, ''),
];
