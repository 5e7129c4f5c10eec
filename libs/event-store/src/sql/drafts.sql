-- Half-filled forms, one per person, stream and form. Encrypted with the stream's own key, so destroying it makes them unreadable too.
CREATE TABLE store.draft (
  stream   text COLLATE "C" NOT NULL,
  person   uuid NOT NULL,
  form     text NOT NULL CHECK (form ~ '^[A-Za-z]{1,64}$'),
  saved_at timestamptz NOT NULL,
  sealed   bytea NOT NULL,
  PRIMARY KEY (stream, person, form)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON store.draft TO gensvar_app;
