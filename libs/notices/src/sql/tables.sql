-- Notices and whether their mail has been sent. No names and no addresses: a person's id, or 'sender' for the one who
-- complained (the address stays sealed in the case until the mail is sent), or 'nobody' where no holder was found.
CREATE TABLE store.notice (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL,
  recipient text NOT NULL,
  to_role text,
  case_id uuid NOT NULL,
  number text NOT NULL,
  case_kind text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('receipt', 'reminder', 'effect', 'escalation', 'assignment')),
  rule text,
  rule_version integer,
  level integer NOT NULL,
  due timestamptz,
  -- The date is the municipality's own target where the law gives no number, and is never printed as law.
  due_is_target boolean NOT NULL,
  urgent boolean NOT NULL,
  created_at timestamptz NOT NULL,
  -- Given before the first attempt, so that a resent mail is the same mail.
  message_id text,
  attempts integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  -- Why it will never be sent: noAddress, rejected, nobody.
  gave_up text,
  UNIQUE (event_id, recipient)
);
CREATE INDEX ON store.notice (urgent, recipient) WHERE sent_at IS NULL AND gave_up IS NULL;
CREATE INDEX ON store.notice (case_id);
CREATE INDEX ON store.notice (message_id);

GRANT SELECT, INSERT, UPDATE ON store.notice TO gensvar_app;
