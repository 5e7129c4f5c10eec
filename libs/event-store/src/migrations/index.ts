import { readFileSync } from 'node:fs';
import { migration } from '#platform/database';

const sql =
  (...names: readonly string[]) =>
  (): string =>
    names.map((name) => readFileSync(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8')).join('\n');

/** Schema `store`, in order. Owned here: events, answers, numbers, keys, subscriptions, the demo's clock and the access log, drafts, attachments, the master key's check value. */
export const storeMigrations = [
  migration('EventStore1700000000001', sql('tables', 'functions', 'append', 'grants'), null),
  migration('Drafts1795310000001', sql('drafts'), 'DROP TABLE store.draft'),
  migration('Attachments1795310000002', sql('attachments'), null),
  migration('KeptForms1795320000010', sql('kept-forms'), 'DROP TABLE store.kept_form'),
  migration('MasterKey1795330000001', sql('master-key'), 'DROP TABLE store.master_key'),
  migration('MasterKeyIds1795340000001', sql('master-key-ids'), null),
  migration('KeptAside1795340000017', sql('kept-aside'), 'DROP TABLE store.kept_aside'),
  migration('DiaryNumbers1795350000019', sql('diary-numbers'), 'DROP INDEX store.events_diary_number'),
  // What was kept there is kept aside now, under a key of its own (docs/decisions/0010).
  migration('NoKeptForms1795360000001', () => 'DROP TABLE store.kept_form', sql('kept-forms')()),
  // A month of the log is searched, and a sample drawn from it.
  migration('AccessLogByTime1795380000001', () => 'CREATE INDEX access_log_at ON store.access_log (at)', 'DROP INDEX store.access_log_at'),
  // What people wrote is searched by keyed hashes of its words (docs/decisions/0027).
  migration('WordIndex1795390000027', sql('word-index'), null),
  // A personnummer has a form of its own (docs/decisions/0034): the projector indexes all words anew, once.
  migration('PersonalNumbersIndexed1795400000034', () => 'DELETE FROM store.word_index_filled', null),
  // The rows of the index are written by the append itself, which knows the positions and holds the locks.
  migration('WordsOfAppend1796310000027', sql('append-again', 'append', 'append-grants'), null),
];
