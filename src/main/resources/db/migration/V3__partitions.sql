-- Inbox and outbox leave by the week once they are finished and old. The new tables take the statements of the old
-- replicas as they are: what an old replica does not tell, the defaults say.

ALTER TABLE inbox RENAME TO inbox_before;
ALTER TABLE inbox_before RENAME CONSTRAINT inbox_pkey TO inbox_before_pkey;
ALTER TABLE inbox_before RENAME CONSTRAINT inbox_second_key_key TO inbox_before_second_key_key;
-- A push repeated carries the same CreateTime, so that the day of it and the key are unique together.
CREATE TABLE inbox (
  key         text NOT NULL,
  said_on     date NOT NULL DEFAULT (service_now() AT TIME ZONE 'UTC')::date,
  second_key  text,
  sender      text NOT NULL,
  type        text NOT NULL,
  xml         text NOT NULL,
  received_at timestamptz NOT NULL,
  state       text NOT NULL,
  reply       text NOT NULL,
  error       text,
  PRIMARY KEY (key, said_on),
  UNIQUE (second_key, said_on)
) PARTITION BY RANGE (said_on);
CREATE TABLE inbox_other PARTITION OF inbox DEFAULT;
INSERT INTO inbox (key, said_on, second_key, sender, type, xml, received_at, state, reply, error)
SELECT key, (received_at AT TIME ZONE 'UTC')::date, second_key, sender, type, xml, received_at, state, reply, error
  FROM inbox_before;
DROP TABLE inbox_before;
GRANT SELECT, INSERT, UPDATE ON inbox TO "${service_role}";

DROP VIEW due_instant;
ALTER TABLE outbox RENAME TO outbox_before;
ALTER TABLE outbox_before RENAME CONSTRAINT outbox_pkey TO outbox_before_pkey;
ALTER INDEX outbox_due RENAME TO outbox_before_due;
ALTER INDEX outbox_lane RENAME TO outbox_before_lane;
ALTER INDEX outbox_throttle RENAME TO outbox_before_throttle;
CREATE TABLE outbox (
  position      bigint NOT NULL DEFAULT nextval('outbox_position'),
  posted_on     date NOT NULL DEFAULT (service_now() AT TIME ZONE 'UTC')::date,
  recipient     text NOT NULL,
  about         text NOT NULL,
  -- No list of kinds and states: a newer replica may know more of them, and an older one leaves those alone.
  kind          text NOT NULL,
  card_id       text,
  payload       text NOT NULL,
  posted_at     timestamptz NOT NULL,
  not_before    timestamptz NOT NULL,
  not_after     timestamptz,
  state         text NOT NULL DEFAULT 'PENDING',
  tries         integer NOT NULL DEFAULT 0,
  claim         uuid,
  claimed_until timestamptz,
  first_sent_at timestamptz,
  retry_at      timestamptz,
  finished_at   timestamptz,
  message_id    text,
  reason        text,
  PRIMARY KEY (position, posted_on)
) PARTITION BY RANGE (posted_on);
CREATE TABLE outbox_other PARTITION OF outbox DEFAULT;
CREATE INDEX outbox_due ON outbox (tries, not_before, position) WHERE state IN ('PENDING', 'SENDING', 'AMBIGUOUS');
CREATE INDEX outbox_lane ON outbox (recipient, about, position) WHERE state IN ('PENDING', 'SENDING', 'AMBIGUOUS');
CREATE INDEX outbox_throttle ON outbox (recipient, first_sent_at);
INSERT INTO outbox SELECT position, (posted_at AT TIME ZONE 'UTC')::date, recipient, about, kind, card_id, payload, posted_at,
    not_before, not_after, state, tries, claim, claimed_until, first_sent_at, retry_at, finished_at, message_id, reason
  FROM outbox_before;
DROP TABLE outbox_before;
GRANT SELECT, INSERT, UPDATE ON outbox TO "${service_role}";
CREATE VIEW due_instant AS SELECT not_before AS at FROM outbox WHERE state = 'PENDING';

-- Makes the partitions of this week and the two after it, and drops what is older than keep_days; what is unfinished in
-- there moves to the default partition and stays. Only the owner may do so, so the service asks by these two functions.
CREATE FUNCTION keep_partitions(parent text, day_column text, unfinished text, today date, keep_days integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  monday date := date_trunc('week', today)::date;
  week date;
  part text;
BEGIN
  FOR week IN SELECT monday + 7 * n FROM generate_series(0, 2) AS n LOOP
    part := parent || '_' || to_char(week, 'YYYYMMDD');
    IF to_regclass(part) IS NULL THEN
      EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', part, parent);
      EXECUTE format('WITH moved AS (DELETE FROM %I WHERE %I >= %L AND %I < %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
        parent || '_other', day_column, week, day_column, week + 7, part);
      EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, part, week, week + 7);
    END IF;
  END LOOP;
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = to_regclass(parent) AND c.relname ~ '_[0-9]{8}$'
       AND to_date(right(c.relname, 8), 'YYYYMMDD') + 7 <= today - keep_days
  LOOP
    EXECUTE format('ALTER TABLE %I DETACH PARTITION %I', parent, part);
    EXECUTE format('INSERT INTO %I SELECT * FROM %I WHERE state IN (%s)', parent, part, unfinished);
    EXECUTE format('DROP TABLE %I', part);
  END LOOP;
  EXECUTE format('DELETE FROM %I WHERE %I < %L AND state NOT IN (%s)', parent || '_other', day_column, today - keep_days, unfinished);
END $$;
REVOKE ALL ON FUNCTION keep_partitions(text, text, text, date, integer) FROM PUBLIC;

-- A push may be repeated for days: never less than seven.
CREATE FUNCTION keep_inbox(keep_days integer) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
SET lock_timeout = '2s' AS $$
  SELECT keep_partitions('inbox', 'said_on', '''RETRY'', ''PARKED''', (service_now() AT TIME ZONE 'UTC')::date, greatest(keep_days, 7))
$$;
CREATE FUNCTION keep_outbox(keep_days integer) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
SET lock_timeout = '2s' AS $$
  SELECT keep_partitions('outbox', 'posted_on', '''PENDING'', ''SENDING'', ''AMBIGUOUS''', (service_now() AT TIME ZONE 'UTC')::date,
    greatest(keep_days, 7))
$$;
REVOKE ALL ON FUNCTION keep_inbox(integer), keep_outbox(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_inbox(integer), keep_outbox(integer) TO "${service_role}";
SELECT keep_partitions('inbox', 'said_on', '''RETRY'', ''PARKED''', (service_now() AT TIME ZONE 'UTC')::date, 14);
SELECT keep_partitions('outbox', 'posted_on', '''PENDING'', ''SENDING'', ''AMBIGUOUS''', (service_now() AT TIME ZONE 'UTC')::date, 30);
