-- 代班: who is away and who stands in until when; nobody is away where somebody offered to be on duty 我值班.
CREATE SEQUENCE stand_in_seq;
CREATE TABLE stand_in (
  id       bigint PRIMARY KEY DEFAULT nextval('stand_in_seq'),
  unit     text NOT NULL,
  away     text,
  standby  text,
  from_at  timestamptz NOT NULL,
  -- It ends by itself; whoever is back earlier ends it then.
  until_at timestamptz NOT NULL,
  CHECK (away IS NOT NULL OR standby IS NOT NULL)
);
CREATE INDEX stand_in_of_unit ON stand_in (unit, until_at);
GRANT USAGE ON stand_in_seq TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON stand_in TO "${service_role}";
