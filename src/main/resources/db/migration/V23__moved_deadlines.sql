-- Deadlines that a changed calendar moved: due rows, so that whoever owes the cases is told of all of them at once.
CREATE TABLE moved_deadline (
  number  text PRIMARY KEY REFERENCES case_file (number),
  -- The deadline that people know; what it is now stands in the case.
  was     timestamptz NOT NULL,
  told_at timestamptz
);
CREATE INDEX moved_deadline_untold ON moved_deadline (number) WHERE told_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON moved_deadline TO "${service_role}";
