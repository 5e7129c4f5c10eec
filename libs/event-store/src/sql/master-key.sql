-- What the master key makes of a known word: tells the right key from another at start. Says nothing of the key.
CREATE TABLE store.master_key (
  one          boolean PRIMARY KEY DEFAULT true CHECK (one),
  check_value  bytea NOT NULL
);
REVOKE ALL ON store.master_key FROM PUBLIC;
GRANT SELECT, INSERT ON store.master_key TO gensvar_app;
