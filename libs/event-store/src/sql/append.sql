-- All of an append in one call. Locks streams and command, looks for a twin, checks versions, takes positions, links the chain.
-- Number rows, where any, were locked before (store.take_numbers): the order is numbers, streams and command, counter, for everyone.
--
-- SECURITY DEFINER, owned by the migrating owner: the running role then needs no right to write events, answers or the counter
-- but through this function, so a stolen connection can't add an event outside the chain or move the counter back.
CREATE FUNCTION store.append(
  p_command uuid, p_actor text, p_body_hash bytea, p_answer jsonb,
  p_streams text[], p_expected integer[], p_wrapped bytea[],
  e_stream text[], e_version integer[], e_id uuid[], e_type text[], e_v integer[], e_at timestamptz[],
  e_open jsonb[], e_sealed bytea[], e_h bytea[],
  k_list text[], k_hash bytea[], k_stream text[], k_note bytea[],
  OUT kind text, OUT answer jsonb, OUT stream text, OUT actual integer, OUT place bigint, OUT recorded_at timestamptz
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  n        integer := coalesce(array_length(e_id, 1), 0);
  lock_key bigint;
  twin     record;
  last     record;
  link     bytea;
  instant  timestamptz;
  epoch_ms bigint;
BEGIN
  -- Advisory locks need no row to exist, so a new stream locks like an old one. One order for all: that of the keys themselves.
  FOR lock_key IN
    SELECT DISTINCT hashtextextended(name, 0) FROM (
      SELECT unnest(p_streams || ('command/' || p_command))
      UNION ALL SELECT 'key/' || list || '/' || encode(hash, 'hex') FROM unnest(k_list, k_hash) AS k(list, hash)
    ) AS names(name) ORDER BY 1
  LOOP
    PERFORM pg_advisory_xact_lock(lock_key);
  END LOOP;

  SELECT c.body_hash, c.answer INTO twin FROM store.commands c WHERE c.id = p_command;
  IF FOUND THEN
    kind := CASE WHEN twin.body_hash = p_body_hash THEN 'repeated' ELSE 'idReused' END;
    answer := twin.answer;
    RETURN;
  END IF;

  FOR i IN 1 .. coalesce(array_length(p_streams, 1), 0) LOOP
    SELECT coalesce((SELECT e.version FROM store.events e WHERE e.stream = p_streams[i] ORDER BY e.version DESC LIMIT 1), 0) INTO actual;
    IF actual <> p_expected[i] THEN
      kind := 'conflict'; stream := p_streams[i];
      RETURN;
    END IF;
  END LOOP;
  SELECT k.stream INTO stream FROM store.keys k JOIN unnest(k_list, k_hash, k_stream) AS wish(list, hash, stream)
    ON k.list = wish.list AND k.hash = wish.hash AND k.stream <> wish.stream LIMIT 1;
  IF FOUND THEN
    kind := 'conflict';
    SELECT max(e.version) INTO actual FROM store.events e WHERE e.stream = append.stream;
    RETURN;
  END IF;
  actual := NULL;

  -- From here on it will be appended, or raise: a call outside a transaction must leave nothing behind when it says no.
  PERFORM store.use_key(p_streams[i], p_wrapped[i]) FROM generate_subscripts(p_streams, 1) AS i WHERE p_wrapped[i] IS NOT NULL;
  INSERT INTO store.keys (list, hash, stream, note) SELECT * FROM unnest(k_list, k_hash, k_stream, k_note) ON CONFLICT DO NOTHING;

  IF n = 0 THEN
    SELECT c.position, c.recorded_at INTO place, recorded_at FROM store.counter c;
    INSERT INTO store.commands (id, actor, body_hash, answer) VALUES (p_command, p_actor, p_body_hash, p_answer);
    kind := 'appended'; answer := p_answer;
    RETURN;
  END IF;

  SELECT c.position, c.chain, c.recorded_at INTO last FROM store.counter c FOR UPDATE;
  instant := greatest(
    date_trunc('milliseconds', clock_timestamp() + (SELECT offset_ms FROM store.clock) * interval '1 millisecond'), last.recorded_at);
  epoch_ms := (extract(epoch FROM instant) * 1000)::bigint;
  place := last.position;
  link := last.chain;
  FOR i IN 1 .. n LOOP
    place := place + 1;
    link := sha256(link || int8send(place) || int8send(epoch_ms) || e_h[i]);
    INSERT INTO store.events (position, stream, version, event_id, type, v, actor, command_id, at, recorded_at, open, sealed, sealed_hash, chain)
    VALUES (place, e_stream[i], e_version[i], e_id[i], e_type[i], e_v[i], p_actor, p_command, e_at[i], instant, e_open[i],
      e_sealed[i], sha256(e_sealed[i]), link);
  END LOOP;
  UPDATE store.counter SET position = place, chain = link, recorded_at = instant;

  answer := CASE WHEN jsonb_typeof(p_answer) = 'object' THEN p_answer || jsonb_build_object('position', place) ELSE p_answer END;
  INSERT INTO store.commands (id, actor, body_hash, answer, position) VALUES (p_command, p_actor, p_body_hash, answer, place);
  PERFORM pg_notify('events', place::text);
  kind := 'appended'; recorded_at := instant;
END $$;
