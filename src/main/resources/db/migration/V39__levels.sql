-- 上交, 提级, 下派: a community, the town and the district hand a case up and down between them.
ALTER TABLE assignment
  ADD COLUMN of_district boolean NOT NULL DEFAULT false,
  ADD COLUMN handed_up   boolean NOT NULL DEFAULT false;

-- Why a case ended without a result, so that every end can be counted: 移送, 并案, or one of the town's own lists.
ALTER TABLE case_file
  ADD COLUMN changed_level integer NOT NULL DEFAULT 0,
  ADD COLUMN end_reason    text;

UPDATE case_file SET end_reason = CASE stage WHEN 'MERGED' THEN '并案' ELSE '其他' END
 WHERE stage IN ('DECLINED', 'VOIDED', 'MERGED');

-- 办结口径: how every case that is over ended, as a code that can be counted.
CREATE VIEW case_ending AS
  SELECT number, stage, closed_at, CASE stage WHEN 'CLOSED' THEN outcome ELSE end_reason END AS code
    FROM case_file WHERE stage IN ('CLOSED', 'DECLINED', 'VOIDED', 'MERGED');
GRANT SELECT ON case_ending TO "${service_role}";
