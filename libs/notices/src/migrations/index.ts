import { readFileSync } from 'node:fs';
import { migration } from '#platform/database';

const kinds = (list: string): string =>
  `ALTER TABLE store.notice DROP CONSTRAINT notice_kind_check; ALTER TABLE store.notice ADD CONSTRAINT notice_kind_check CHECK (kind IN (${list}))`;
const first = "'receipt', 'reminder', 'effect', 'escalation', 'assignment'";

export const noticeMigrations = [
  migration('Notices1732300000200', () => readFileSync(new URL('../sql/tables.sql', import.meta.url), 'utf8'), 'DROP TABLE store.notice'),
  migration('NoticeOfMessage1795310000003', () => kinds(`${first}, 'message'`), `DELETE FROM store.notice WHERE kind = 'message'; ${kinds(first)}`),
  // Kinds are checked by the code: the table holds their shape. `mail` is the case's name for a mail; `recorded_at`: its result is in the case.
  migration(
    'NoticeOfAnswer1795320001100',
    () =>
      `ALTER TABLE store.notice DROP CONSTRAINT notice_kind_check; ALTER TABLE store.notice ADD CONSTRAINT notice_kind_check CHECK (kind ~ '^[a-zA-Z]{1,40}$');
       ALTER TABLE store.notice ADD COLUMN mail uuid, ADD COLUMN recorded_at timestamptz;
       CREATE INDEX ON store.notice (mail) WHERE mail IS NOT NULL AND recorded_at IS NULL`,
    'ALTER TABLE store.notice DROP COLUMN mail, DROP COLUMN recorded_at',
  ),
  // When a deferred mail is tried again, since when it has been deferred, and the last code.
  migration(
    'NoticeDelivery1795320001101',
    () =>
      'ALTER TABLE store.notice ADD COLUMN try_after timestamptz, ADD COLUMN deferred_since timestamptz, ADD COLUMN fault text, ADD COLUMN gave_up_at timestamptz',
    'ALTER TABLE store.notice DROP COLUMN try_after, DROP COLUMN deferred_since, DROP COLUMN fault, DROP COLUMN gave_up_at',
  ),
];
