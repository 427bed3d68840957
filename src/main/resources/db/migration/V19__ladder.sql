-- The ladder of supervision: one row a countdown says when to look at it next, whatever its rungs are.
CREATE TABLE wake_up (
  countdown bigint PRIMARY KEY REFERENCES countdown,
  number    text NOT NULL,
  -- Empty while there is nothing to wait for.
  at        timestamptz
);
CREATE INDEX wake_up_due ON wake_up (at) WHERE at IS NOT NULL;
CREATE INDEX wake_up_of_case ON wake_up (number);
GRANT SELECT, INSERT, UPDATE ON wake_up TO "${service_role}";

-- Which rungs of a countdown are over: each is told once, whoever finds it due.
CREATE TABLE told_rung (
  countdown bigint NOT NULL REFERENCES countdown,
  rung      text NOT NULL,
  number    text NOT NULL,
  -- TOLD; SKIPPED, because it was not true when its time came; TAKEN_BACK before anybody read it, so it is told anew.
  state     text NOT NULL,
  told_at   timestamptz NOT NULL,
  -- The messages that tell of nothing else: withdrawn if the case moves before they are sent.
  posted    bigint[] NOT NULL,
  PRIMARY KEY (countdown, rung)
);
CREATE INDEX told_rung_of_case ON told_rung (number);
GRANT SELECT, INSERT, UPDATE ON told_rung TO "${service_role}";

-- The reminders before it wait no more; older replicas may still write there until they are stopped.
UPDATE reminder SET state = 'STOPPED' WHERE state = 'WAITING';

DO $$ BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW due_instant AS ' || rtrim(pg_get_viewdef('due_instant'::regclass), ';')
    || ' UNION ALL SELECT at FROM wake_up WHERE at IS NOT NULL';
END $$;
