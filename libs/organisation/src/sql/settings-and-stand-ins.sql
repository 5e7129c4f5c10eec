-- The municipality's own settings, bitemporal as the units are: a row holds from its day, as known between two positions.
CREATE TABLE store.setting (
  name text NOT NULL CHECK (name ~ '^[a-zA-Z]+$'),
  value jsonb NOT NULL,
  valid_from date NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL DEFAULT 9223372036854775807,
  PRIMARY KEY (name, valid_from, from_position)
);

-- Who holds another's posts on some days. Why is a code; the reason of an absence is not asked.
CREATE TABLE store.stand_in (
  person uuid NOT NULL REFERENCES store.person (id),
  instead uuid NOT NULL REFERENCES store.person (id),
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  why text NOT NULL CHECK (why IN ('absence', 'vacancy', 'conflict', 'delegation')),
  from_position bigint NOT NULL,
  PRIMARY KEY (person, instead, valid_from),
  CHECK (person <> instead AND valid_from < valid_to)
);

-- Every post a person holds, their own and, while they stand in, those of the one who is away.
CREATE VIEW store.held_post AS
  SELECT person, role, unit, NULL::uuid AS instead, valid_from, valid_to FROM store.post
  UNION ALL
  SELECT s.person, p.role, p.unit, s.instead, greatest(s.valid_from, p.valid_from), least(s.valid_to, p.valid_to)
    FROM store.stand_in s JOIN store.post p ON p.person = s.instead AND p.valid_from < s.valid_to AND (p.valid_to IS NULL OR p.valid_to > s.valid_from);

GRANT SELECT ON store.held_post TO gensvar_app;
GRANT SELECT, INSERT, UPDATE ON store.setting TO gensvar_app;
GRANT SELECT, INSERT ON store.stand_in TO gensvar_app;
GRANT UPDATE (valid_to) ON store.post TO gensvar_app;
