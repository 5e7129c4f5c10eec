-- One row: the key that every key of a case is wrapped under. Two rows: a rotation is under way (rotate-key ends it).
-- root: the key of the hashes (receipt codes, external ids, answered commands), wrapped under the master key; null: the first key itself.
ALTER TABLE store.master_key DROP COLUMN one;
ALTER TABLE store.master_key ADD COLUMN id integer PRIMARY KEY DEFAULT 0 CHECK (id BETWEEN 0 AND 65535), ADD COLUMN root bytea;
