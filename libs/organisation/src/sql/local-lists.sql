-- An entry of a division's own list holds from a day, and may end; a row that is renamed or ended is closed and another one opened, as with the units.
ALTER TABLE store.local_entry
  ADD COLUMN valid_from date NOT NULL DEFAULT '2000-01-01',
  ADD COLUMN valid_to date CHECK (valid_to > valid_from),
  ADD COLUMN to_position bigint NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE store.local_entry DROP CONSTRAINT local_entry_pkey, ADD PRIMARY KEY (list, division, code, from_position);
CREATE UNIQUE INDEX local_entry_current ON store.local_entry (list, division, code) WHERE to_position = 9223372036854775807;
GRANT UPDATE (to_position) ON store.local_entry TO gensvar_app;
