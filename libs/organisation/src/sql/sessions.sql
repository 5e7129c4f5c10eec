-- Sessions of people, by the hash of the browser's token, so that whoever reads the table can't use them. Times by the machine's
-- own clock: a demo that skips five days must not log everybody out.
CREATE TABLE store.session (
  token_hash bytea PRIMARY KEY,
  person     uuid NOT NULL REFERENCES store.person (id),
  seen_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  ends_at    timestamptz NOT NULL
);
CREATE INDEX ON store.session (ends_at);

-- A log-in under way with the identity provider: used once, by the browser that began it.
CREATE TABLE store.sign_in (
  token_hash bytea PRIMARY KEY,
  kept       jsonb NOT NULL,
  ends_at    timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON store.session TO gensvar_app;
GRANT SELECT, INSERT, DELETE ON store.sign_in TO gensvar_app;
