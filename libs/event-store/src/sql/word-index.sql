-- An index of the words in sealed parts: for each event, keyed hashes of its stems. The key is wrapped by the
-- master key as those of the streams are; no word and no stem is in the database. A row is about an event whose words are there: it is written under the stream's lock,
-- where a removal and the destruction of a key wait, and deleted by whatever takes the words away.
CREATE TABLE store.word_index (
  position bigint PRIMARY KEY,
  stream   text COLLATE "C" NOT NULL,
  -- The case's or the record's own id.
  id       uuid GENERATED ALWAYS AS (split_part(stream, '/', 2)::uuid) STORED,
  stems    uuid[] NOT NULL
) WITH (toast_tuple_target = 128);
-- The hashes are searched by their index and never read from the rows. Hashes do not compress.
ALTER TABLE store.word_index ALTER COLUMN stems SET STORAGE EXTERNAL;
-- No pending list: its flush would be paid by one writer at a time, who holds the counter's lock.
CREATE INDEX word_index_stems ON store.word_index USING gin (stems) WITH (fastupdate = off);
CREATE INDEX word_index_stream ON store.word_index (stream);

-- When the words of all events had been indexed, for a store that is older than its index.
CREATE TABLE store.word_index_filled (
  single    boolean PRIMARY KEY DEFAULT true CHECK (single),
  filled_at timestamptz NOT NULL
);

CREATE TABLE store.word_key (
  single  boolean PRIMARY KEY DEFAULT true CHECK (single),
  wrapped bytea NOT NULL
);

-- Writes the rows of events that were there before their words were indexed; store.append writes those of its own. The locks are those of store.append, in its order; each statement sees what was committed
-- before the locks were given, so that nothing is indexed whose words were removed meanwhile.
CREATE FUNCTION store.index_words(w_stream text[], w_version integer[], w_event uuid[], w_stems text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtextextended(name, 0) FROM unnest(w_stream) AS name ORDER BY 1) AS keys(key);
  INSERT INTO store.word_index (position, stream, stems)
  SELECT e.position, e.stream, w.stems::uuid[] FROM unnest(w_stream, w_version, w_event, w_stems) AS w(stream, version, event, stems)
  JOIN store.events e ON e.stream = w.stream AND e.version = w.version AND e.event_id = w.event AND e.sealed IS NOT NULL
  JOIN store.case_keys k ON k.stream = w.stream AND k.wrapped IS NOT NULL
  ON CONFLICT (position) DO UPDATE SET stems = excluded.stems;
END $$;

-- Whatever takes a sealed part away takes its row with it, in the same transaction.
CREATE FUNCTION store.forget_words_of_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM store.word_index WHERE position = OLD.position;
  RETURN NULL;
END $$;
CREATE TRIGGER words_removed AFTER UPDATE OF sealed ON store.events FOR EACH ROW
  WHEN (OLD.sealed IS NOT NULL AND NEW.sealed IS NULL) EXECUTE FUNCTION store.forget_words_of_event();
CREATE TRIGGER event_removed AFTER DELETE ON store.events FOR EACH ROW EXECUTE FUNCTION store.forget_words_of_event();

-- Whatever destroys a stream's key takes its rows with it.
CREATE FUNCTION store.forget_words_of_stream() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM store.word_index WHERE stream = OLD.stream;
  RETURN NULL;
END $$;
CREATE TRIGGER key_destroyed AFTER UPDATE OF wrapped ON store.case_keys FOR EACH ROW
  WHEN (OLD.wrapped IS NOT NULL AND NEW.wrapped IS NULL) EXECUTE FUNCTION store.forget_words_of_stream();
CREATE TRIGGER key_removed AFTER DELETE ON store.case_keys FOR EACH ROW EXECUTE FUNCTION store.forget_words_of_stream();

REVOKE ALL ON store.word_index, store.word_index_filled, store.word_key FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION store.index_words, store.forget_words_of_event, store.forget_words_of_stream FROM PUBLIC;
GRANT SELECT ON store.word_index TO gensvar_app;
GRANT SELECT, INSERT ON store.word_index_filled, store.word_key TO gensvar_app;
GRANT EXECUTE ON FUNCTION store.index_words TO gensvar_app;
