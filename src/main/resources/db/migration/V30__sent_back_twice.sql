-- 退回两次, then a leader designates the unit: how often a case was sent back, by whom last, and whether it was designated.
ALTER TABLE case_file
  ADD COLUMN sent_back    integer NOT NULL DEFAULT 0,
  ADD COLUMN sent_back_by text,
  ADD COLUMN designated   boolean NOT NULL DEFAULT false;

UPDATE case_file c
   SET sent_back = h.times, sent_back_by = h.unit
  FROM (SELECT case_id, count(*) AS times,
               (array_agg(substring(facts FROM '(?n)^unit=(.*)$') ORDER BY seq DESC))[1] AS unit
          FROM history_entry WHERE move = '退回派遣' AND facts LIKE '%why=SENT_BACK%' GROUP BY case_id) h
 WHERE h.case_id = c.id;
