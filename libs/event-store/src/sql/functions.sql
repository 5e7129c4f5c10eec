-- The first of each run of numbers, in the order asked for. Rows are locked in order of series and year, until the transaction ends.
CREATE FUNCTION store.take_numbers(p_series text[], p_years integer[], p_counts integer[]) RETURNS integer[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  firsts integer[] := array_fill(0, ARRAY[array_length(p_series, 1)]);
  wish   record;
  taken  integer;
BEGIN
  FOR wish IN
    SELECT s, y, c, i FROM unnest(p_series, p_years, p_counts) WITH ORDINALITY AS t(s, y, c, i) ORDER BY s COLLATE "C", y, i
  LOOP
    IF wish.c < 1 THEN RAISE EXCEPTION 'a run of numbers is at least one' USING ERRCODE = 'GK001'; END IF;
    INSERT INTO store.numbers AS n (series, year, last) VALUES (wish.s, wish.y, wish.c)
    ON CONFLICT (series, year) DO UPDATE SET last = n.last + wish.c RETURNING n.last INTO taken;
    firsts[wish.i] := taken - wish.c + 1;
  END LOOP;
  RETURN firsts;
END $$;

-- The current version of a stream; 0 if there is none.
CREATE FUNCTION store.version_of(p_stream text) RETURNS integer
LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT version FROM store.events WHERE stream = p_stream ORDER BY version DESC LIMIT 1), 0)
$$;

-- Stores a new stream's key, or confirms that the key that a writer used is the stream's own and still valid.
-- Called by store.append alone, under the stream's lock.
CREATE FUNCTION store.use_key(p_stream text, p_wrapped bytea) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  known bytea;
BEGIN
  SELECT k.wrapped INTO known FROM store.case_keys k WHERE k.stream = p_stream;
  IF NOT FOUND THEN
    INSERT INTO store.case_keys (stream, wrapped) VALUES (p_stream, p_wrapped);
  ELSIF known IS NULL THEN
    RAISE EXCEPTION 'the key of this stream is destroyed' USING ERRCODE = 'GK002';
  ELSIF known <> p_wrapped THEN
    RAISE EXCEPTION 'sealed with a key that is not the stream''s' USING ERRCODE = 'GK004';
  END IF;
END $$;

-- Destroys the key of a whole stream: its words can never be read again, its events and every total stay. Waits for writers of the stream.
CREATE FUNCTION store.destroy_key(p_stream text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_stream, 0));
  INSERT INTO store.case_keys AS k (stream, wrapped, destroyed_at) VALUES (p_stream, NULL, clock_timestamp())
  ON CONFLICT (stream) DO UPDATE SET wrapped = NULL, destroyed_at = coalesce(k.destroyed_at, clock_timestamp());
END $$;

-- Nulls the sealed part that a SealedPartRemoved event names. Called by store.append alone, for events it has just inserted, so that
-- nothing is removed without an event; the hash stays and with it the chain.
CREATE FUNCTION store.remove_sealed(p_events bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM store.events r LEFT JOIN store.events e
      ON e.position = (r.open ->> 'position')::bigint AND e.stream = r.stream AND e.sealed_hash IS NOT NULL
    WHERE r.position = ANY (p_events) AND e.position IS NULL
  ) THEN
    RAISE EXCEPTION 'no sealed part at that position of the stream' USING ERRCODE = 'GK003';
  END IF;
  UPDATE store.events SET sealed = NULL
  WHERE position IN (SELECT (r.open ->> 'position')::bigint FROM store.events r WHERE r.position = ANY (p_events)) AND sealed IS NOT NULL;
END $$;

-- The last position recorded before an instant. recorded_at never decreases, so a binary search needs no index of its own.
CREATE FUNCTION store.position_at(p_instant timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  low  bigint := 0;
  high bigint := (SELECT position FROM store.counter);
  mid  bigint;
BEGIN
  WHILE low < high LOOP
    mid := (low + high + 1) / 2;
    IF (SELECT e.recorded_at < p_instant FROM store.events e WHERE e.position = mid) THEN low := mid; ELSE high := mid - 1; END IF;
  END LOOP;
  RETURN low;
END $$;

-- Demo only (the API guards it): moves time forward for every process.
CREATE FUNCTION store.advance_clock(p_ms bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  now_ms bigint;
BEGIN
  UPDATE store.clock SET offset_ms = offset_ms + greatest(p_ms, 0) RETURNING offset_ms INTO now_ms;
  PERFORM pg_notify('clock', now_ms::text);
  RETURN now_ms;
END $$;
