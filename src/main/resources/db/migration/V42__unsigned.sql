-- 无人签收: a unit had the case and nobody there signed in time, so a leader says whose it is.
ALTER TABLE case_file ADD COLUMN unsigned boolean NOT NULL DEFAULT false;

-- Since when somebody was to sign: anew once whoever signed has left.
ALTER TABLE assignment ADD COLUMN unsigned_since timestamptz;
UPDATE assignment SET unsigned_since = assigned_at;
-- An older replica does not write it.
ALTER TABLE assignment ALTER COLUMN unsigned_since SET DEFAULT service_now(), ALTER COLUMN unsigned_since SET NOT NULL;

-- 签收期限: until when somebody has to sign.
CREATE TABLE unsigned_wait (
  case_number text PRIMARY KEY,
  until_at    timestamptz NOT NULL
);
CREATE INDEX unsigned_wait_until ON unsigned_wait (until_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON unsigned_wait TO "${service_role}";

-- What lies unsigned already is looked at a day from now, and by then its unit has been told of it by the ladder.
INSERT INTO unsigned_wait (case_number, until_at)
SELECT DISTINCT c.number, service_now() + interval '24 hours'
  FROM case_file c JOIN assignment a ON a.case_id = c.id
 WHERE c.stage = 'DISPOSAL' AND a.part = 'LEAD' AND a.ended_at IS NULL AND a.result_at IS NULL AND a.signed_at IS NULL;

-- Added to whatever comes due already.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW due_instant AS ' || rtrim(pg_get_viewdef('due_instant'::regclass), '; ')
    || ' UNION ALL SELECT until_at FROM unsigned_wait';
END $$;
