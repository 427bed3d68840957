-- 抽查: what communities handled themselves with photos, and whether it was drawn to be verified, until that has its effect.
CREATE TABLE community_sample (
  case_number text PRIMARY KEY,
  drawn       boolean NOT NULL,
  at          timestamptz NOT NULL
);
CREATE INDEX community_sample_at ON community_sample (at);
GRANT SELECT, INSERT, UPDATE, DELETE ON community_sample TO "${service_role}";

-- Added to whatever comes due already.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW due_instant AS ' || rtrim(pg_get_viewdef('due_instant'::regclass), '; ')
    || ' UNION ALL SELECT at FROM community_sample';
END $$;
