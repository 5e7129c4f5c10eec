-- A person sees their sessions and can end them: each has a name that is not its key.
ALTER TABLE store.session ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;
ALTER TABLE store.session ADD COLUMN begun_at timestamptz NOT NULL DEFAULT clock_timestamp();
ALTER TABLE store.session ADD COLUMN device text NOT NULL DEFAULT '';
CREATE INDEX ON store.session (person);

-- A browser that has shown a receipt code: the case it follows, by the hash of its token. Nothing here says who it is.
CREATE TABLE store.follow_session (
  token_hash bytea PRIMARY KEY,
  case_id    uuid NOT NULL,
  seen_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A program's key: what it is for and until when; the key itself is kept by whoever was given it.
CREATE TABLE store.api_token (
  id        uuid PRIMARY KEY,
  person    uuid NOT NULL REFERENCES store.person (id),
  label     text NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ends_at   timestamptz NOT NULL,
  ended_at  timestamptz
);
CREATE INDEX ON store.api_token (person);

GRANT SELECT, INSERT, UPDATE, DELETE ON store.follow_session TO gensvar_app;
GRANT SELECT, INSERT, UPDATE ON store.api_token TO gensvar_app;
