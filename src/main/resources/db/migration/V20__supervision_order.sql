-- 督办单: numbered day by day; what is written in one stands in the history of its case, where words can be erased.
CREATE TABLE supervision_order_day (
  day  date PRIMARY KEY,
  last integer NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON supervision_order_day TO "${service_role}";

CREATE TABLE supervision_order (
  number      text PRIMARY KEY,
  case_number text NOT NULL,
  -- OVERDUE, REWORKED or ORDERED.
  basis       text NOT NULL,
  -- The receiver.
  unit        text NOT NULL,
  issuer      text NOT NULL,
  issued_at   timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,
  due_provisional boolean NOT NULL,
  answered_at timestamptz,
  closed_at   timestamptz
);
CREATE INDEX supervision_order_open ON supervision_order (case_number) WHERE closed_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON supervision_order TO "${service_role}";
