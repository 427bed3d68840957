-- 多部门联动: one unit leads, others help; each has its own share, signs for it and hands in its own result.
ALTER TABLE assignment
  ADD COLUMN part      text NOT NULL DEFAULT 'LEAD' CHECK (part IN ('LEAD', 'CO_UNIT')),
  ADD COLUMN signed_by uuid,
  ADD COLUMN outcome   text;

UPDATE assignment a
   SET signed_by = (SELECT actor FROM history_entry
                     WHERE case_id = a.case_id AND move = '签收' AND at = a.signed_at ORDER BY seq DESC LIMIT 1)
 WHERE signed_at IS NOT NULL;

-- A result that failed verification is owed anew.
UPDATE assignment a SET result_at = NULL
  FROM case_file c
 WHERE c.id = a.case_id AND c.result_at IS NULL AND a.result_at IS NOT NULL
   AND a.id = (SELECT max(id) FROM assignment WHERE case_id = c.id);

-- The cards of an assignment are those of one unit: a case has several at once.
UPDATE sent_card s
   SET subject = s.subject || ' ' || (SELECT unit FROM assignment a JOIN case_file c ON c.id = a.case_id
                                       WHERE c.number = s.subject ORDER BY a.id DESC LIMIT 1)
 WHERE s.card = 'assignment'
   AND EXISTS (SELECT FROM case_file c JOIN assignment a ON a.case_id = c.id WHERE c.number = s.subject);
