-- An HMAC of a known word, which tells the right master key from another at start and reveals nothing of it.
CREATE TABLE store.master_key (
  one          boolean PRIMARY KEY DEFAULT true CHECK (one),
  check_value  bytea NOT NULL
);
REVOKE ALL ON store.master_key FROM PUBLIC;
GRANT SELECT, INSERT ON store.master_key TO gensvar_app;
