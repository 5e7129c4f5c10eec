-- The event log. Rows are only ever added; of a row only `sealed` may later become null, by store.remove_sealed.
CREATE TABLE store.events (
  position    bigint PRIMARY KEY,
  stream      text COLLATE "C" NOT NULL,
  version     integer NOT NULL,
  event_id    uuid NOT NULL,
  type        text NOT NULL,
  v           smallint NOT NULL,
  actor       text NOT NULL,
  command_id  uuid NOT NULL,
  at          timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  open        jsonb NOT NULL,
  sealed      bytea,
  sealed_hash bytea,
  chain       bytea NOT NULL,
  UNIQUE (stream, version)
);
-- Ciphertext does not compress.
ALTER TABLE store.events ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- One row: the last position, its link of the chain and its instant. Its lock makes positions dense and in commit order.
CREATE TABLE store.counter (
  single      boolean PRIMARY KEY DEFAULT true CHECK (single),
  position    bigint NOT NULL,
  chain       bytea NOT NULL,
  recorded_at timestamptz NOT NULL
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
INSERT INTO store.counter (position, chain, recorded_at) VALUES (0, decode(repeat('00', 32), 'hex'), 'epoch');

-- The answer to each command, kept for ever. `position` is that of its last event, null where it had none.
CREATE TABLE store.commands (
  id          uuid PRIMARY KEY,
  actor       text NOT NULL,
  body_hash   bytea NOT NULL,
  answer      jsonb NOT NULL,
  position    bigint UNIQUE
);

-- Gap-free series (case numbers): the last number taken.
CREATE TABLE store.numbers (
  series      text NOT NULL,
  year        integer NOT NULL,
  last        integer NOT NULL,
  PRIMARY KEY (series, year)
) WITH (fillfactor = 50);

-- One key per stream, wrapped by the master key. A destroyed key keeps its row, so that no second one is made.
CREATE TABLE store.case_keys (
  stream       text COLLATE "C" PRIMARY KEY,
  wrapped      bytea,
  destroyed_at timestamptz
);

-- Hashes that find a stream: receipt codes, external ids.
CREATE TABLE store.keys (
  list        text NOT NULL,
  hash        bytea NOT NULL,
  stream      text COLLATE "C" NOT NULL,
  note        bytea,
  PRIMARY KEY (list, hash)
);

-- The demo's time; 0 in production.
CREATE TABLE store.clock (
  single      boolean PRIMARY KEY DEFAULT true CHECK (single),
  offset_ms   bigint NOT NULL DEFAULT 0
);
INSERT INTO store.clock DEFAULT VALUES;

-- The checkpoint of each subscription, its leader and the end of the lease.
CREATE TABLE store.subscriptions (
  name        text PRIMARY KEY,
  position    bigint NOT NULL DEFAULT 0,
  owner       text,
  fence       bigint NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL DEFAULT '-infinity'
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- Streams that a subscription has parked; error code and name only, never a person's words.
CREATE TABLE store.parked (
  subscription text NOT NULL,
  stream       text COLLATE "C" NOT NULL,
  position     bigint NOT NULL,
  error_code   text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (subscription, stream)
);

-- Who looked at which case, written before it is shown.
CREATE TABLE store.access_log (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          timestamptz NOT NULL,
  person      text NOT NULL,
  action      text NOT NULL,
  stream      text COLLATE "C" NOT NULL,
  route       text NOT NULL
);
CREATE INDEX ON store.access_log (stream, at);
CREATE INDEX ON store.access_log (person, at);
