-- Pictures of the municipality's crest, each by what it is: the setting names one of them, and an address never changes its content.
CREATE TABLE store.crest (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  type text NOT NULL CHECK (type IN ('svg', 'png')),
  bytes bytea NOT NULL CHECK (octet_length(bytes) <= 262144)
);

GRANT SELECT, INSERT ON store.crest TO gensvar_app;
