-- The calendar of a person's deadlines at an address that nobody can guess: its secret as a hash, so that whoever reads the table can't read the calendar.
CREATE TABLE store.calendar_feed (
  person      uuid PRIMARY KEY REFERENCES store.person (id),
  secret_hash bytea NOT NULL UNIQUE,
  made_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  read_at     timestamptz
);

GRANT SELECT, INSERT, UPDATE, DELETE ON store.calendar_feed TO gensvar_app;
