-- A row of the default partition leaves by when it came, too, for its day may be nonsense: a push without a CreateTime is
-- of 1970, and must be known again for as long as any other.
DROP FUNCTION keep_partitions(text, text, text, date, integer);

-- Makes the partitions of this week and the two after it, and drops what is older than keep_days; what is unfinished in
-- there moves to the default partition and stays. Only the owner may do so, so the service asks by the two functions below.
CREATE FUNCTION keep_partitions(parent text, day_column text, came_column text, unfinished text, today date, keep_days integer)
RETURNS void LANGUAGE plpgsql AS $$
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
  EXECUTE format('DELETE FROM %I WHERE %I < %L AND %I < %L AND state NOT IN (%s)', parent || '_other', day_column,
    today - keep_days, came_column, today - keep_days, unfinished);
END $$;
REVOKE ALL ON FUNCTION keep_partitions(text, text, text, text, date, integer) FROM PUBLIC;

CREATE OR REPLACE FUNCTION keep_inbox(keep_days integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
  SELECT keep_partitions('inbox', 'said_on', 'received_at', '''RETRY'', ''PARKED''',
    (service_now() AT TIME ZONE 'UTC')::date, greatest(keep_days, 7))
$$;
CREATE OR REPLACE FUNCTION keep_outbox(keep_days integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
  SELECT keep_partitions('outbox', 'posted_on', 'posted_at', '''PENDING'', ''SENDING'', ''AMBIGUOUS''',
    (service_now() AT TIME ZONE 'UTC')::date, greatest(keep_days, 7))
$$;
