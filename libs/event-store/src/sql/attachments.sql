-- Pictures and documents that belong to a stream, encrypted with its key. The event that names one holds its hash; destroying the key makes
-- the bytes unreadable too. Rows are written and deleted by functions alone.
CREATE TABLE store.attachments (
  id      uuid PRIMARY KEY,
  stream  text COLLATE "C" NOT NULL,
  sealed  bytea
);
CREATE INDEX ON store.attachments (stream);
-- Ciphertext does not compress.
ALTER TABLE store.attachments ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Stores the bytes before their event is appended. The key is the stream's own and valid, or its first one. The same id is the same bytes.
CREATE FUNCTION store.keep_attachment(p_id uuid, p_stream text, p_wrapped bytea, p_sealed bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_stream, 0));
  PERFORM store.use_key(p_stream, p_wrapped);
  INSERT INTO store.attachments (id, stream, sealed) VALUES (p_id, p_stream, p_sealed) ON CONFLICT (id) DO NOTHING;
END $$;

-- Deletes bytes that no event names: the command was refused, or the process died between the two.
CREATE FUNCTION store.drop_attachment(p_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM store.attachments a WHERE a.id = p_id AND NOT EXISTS (
    SELECT FROM store.events e WHERE e.stream = a.stream AND e.type = 'AttachmentAdded' AND e.open ->> 'attachmentId' = p_id::text)
$$;

-- As before, and deletes the bytes of an attachment together with its sealed name.
CREATE OR REPLACE FUNCTION store.remove_sealed(p_events bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM store.events r LEFT JOIN store.events e
      ON e.position = (r.open ->> 'position')::bigint AND e.stream = r.stream AND e.sealed_hash IS NOT NULL
    WHERE r.position = ANY (p_events) AND e.position IS NULL
  ) THEN
    RAISE EXCEPTION 'no sealed part at that position of the stream' USING ERRCODE = 'GK003';
  END IF;
  UPDATE store.attachments SET sealed = NULL
  WHERE id IN (SELECT (e.open ->> 'attachmentId')::uuid FROM store.events r
               JOIN store.events e ON e.position = (r.open ->> 'position')::bigint AND e.type = 'AttachmentAdded'
               WHERE r.position = ANY (p_events));
  UPDATE store.events SET sealed = NULL
  WHERE position IN (SELECT (r.open ->> 'position')::bigint FROM store.events r WHERE r.position = ANY (p_events)) AND sealed IS NOT NULL;
END $$;

REVOKE ALL ON store.attachments FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION store.keep_attachment, store.drop_attachment FROM PUBLIC;
GRANT SELECT ON store.attachments TO gensvar_app;
GRANT EXECUTE ON FUNCTION store.keep_attachment, store.drop_attachment TO gensvar_app;
