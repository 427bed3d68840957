-- Two marks by which the watches find the cases that lag behind, however many are open.
-- counted: its countdowns are there. halted: the town has stopped its clock. The service keeps both with every move.
ALTER TABLE case_file ADD COLUMN counted boolean NOT NULL DEFAULT true;
ALTER TABLE case_file ADD COLUMN halted boolean NOT NULL DEFAULT false;
UPDATE case_file c SET counted = false
 WHERE registered_at IS NOT NULL AND closed_at IS NULL AND NOT EXISTS (SELECT FROM countdown WHERE case_id = c.id);
UPDATE case_file SET halted = true WHERE id IN (SELECT case_id FROM ledger_row WHERE kind = 'TOWN' AND to_at IS NULL);
-- What an older replica files does not say so, and is looked at once.
ALTER TABLE case_file ALTER COLUMN counted SET DEFAULT false;

DROP INDEX case_file_running;
CREATE INDEX case_file_running ON case_file (halted, number) WHERE registered_at IS NOT NULL AND closed_at IS NULL;
CREATE INDEX case_file_uncounted ON case_file (id)
 WHERE registered_at IS NOT NULL AND closed_at IS NULL AND NOT counted;
DROP INDEX ledger_row_town;

-- For the hourly look at whether every open case has somebody and something to come.
CREATE INDEX case_file_standing ON case_file (stage, number) WHERE closed_at IS NULL;
CREATE INDEX case_file_number_open ON case_file (number) WHERE closed_at IS NULL;
CREATE INDEX wake_up_to_come ON wake_up (number) WHERE at IS NOT NULL;
CREATE INDEX assignment_unit ON assignment (unit) WHERE ended_at IS NULL;

-- 无人跟进: when that look is next due, what it last found, and when people were last told. It is no due_instant: nobody is
-- promised anything by the hour, and a wound clock need not halt at every one.
CREATE TABLE unattended_look (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  at       timestamptz NOT NULL,
  told_on  date,
  owner    bigint NOT NULL DEFAULT 0,
  wake_up  bigint NOT NULL DEFAULT 0
);
-- Not at once: cases of an older version may still have to be given their countdowns.
INSERT INTO unattended_look (at) VALUES (service_now() + interval '1 hour');
GRANT SELECT, INSERT, UPDATE ON unattended_look TO "${service_role}";
