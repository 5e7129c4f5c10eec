-- A form that was sent when the session had ended: encrypted with a key that only the sender's browser has, for an hour.
CREATE TABLE store.kept_form (
  token_hash bytea PRIMARY KEY,
  sealed bytea NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX kept_form_ends_at ON store.kept_form (ends_at);
GRANT SELECT, INSERT, DELETE ON store.kept_form TO gensvar_app;
