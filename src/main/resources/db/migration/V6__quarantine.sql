-- A database that was restored stands still until an operator releases it: it may promise what has been sent long ago.
CREATE TABLE quarantine (
  only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  since         timestamptz NOT NULL,
  reason        text NOT NULL,
  taken_at      timestamptz NOT NULL,
  -- Outbox rows up to this position come from the backup, later ones were promised here.
  last_position bigint NOT NULL
);
-- Only the owner restores; the operator's command, which works as the service, may release.
GRANT SELECT, DELETE ON quarantine TO "${service_role}";

-- A replica reads here that the schema has become newer than itself, and lets its loops rest.
GRANT SELECT ON flyway_schema_history TO "${service_role}";
