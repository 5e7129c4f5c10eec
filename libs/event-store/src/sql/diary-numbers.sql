-- Finds the events that gave a case a diary number, by its digits. Numbers given before this function existed are found too.
CREATE INDEX events_diary_number ON store.events (regexp_replace(coalesce(open ->> 'diaryNumber', open #>> '{set,diaryNumber}'), '[^1-9]', '', 'g'))
  WHERE coalesce(open ->> 'diaryNumber', open #>> '{set,diaryNumber}') IS NOT NULL;
