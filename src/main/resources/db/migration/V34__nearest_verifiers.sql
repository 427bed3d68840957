-- 核查等待: until when the nearest verifiers have a case to themselves; then all others are asked, too.
CREATE TABLE verification_wait (
  case_number text PRIMARY KEY,
  until_at    timestamptz NOT NULL
);
CREATE INDEX verification_wait_until ON verification_wait (until_at);
GRANT SELECT, INSERT, DELETE ON verification_wait TO "${service_role}";

-- Added to whatever comes due already.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW due_instant AS ' || rtrim(pg_get_viewdef('due_instant'::regclass), '; ')
    || ' UNION ALL SELECT until_at FROM verification_wait';
END $$;
