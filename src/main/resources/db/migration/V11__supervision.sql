-- Reminders of deadlines: due rows, one per case and rung, so that each is told once whoever finds it due.
CREATE TABLE reminder (
  number   text NOT NULL REFERENCES case_file (number),
  rung     text NOT NULL,
  -- The limit runs round the clock, so people are told at once, in the night too.
  any_hour boolean NOT NULL,
  at       timestamptz NOT NULL,
  -- WAITING; TOLD; STOPPED, because nothing was owed when it came due: it waits again once the case moves on.
  state    text NOT NULL DEFAULT 'WAITING',
  -- What was promised to the outbox: withdrawn if the case moves before it is sent.
  posted   bigint[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (number, rung)
);
CREATE INDEX reminder_due ON reminder (at) WHERE state = 'WAITING';
GRANT SELECT, INSERT, UPDATE ON reminder TO "${service_role}";
-- Cases that are open already: those that are overdue by now are known to be.
INSERT INTO reminder (number, rung, any_hour, at)
SELECT number, 'AFTER', false, due_at FROM case_file WHERE closed_at IS NULL AND due_at > service_now();

-- When the next digest of a kind is made.
CREATE TABLE digest_due (
  kind text PRIMARY KEY,
  at   timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON digest_due TO "${service_role}";

-- Every digest as it was sent, once per kind, day and person; never changed afterwards.
CREATE TABLE digest_sent (
  kind      text NOT NULL,
  day       date NOT NULL,
  recipient text NOT NULL,
  made_at   timestamptz NOT NULL,
  text      text NOT NULL,
  -- False: it was too late in the day, so it was kept and not sent.
  posted    boolean NOT NULL,
  PRIMARY KEY (kind, day, recipient)
);
GRANT SELECT, INSERT ON digest_sent TO "${service_role}";

-- Both join the instants at which something comes due, whatever is in there already.
DO $$ BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW due_instant AS ' || rtrim(pg_get_viewdef('due_instant'::regclass), ';')
    || ' UNION ALL SELECT at FROM reminder WHERE state = ''WAITING'' UNION ALL SELECT at FROM digest_due';
END $$;
