-- The cases that time has something to do in, and when next: what the conductor has told the workflows. A convenience and not
-- the truth: `gensvar rehydrate` makes it anew from the events.
CREATE TABLE store.waiting (
  case_id uuid PRIMARY KEY,
  version integer NOT NULL,
  next_at timestamptz NOT NULL
);
CREATE INDEX ON store.waiting (next_at);

-- When each process was last heard of, by the database's clock, and what it said of its surroundings: codes only.
CREATE TABLE store.heartbeat (
  process text PRIMARY KEY,
  at timestamptz NOT NULL,
  state jsonb NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON store.waiting, store.heartbeat TO gensvar_app;
