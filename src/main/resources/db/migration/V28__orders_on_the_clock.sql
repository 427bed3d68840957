-- 督办单: its answer is owed by a countdown of its case, which stands still and is reminded of like any other.
CREATE UNIQUE INDEX countdown_of_order ON countdown (name) WHERE kind = 'ORDER';

-- One that is issued while its clock stands still has no deadline yet.
ALTER TABLE supervision_order ALTER COLUMN due_at DROP NOT NULL, ALTER COLUMN due_provisional DROP NOT NULL;

-- The orders as they stand now. One from before this, or of an older replica, has the deadline it was issued with.
CREATE VIEW supervision_order_now AS
  SELECT o.number, o.case_number, o.basis, o.unit, o.issuer, o.issued_at, o.answered_at, o.closed_at,
         CASE WHEN c.id IS NULL THEN o.due_at ELSE c.due_at END AS due_at,
         coalesce(c.due_provisional, o.due_provisional) AS due_provisional,
         -- Its unit may have lost the case, or the case may be over.
         o.answered_at IS NULL AND c.ended_at IS NULL AS owed
    FROM supervision_order o
    LEFT JOIN countdown c ON c.kind = 'ORDER' AND c.name = o.number;
GRANT SELECT ON supervision_order_now TO "${service_role}";
CREATE INDEX supervision_order_standing ON supervision_order (issued_at) WHERE closed_at IS NULL;

-- 蓝牌, 黄牌, 红牌: BLUE, YELLOW or RED, where the rung had one when it was told.
ALTER TABLE told_rung ADD colour text;

-- The gravest colour of what runs of a case.
CREATE VIEW case_colour AS
  SELECT DISTINCT ON (t.number) t.number, t.colour
    FROM told_rung t
    JOIN countdown c ON c.id = t.countdown AND c.ended_at IS NULL
   WHERE t.state = 'TOLD' AND t.colour IS NOT NULL
   ORDER BY t.number, array_position(ARRAY['RED', 'YELLOW', 'BLUE'], t.colour);
GRANT SELECT ON case_colour TO "${service_role}";
