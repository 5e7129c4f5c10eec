-- One row is the key that every key of a case is wrapped under. Two: a rotation was begun and not ended (rotate-key ends it).
-- root: what hashes are made of (receipt codes, external ids, answered commands), wrapped under the key; null: the first key itself.
ALTER TABLE store.master_key DROP COLUMN one;
ALTER TABLE store.master_key ADD COLUMN id integer PRIMARY KEY DEFAULT 0 CHECK (id BETWEEN 0 AND 65535), ADD COLUMN root bytea;
