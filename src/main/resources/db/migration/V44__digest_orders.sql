-- 批示 about a digest, or about something in it that is no single case: for the duty officer, numbered with all other orders.
CREATE TABLE digest_order (
  number      text PRIMARY KEY,
  about       text NOT NULL,
  requirement text NOT NULL,
  issuer      text NOT NULL,
  issued_at   timestamptz NOT NULL,
  due_at      timestamptz NOT NULL,
  due_provisional boolean NOT NULL,
  answer      text NOT NULL DEFAULT '',
  answered_at timestamptz,
  opinion     text NOT NULL DEFAULT '',
  closed_at   timestamptz,
  -- When both sides are told that there is no answer; empty once they were, or need not be.
  remind_at   timestamptz
);
CREATE INDEX digest_order_remind ON digest_order (remind_at) WHERE remind_at IS NOT NULL;
CREATE INDEX digest_order_standing ON digest_order (issued_at) WHERE closed_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON digest_order TO "${service_role}";

-- They are orders among the others, of no case; and what comes due of them comes due as everything else.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW supervision_order_now AS '
    || rtrim(pg_get_viewdef('supervision_order_now'::regclass), '; ')
    || ' UNION ALL SELECT number, '''', ''INSTRUCTED'', ''DUTY_OFFICER'', issuer, issued_at, answered_at, closed_at,'
    || ' due_at, due_provisional, answered_at IS NULL AND closed_at IS NULL FROM digest_order';
  EXECUTE 'CREATE OR REPLACE VIEW due_instant AS ' || rtrim(pg_get_viewdef('due_instant'::regclass), '; ')
    || ' UNION ALL SELECT remind_at FROM digest_order WHERE remind_at IS NOT NULL';
END $$;
