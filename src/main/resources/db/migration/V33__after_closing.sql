-- 重办: how often a case was opened once more because its reporter was not content.
ALTER TABLE case_file ADD COLUMN reopened integer NOT NULL DEFAULT 0;

-- 回访: whoever reported is asked once each time the case closes; round 1 is after a 重办. Who they are stands elsewhere.
CREATE TABLE return_visit (
  case_number text NOT NULL,
  round       integer NOT NULL,
  asked_at    timestamptz NOT NULL,
  until_at    timestamptz NOT NULL,
  -- CONTENT, FAIR, DISCONTENT, SILENT or UNREACHED; nothing while it is awaited.
  answer      text,
  answered_at timestamptz,
  PRIMARY KEY (case_number, round)
);
CREATE INDEX return_visit_awaited ON return_visit (until_at) WHERE answer IS NULL;
GRANT SELECT, INSERT, UPDATE ON return_visit TO "${service_role}";

-- Added to whatever comes due already.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW due_instant AS ' || rtrim(pg_get_viewdef('due_instant'::regclass), '; ')
    || ' UNION ALL SELECT until_at FROM return_visit WHERE answer IS NULL';
END $$;
