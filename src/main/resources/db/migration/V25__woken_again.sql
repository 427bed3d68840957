-- The last rung of the ladder is told again and again now. Countdowns that slept for good after theirs, and running ones that
-- never had a row, are looked at once: whatever is owed finds its next time, all else goes back to sleep.
INSERT INTO wake_up (countdown, number, at)
SELECT t.id, c.number, service_now()
  FROM countdown t JOIN case_file c ON c.id = t.case_id
 WHERE t.started_at IS NOT NULL AND t.ended_at IS NULL AND t.due_at IS NOT NULL
ON CONFLICT (countdown) DO UPDATE SET at = excluded.at WHERE wake_up.at IS NULL;
