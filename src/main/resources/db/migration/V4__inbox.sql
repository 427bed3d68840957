-- Inbox: what failed through our fault is heard again by itself; a reply that could not go back in-band goes out once.
ALTER TABLE inbox
  -- How often it was heard in vain.
  ADD COLUMN tries integer NOT NULL DEFAULT 0,
  -- By clock_timestamp(). A replica that does not know of retries leaves it empty: nobody takes such a row up by itself.
  ADD COLUMN retry_at timestamptz,
  -- Whether administrators were told that it is parked.
  ADD COLUMN announced boolean NOT NULL DEFAULT false,
  -- Whether an answer went out through the outbox.
  ADD COLUMN answered_late boolean NOT NULL DEFAULT false;
CREATE INDEX inbox_unfinished ON inbox (state, retry_at) WHERE state IN ('RETRY', 'PARKED');
-- Whoever sent these was asked to send them again, and has: they wait for an administrator, not for a loop.
UPDATE inbox SET state = 'PARKED', tries = 1 WHERE state = 'RETRY';

-- How much somebody has said within one minute.
ALTER TABLE conversation
  ADD COLUMN minute timestamptz,
  ADD COLUMN said integer NOT NULL DEFAULT 0;
