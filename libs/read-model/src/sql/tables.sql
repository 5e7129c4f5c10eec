-- The read side: rows folded from events, rebuilt by `gensvar rebuild` at any time. Names are unqualified: the same
-- statements build `read` and, beside it, `read_next`. A fact row is true at position p when from_position <= p < to_position.

CREATE TABLE fact_case (
  case_id uuid NOT NULL, from_position bigint NOT NULL, to_position bigint NOT NULL DEFAULT 9223372036854775807,
  incident_id uuid, kind text NOT NULL, process text, number text, link text, origin_case uuid, origin_kind text, origin_received timestamptz,
  unit text, unit_then text, received_on date NOT NULL, received_at timestamptz NOT NULL, recorded_at timestamptz NOT NULL, noticed_at timestamptz,
  occurred_at timestamptz, occurred_precision text, closed_at timestamptz, close_reason text, cancelled_at timestamptz, reopened integer NOT NULL,
  imported boolean NOT NULL, anonymous boolean, source text, source_name text, sender_behind text, channel text, law_areas text[], opinion_type text,
  categories text[], category_other text, event_class text, deviation_type text, deviation_subtype text, lex_sarah_kinds text[],
  lex_sarah_kind_other text, involves text[], external text, activity text, area text, operation text, arose text, affects text,
  affected_count integer, affected_gender text, affected_age_band text, concerns_child boolean, aspects text[], hit text[], occasion text,
  outage_id uuid, severity smallint, probability smallint, outcome_proposed text, outcome text, outcome_at timestamptz, injury boolean,
  serious boolean, avoidable boolean, investigated_at timestamptz, converted_to text[], severity_final smallint, probability_final smallint,
  -- The case that it is a duplicate of, and is counted in.
  duplicate_of uuid
);

CREATE TABLE fact_step (
  case_id uuid NOT NULL, key text COLLATE "C" NOT NULL, from_position bigint NOT NULL, to_position bigint NOT NULL DEFAULT 9223372036854775807,
  type text NOT NULL, on_date date NOT NULL, at timestamptz NOT NULL, recorded_at timestamptz NOT NULL,
  code text, code2 text, role text, unit text, n integer, flag boolean, ref text
);

CREATE TABLE fact_duty (
  case_id uuid NOT NULL, key text COLLATE "C" NOT NULL, from_position bigint NOT NULL, to_position bigint NOT NULL DEFAULT 9223372036854775807,
  rule text NOT NULL, rule_version integer NOT NULL, basis text NOT NULL, type text NOT NULL, owner_role text, owner_unit text,
  started_at timestamptz, due_at timestamptz, due_precision text, target_at timestamptz, closed_at timestamptz, closed_as text,
  closed_reason text, recalculated integer NOT NULL, reminders integer NOT NULL, escalation integer NOT NULL, received_on date NOT NULL
);

CREATE TABLE fact_action (
  case_id uuid NOT NULL, key text COLLATE "C" NOT NULL, from_position bigint NOT NULL, to_position bigint NOT NULL DEFAULT 9223372036854775807,
  area text, horizon text, plane text, causes uuid[], owner_role text, owner_unit text, status text NOT NULL, decided_at timestamptz,
  due_at timestamptz, done_at timestamptz, effect_due_at timestamptz, effect text, effect_at timestamptz, reason text,
  received_on date NOT NULL
);

-- Registers that are no case; case_id is the stream's name.
CREATE TABLE fact_register (
  stream text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, from_position bigint NOT NULL, to_position bigint NOT NULL DEFAULT 9223372036854775807,
  type text NOT NULL, unit text, activity text, valid_from date, valid_to date, at timestamptz, kinds text[]
);

-- Every other record: what it counts as at each position. What its own type knows of it is `facts`; its words are nowhere here.
CREATE TABLE fact_record (
  stream text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, from_position bigint NOT NULL, to_position bigint NOT NULL DEFAULT 9223372036854775807,
  family text NOT NULL, number text NOT NULL, unit text NOT NULL, owner uuid, status text NOT NULL, due date, closed boolean NOT NULL, version integer NOT NULL,
  facts jsonb NOT NULL
);

-- One row per case as it stands: the work list, the columns that decide who sees it (visible.ts), and what a unit's figures need for
-- thousands at a time: not answered, effect not judged, its causes by what it is about (`<cause> <list>:<code>`).
CREATE TABLE case_list (
  case_id uuid NOT NULL, version integer NOT NULL, number text NOT NULL, kind text NOT NULL, stage text NOT NULL, since timestamptz NOT NULL,
  unit text, law_areas text[], handler uuid, lead uuid, reporter uuid, barred uuid[] NOT NULL, excepted uuid[] NOT NULL DEFAULT '{}', called text[] NOT NULL DEFAULT '{}', carried_on_by uuid[] NOT NULL DEFAULT '{}', secrecy boolean NOT NULL DEFAULT false, received_at timestamptz NOT NULL,
  next_due timestamptz, next_rule text, next_basis text, next_owner text, opinion_type text, source text, diary_number text,
  closed_at timestamptz, cancelled_at timestamptz, duplicate_of uuid, done boolean NOT NULL, codes text[] NOT NULL,
  unanswered boolean NOT NULL DEFAULT false, unjudged boolean NOT NULL DEFAULT false, crossings text[] NOT NULL DEFAULT '{}', awaits text,
  -- Why the case is marked: a message waits for an answer (also when it is closed), or it was opened again.
  flag text,
  -- A second person is asked to confirm something: the owners (`role@unit`) who may, and the one who asked.
  seconds text[] NOT NULL DEFAULT '{}', asked_by uuid[] NOT NULL DEFAULT '{}',
  -- What its heading is made of: what it is about (`list:code`), whether it is a mirror of a provider's case, and the position of its written title.
  about text[] NOT NULL DEFAULT '{}', mirror boolean NOT NULL DEFAULT false, titled_at bigint
);

-- The version applied of each stream, to recognise a repeat (docs/engine.md#projections).
CREATE TABLE projected (stream text COLLATE "C" NOT NULL, version integer NOT NULL, position bigint NOT NULL);

-- The checkpoint of each feed, by partition of the topic; partition 0 for the store itself. `active`: the one that the projector reads.
CREATE TABLE feed (feed text NOT NULL CHECK (feed IN ('kafka', 'store')), partition integer NOT NULL, position bigint NOT NULL, PRIMARY KEY (feed, partition));
CREATE TABLE active_feed (single boolean PRIMARY KEY DEFAULT true CHECK (single), feed text NOT NULL);

-- Days with the running number of the working day, to count working days by a subtraction.
CREATE TABLE calendar_day (day date NOT NULL, workday integer NOT NULL);
