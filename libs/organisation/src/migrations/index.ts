import { readFileSync } from 'node:fs';
import { migration } from '#platform/database';

const sql = (file: string) => (): string => readFileSync(new URL(`../sql/${file}.sql`, import.meta.url), 'utf8');

export const organisationMigrations = [
  migration('OrganisationTables1732300000000', sql('tables'), 'DROP TABLE store.post, store.person, store.local_entry, store.org_unit'),
  migration(
    'SettingsAndStandIns1763800000001',
    sql('settings-and-stand-ins'),
    'DROP VIEW store.held_post; DROP TABLE store.stand_in, store.setting; REVOKE UPDATE (valid_to) ON store.post FROM gensvar_app',
  ),
  migration('SavedFilters1795310000002', sql('saved-filters'), 'DROP TABLE store.saved_filter'),
  migration('Sessions1795310000003', sql('sessions'), 'DROP TABLE store.sign_in, store.session'),
  migration(
    'SessionsListed1796000000010',
    sql('sessions-listed'),
    'DROP TABLE store.api_token, store.follow_session; ALTER TABLE store.session DROP COLUMN id, DROP COLUMN begun_at, DROP COLUMN device',
  ),
  migration('CalendarFeeds1796284800000', sql('calendar-feeds'), 'DROP TABLE store.calendar_feed'),
  migration('Crests1796300000001', sql('crests'), 'DROP TABLE store.crest'),
  migration('SessionLoggedInAt1796300000002', sql('session-logged-in'), 'ALTER TABLE store.session DROP COLUMN logged_in_at'),
  migration(
    'SettingsByRule1796300000003',
    sql('settings-by-rule'),
    `DELETE FROM store.setting WHERE name LIKE '%:%'; ALTER TABLE store.setting DROP CONSTRAINT setting_name_check;
     ALTER TABLE store.setting ADD CONSTRAINT setting_name_check CHECK (name ~ '^[a-zA-Z]+$')`,
  ),
  migration(
    'LocalLists1796300000004',
    sql('local-lists'),
    `DELETE FROM store.local_entry WHERE to_position < 9223372036854775807; DROP INDEX store.local_entry_current;
     ALTER TABLE store.local_entry DROP CONSTRAINT local_entry_pkey, ADD PRIMARY KEY (list, division, code);
     ALTER TABLE store.local_entry DROP COLUMN valid_from, DROP COLUMN valid_to, DROP COLUMN to_position; REVOKE UPDATE (to_position) ON store.local_entry FROM gensvar_app`,
  ),
];
