-- Appends in one call: takes locks, looks for twin commands, checks versions, takes positions, links the chain, stores the answers.
-- Several appends may share a call, and so one flush to disk. They must have no stream, command or key in common, and each is judged by
-- itself. The arrays hold all appends in a row: a_streams, a_events and a_keys say how many elements belong to each.
--
-- Locks are always taken in the same order: number rows (store.take_numbers, earlier in the transaction), names in order of their hash,
-- the counter. Names are advisory locks, since a stream that does not exist yet must be locked too.
--
-- SECURITY DEFINER, owned by the migrating owner: the running role has no right to write events, answers or the counter
-- but through this function, so a stolen connection can't add an event outside the chain or move the counter back.
-- The words of the events are found from the commit on: w_row says to which of the events each row of the index belongs, counted from 1.
--
-- Generic plans with indexes: a plan made while the tables were small would read them whole when they have grown.
CREATE FUNCTION store.append(
  a_command uuid[], a_actor text[], a_body_hash bytea[], a_answer jsonb[], a_streams integer[], a_events integer[], a_keys integer[],
  s_stream text[], s_expected integer[], s_wrapped bytea[],
  e_stream text[], e_version integer[], e_id uuid[], e_type text[], e_v integer[], e_at timestamptz[],
  e_open jsonb[], e_sealed bytea[], e_h bytea[],
  k_list text[], k_hash bytea[], k_stream text[], k_note bytea[],
  w_row integer[], w_stems text[]
) RETURNS TABLE (kind text, answer jsonb, stream text, actual integer, place bigint, recorded_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
  twins    store.commands[];
  versions integer[];
  owners   text[];
  head     record;
  instant  timestamptz;
  link     bytea;
  before   bigint;
  answers  jsonb[] := a_answer;
  kept     boolean[] := array_fill(false, ARRAY[cardinality(a_command)]);
  ends     bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(a_command)]);
  places   bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(e_id)]);
  links    bytea[] := array_fill(NULL::bytea, ARRAY[cardinality(e_id)]);
  e_append integer[] := array_fill(0, ARRAY[cardinality(e_id)]);
  s integer := 0;
  e integer := 0;
  k integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(key) FROM (
    SELECT DISTINCT hashtextextended(name, 0) FROM (
      SELECT unnest(s_stream)
      UNION ALL SELECT 'command/' || unnest(a_command)
      UNION ALL SELECT 'key/' || list || '/' || encode(hash, 'hex') FROM unnest(k_list, k_hash) AS wish(list, hash)
    ) AS names(name) ORDER BY 1
  ) AS keys(key);

  twins := ARRAY(SELECT (SELECT c FROM store.commands c WHERE c.id = wish.id) FROM unnest(a_command) AS wish(id));
  versions := ARRAY(SELECT coalesce((SELECT v.version FROM store.events v WHERE v.stream = name ORDER BY v.version DESC LIMIT 1), 0)
                    FROM unnest(s_stream) AS name);
  IF cardinality(k_list) > 0 THEN
    owners := ARRAY(SELECT (SELECT t.stream FROM store.keys t WHERE t.list = wish.list AND t.hash = wish.hash)
                    FROM unnest(k_list, k_hash) AS wish(list, hash));
  END IF;
  SELECT c.position, c.chain, c.recorded_at, t.offset_ms * interval '1 millisecond' AS ahead INTO head
  FROM store.counter c, store.clock t FOR UPDATE OF c;
  before := head.position;
  link := head.chain;
  instant := greatest(date_trunc('milliseconds', clock_timestamp() + head.ahead), head.recorded_at);

  <<each>>
  FOR a IN 1 .. cardinality(a_command) LOOP
    s := s + a_streams[a]; e := e + a_events[a]; k := k + a_keys[a];
    answer := NULL; stream := NULL; actual := NULL; place := NULL; recorded_at := NULL;
    IF (twins[a]).id IS NOT NULL THEN
      kind := CASE WHEN (twins[a]).body_hash = a_body_hash[a] THEN 'repeated' ELSE 'idReused' END;
      answer := (twins[a]).answer;
      RETURN NEXT;
      CONTINUE each;
    END IF;
    FOR i IN s - a_streams[a] + 1 .. s LOOP
      CONTINUE WHEN versions[i] = s_expected[i];
      kind := 'conflict'; stream := s_stream[i]; actual := versions[i];
      RETURN NEXT;
      CONTINUE each;
    END LOOP;
    FOR i IN k - a_keys[a] + 1 .. k LOOP
      CONTINUE WHEN owners[i] IS NULL OR owners[i] = k_stream[i];
      kind := 'conflict'; stream := owners[i]; actual := store.version_of(stream);
      RETURN NEXT;
      CONTINUE each;
    END LOOP;
    kept[a] := true;
    FOR i IN e - a_events[a] + 1 .. e LOOP
      head.position := head.position + 1;
      link := sha256(link || int8send(head.position) || int8send((extract(epoch FROM instant) * 1000)::bigint) || e_h[i]);
      places[i] := head.position; links[i] := link; e_append[i] := a;
    END LOOP;
    IF a_events[a] > 0 THEN
      ends[a] := head.position;
      IF jsonb_typeof(a_answer[a]) = 'object' THEN answers[a] := a_answer[a] || jsonb_build_object('position', head.position); END IF;
    END IF;
    -- A conflict changes nothing, also outside a transaction: whatever fails from here on raises.
    FOR i IN s - a_streams[a] + 1 .. s LOOP
      IF s_wrapped[i] IS NOT NULL THEN PERFORM store.use_key(s_stream[i], s_wrapped[i]); END IF;
    END LOOP;
    FOR i IN k - a_keys[a] + 1 .. k LOOP
      IF owners[i] IS NULL THEN
        INSERT INTO store.keys (list, hash, stream, note) VALUES (k_list[i], k_hash[i], k_stream[i], k_note[i]);
      END IF;
    END LOOP;
    kind := 'appended'; answer := answers[a]; place := head.position;
    recorded_at := CASE WHEN a_events[a] > 0 THEN instant ELSE head.recorded_at END;
    RETURN NEXT;
  END LOOP;

  INSERT INTO store.commands (id, actor, body_hash, answer, position)
  SELECT id, actor, hash, answer, position FROM unnest(a_command, a_actor, a_body_hash, answers, ends, kept)
    AS row(id, actor, hash, answer, position, kept) WHERE kept;
  IF head.position > before THEN
    INSERT INTO store.events (position, stream, version, event_id, type, v, actor, command_id, at, recorded_at, open, sealed, sealed_hash, chain)
    SELECT place, name, version, id, type, v, a_actor[append], a_command[append], at, instant, open, sealed, sha256(sealed), chain
    FROM unnest(places, e_stream, e_version, e_id, e_type, e_v, e_append, e_at, e_open, e_sealed, links)
      AS row(place, name, version, id, type, v, append, at, open, sealed, chain) WHERE place IS NOT NULL;
    IF cardinality(w_row) > 0 THEN
      INSERT INTO store.word_index (position, stream, stems)
      SELECT places[w.row], e_stream[w.row], w.stems::uuid[] FROM unnest(w_row, w_stems) AS w(row, stems) WHERE places[w.row] IS NOT NULL;
    END IF;
    IF 'SealedPartRemoved' = ANY (e_type) THEN
      PERFORM store.remove_sealed(ARRAY(
        SELECT place FROM unnest(places, e_type) AS row(place, type) WHERE type = 'SealedPartRemoved' AND place IS NOT NULL));
    END IF;
    UPDATE store.counter SET position = head.position, chain = link, recorded_at = instant;
    PERFORM pg_notify('events', head.position::text);
  END IF;
END $$;
