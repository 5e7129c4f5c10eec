-- Which generation of the workflows' code started those that run; no row until a conductor has looked. One row.
CREATE TABLE store.workflow_generation (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  generation integer NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON store.workflow_generation TO gensvar_app;
