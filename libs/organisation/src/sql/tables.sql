-- Registers beside the event store: the organisation's rows, the divisions' own lists, people and their posts.
-- Each change of organisation or lists appends OrganisationChanged; its rows carry that event's position (bitemporal).

CREATE TABLE store.org_unit (
  code text NOT NULL CHECK (code ~ '^[a-z0-9-]+$'),
  name text NOT NULL,
  level text NOT NULL CHECK (level IN ('board', 'division', 'unit')),
  parent text,
  provider text NOT NULL,
  successor text,
  valid_from date NOT NULL,
  valid_to date,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL DEFAULT 9223372036854775807,
  PRIMARY KEY (code, valid_from, from_position)
);

CREATE TABLE store.local_entry (
  list text NOT NULL CHECK (list IN ('categoryOther', 'sourceName', 'lexSarahKindOther')),
  division text NOT NULL,
  code text NOT NULL CHECK (code ~ '^local-[0-9a-f]{8}$'),
  label text NOT NULL,
  from_position bigint NOT NULL,
  PRIMARY KEY (list, division, code)
);

CREATE TABLE store.person (
  id uuid PRIMARY KEY,
  login text NOT NULL UNIQUE,
  name text NOT NULL,
  email text NOT NULL
);

CREATE TABLE store.post (
  person uuid NOT NULL REFERENCES store.person (id),
  role text NOT NULL,
  unit text NOT NULL,
  valid_from date NOT NULL DEFAULT '2000-01-01',
  valid_to date,
  PRIMARY KEY (person, role, unit, valid_from)
);

GRANT SELECT, INSERT, UPDATE ON store.org_unit TO gensvar_app;
GRANT SELECT, INSERT ON store.local_entry, store.person, store.post TO gensvar_app;
