-- A person's own filters of the work list: name, and the query as in the address. Codes, never a case's words.
CREATE TABLE store.saved_filter (
  person uuid NOT NULL REFERENCES store.person (id),
  name   text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  query  text NOT NULL CHECK (length(query) <= 500),
  PRIMARY KEY (person, name)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON store.saved_filter TO gensvar_app;
