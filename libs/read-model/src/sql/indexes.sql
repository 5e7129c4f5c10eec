-- Made last in a rebuild. The key of each table finds the open row to close; the second column of the others makes any asOf
-- cheap, since most old versions end before it.
ALTER TABLE fact_case ADD PRIMARY KEY (case_id, from_position);
ALTER TABLE fact_step ADD PRIMARY KEY (case_id, key, from_position);
ALTER TABLE fact_duty ADD PRIMARY KEY (case_id, key, from_position);
ALTER TABLE fact_action ADD PRIMARY KEY (case_id, key, from_position);
ALTER TABLE fact_register ADD PRIMARY KEY (stream, key, from_position);
ALTER TABLE case_list ADD PRIMARY KEY (case_id);
ALTER TABLE projected ADD PRIMARY KEY (stream);
ALTER TABLE calendar_day ADD PRIMARY KEY (day);
-- A year of these is hundreds of thousands of rows: what its tables count is read from the index alone.
CREATE INDEX fact_case_received ON fact_case (received_on, to_position)
  INCLUDE (from_position, case_id, kind, unit, unit_then, cancelled_at, duplicate_of, imported, opinion_type);
-- A table is of one kind mostly: a tenth of the year's cases.
CREATE INDEX fact_case_kind ON fact_case (kind, received_on, to_position)
  INCLUDE (from_position, case_id, unit, unit_then, cancelled_at, duplicate_of, imported, opinion_type, source, source_name);
CREATE INDEX fact_duty_received ON fact_duty (received_on, to_position)
  INCLUDE (from_position, case_id, rule, rule_version, due_at, target_at, closed_at, closed_as, escalation, recalculated);
CREATE INDEX fact_action_received ON fact_action (received_on, to_position)
  INCLUDE (from_position, case_id, key, area, horizon, status, due_at, effect_due_at, effect);
-- The cases of one event, on each case's page.
CREATE INDEX fact_case_incident ON fact_case (incident_id, to_position);
CREATE INDEX fact_step_type ON fact_step (type, on_date) INCLUDE (case_id, from_position, to_position, code, code2, flag);
-- Holds also who may see a case and whom it waits for: the fifty of a page may come after thousands that are skipped.
CREATE INDEX case_list_due ON case_list (done, next_due, received_at DESC, case_id) INCLUDE (unit, kind, law_areas, handler, lead, reporter, stage, next_owner, awaits);
-- A list in the order of receipt, in both directions; without it every visible case would be sorted for the first fifty. What came in during
-- a period is counted from it alone, by unit, by cause and by what it was about.
CREATE INDEX case_list_received ON case_list (received_at DESC, case_id)
  INCLUDE (unit, kind, law_areas, handler, lead, reporter, cancelled_at, duplicate_of, crossings);
-- A tenth of all cases is open, and everybody's counts are of those: counted from the index alone.
CREATE INDEX case_list_open ON case_list (unit)
  INCLUDE (case_id, kind, law_areas, handler, lead, reporter, done, stage, next_due, next_owner, received_at, cancelled_at, unanswered, awaits) WHERE NOT done;
CREATE INDEX case_list_unjudged ON case_list (unit) INCLUDE (case_id, kind, law_areas, handler, lead, reporter) WHERE unjudged;
CREATE INDEX case_list_unit ON case_list (unit, done, next_due);
CREATE INDEX case_list_handler ON case_list (handler) WHERE handler IS NOT NULL;
CREATE INDEX case_list_reporter ON case_list (reporter) WHERE reporter IS NOT NULL;
-- What has ended since a day, to count what was open on it.
CREATE INDEX case_list_closed ON case_list (closed_at)
  INCLUDE (case_id, unit, kind, law_areas, handler, lead, reporter, done, received_at, cancelled_at) WHERE closed_at IS NOT NULL;
CREATE INDEX case_list_kind ON case_list (kind, done, next_due, received_at DESC, case_id);
CREATE INDEX case_list_stage ON case_list (stage, next_due, received_at DESC, case_id);
-- A number is searched by its beginning or its end.
CREATE UNIQUE INDEX case_list_number ON case_list (upper(number) text_pattern_ops);
CREATE INDEX case_list_diary ON case_list (upper(diary_number) text_pattern_ops) WHERE diary_number IS NOT NULL;
CREATE INDEX case_list_number_end ON case_list (reverse(upper(number)) text_pattern_ops);
CREATE INDEX case_list_diary_end ON case_list (reverse(upper(diary_number)) text_pattern_ops) WHERE diary_number IS NOT NULL;
-- Sorted as numbers: KLA-2026-9999 comes before KLA-2026-10000.
CREATE INDEX case_list_number_order ON case_list (split_part(number, '-', 1), split_part(number, '-', 2), length(number), number);
-- Few cases bar anybody, need somebody by name of a role, are carried on by another, wait for a second person or have a message nobody has answered.
CREATE INDEX case_list_barred ON case_list USING gin (barred) WHERE barred <> '{}';
CREATE INDEX case_list_called ON case_list USING gin (called) WHERE called <> '{}';
CREATE INDEX case_list_carried_on ON case_list (case_id) WHERE carried_on_by <> '{}';
CREATE INDEX case_list_seconds ON case_list (case_id) WHERE seconds <> '{}';
CREATE INDEX case_list_written ON case_list (handler) WHERE flag = 'written';
CREATE INDEX case_list_codes ON case_list USING gin (codes);
-- A record as it stands, and the records of a unit, soonest first.
CREATE UNIQUE INDEX fact_record_current ON fact_record (stream) WHERE to_position = 9223372036854775807;
CREATE INDEX fact_record_list ON fact_record (family, unit, closed, due) WHERE to_position = 9223372036854775807;
CREATE INDEX fact_record_stream ON fact_record (stream, to_position);
