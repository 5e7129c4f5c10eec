import { readFileSync } from 'node:fs';
import { migration } from '#platform/database';

const kinds = (list: string): string =>
  `ALTER TABLE store.notice DROP CONSTRAINT notice_kind_check; ALTER TABLE store.notice ADD CONSTRAINT notice_kind_check CHECK (kind IN (${list}))`;
const first = "'receipt', 'reminder', 'effect', 'escalation', 'assignment'";

export const noticeMigrations = [
  migration('Notices1732300000200', () => readFileSync(new URL('../sql/tables.sql', import.meta.url), 'utf8'), 'DROP TABLE store.notice'),
  migration('NoticeOfMessage1795310000003', () => kinds(`${first}, 'message'`), `DELETE FROM store.notice WHERE kind = 'message'; ${kinds(first)}`),
];
