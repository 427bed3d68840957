-- 全镇停时: force majeure for the whole town; every open case is brought to it one by one.
CREATE SEQUENCE town_halt_seq;
CREATE TABLE town_halt (
  id      bigint PRIMARY KEY DEFAULT nextval('town_halt_seq'),
  reason  text NOT NULL,
  from_at timestamptz NOT NULL,
  to_at   timestamptz
);
-- One at a time.
CREATE UNIQUE INDEX town_halt_open ON town_halt ((true)) WHERE to_at IS NULL;
GRANT USAGE ON town_halt_seq TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON town_halt TO "${service_role}";
CREATE INDEX ledger_row_town ON ledger_row (case_id) WHERE kind = 'TOWN' AND to_at IS NULL;
