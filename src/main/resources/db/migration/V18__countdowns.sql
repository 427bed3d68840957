-- 计时: every limit of a case as a row of its own. What is due is derived from its start, its limit and the ledger.
CREATE SEQUENCE countdown_seq INCREMENT BY 50;
CREATE TABLE countdown (
  id              bigint PRIMARY KEY,
  case_id         bigint NOT NULL REFERENCES case_file,
  -- WHOLE, LEG or STAGE.
  kind            text NOT NULL,
  name            text NOT NULL,
  time_limit      text NOT NULL,
  shift           text,
  -- Empty for a leg that is still to come.
  started_at      timestamptz,
  -- Empty while it stands still.
  due_at          timestamptz,
  due_provisional boolean NOT NULL DEFAULT false,
  -- Which calendar the deadline was derived by.
  calendar        text NOT NULL,
  met_at          timestamptz,
  ended_at        timestamptz
);
CREATE INDEX countdown_of_case ON countdown (case_id);
-- Those that run, by the calendar they go by: a changed one leaves some to derive anew.
CREATE INDEX countdown_running ON countdown (calendar) WHERE started_at IS NOT NULL AND ended_at IS NULL;
GRANT USAGE ON countdown_seq TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON countdown TO "${service_role}";

-- 计时账: what stops the clocks of a case, or gives them more time.
CREATE SEQUENCE ledger_row_seq INCREMENT BY 50;
CREATE TABLE ledger_row (
  id        bigint PRIMARY KEY,
  case_id   bigint NOT NULL REFERENCES case_file,
  -- SUSPENSION, LEGAL, REPORTER, TOWN; EXTENSION, which takes no time and says how much more there is.
  kind      text NOT NULL,
  from_at   timestamptz NOT NULL,
  to_at     timestamptz,
  -- When the clocks go on by themselves.
  review_at timestamptz,
  more      text
);
CREATE INDEX ledger_row_of_case ON ledger_row (case_id);
CREATE INDEX ledger_row_review ON ledger_row (review_at) WHERE to_at IS NULL AND review_at IS NOT NULL;
GRANT USAGE ON ledger_row_seq TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON ledger_row TO "${service_role}";

-- 申请: what a unit asked for; who has to agree to it, and who has.
CREATE SEQUENCE case_request_seq INCREMENT BY 50;
CREATE TABLE case_request (
  id         bigint PRIMARY KEY,
  case_id    bigint NOT NULL REFERENCES case_file,
  kind       text NOT NULL,
  asked_by   uuid NOT NULL,
  asked_at   timestamptz NOT NULL,
  time_limit text NOT NULL,
  awaits     text NOT NULL,
  agreed_by  uuid,
  state      text NOT NULL
);
CREATE INDEX case_request_of_case ON case_request (case_id);
GRANT USAGE ON case_request_seq TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON case_request TO "${service_role}";

-- Cases that are open already have no countdown; the service makes up theirs by the rules each was registered under.
CREATE INDEX case_file_running ON case_file (id) WHERE registered_at IS NOT NULL AND closed_at IS NULL;

-- A clock that goes on by itself joins the instants at which something comes due, whatever is in there already.
DO $$ BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW due_instant AS ' || rtrim(pg_get_viewdef('due_instant'::regclass), ';')
    || ' UNION ALL SELECT review_at FROM ledger_row WHERE to_at IS NULL AND review_at IS NOT NULL';
END $$;
