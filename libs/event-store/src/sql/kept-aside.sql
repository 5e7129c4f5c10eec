-- What a browser has sent and may come back to: the steps of a form, the answer to a POST. Encrypted with a key that only that browser has.
CREATE TABLE store.kept_aside (
  token_hash bytea PRIMARY KEY,
  sealed bytea NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX kept_aside_ends_at ON store.kept_aside (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON store.kept_aside TO gensvar_app;
