-- 外部编号: by what others know a case: 案号 LEGAL of a penalty case, the number by which the
-- district gave it to the town ASSIGNED, the receipt of the district DISTRICT, and of whom it was
-- sent away to SENT_AWAY. What is struck out stays; the history says by whom and why.
CREATE TABLE outside_number (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id    bigint NOT NULL REFERENCES case_file,
  kind       text NOT NULL CHECK (kind IN ('LEGAL', 'ASSIGNED', 'DISTRICT', 'SENT_AWAY')),
  number     text NOT NULL,
  -- Code of the district's unit, or name of whom it was sent away to; erasable like all words.
  holder     text NOT NULL DEFAULT '',
  leg        text NOT NULL DEFAULT '',
  added_at   timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE INDEX outside_number_case ON outside_number (case_id);
GRANT SELECT, INSERT, UPDATE ON outside_number TO "${service_role}";
