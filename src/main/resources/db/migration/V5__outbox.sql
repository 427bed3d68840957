-- What the relay learns of a message beside its tries, and what it learns of the wire for all of them. What an old
-- replica does not tell, the defaults say.
ALTER TABLE outbox
  -- Answers about this message alone; after five it is given up. An outage is nobody's fault.
  ADD COLUMN faults       integer NOT NULL DEFAULT 0,
  -- PARKED, and WeCom certainly does not have it: only such a message may be tried again.
  ADD COLUMN not_accepted boolean NOT NULL DEFAULT false,
  -- PARKED, and the administrators have been told.
  ADD COLUMN announced    boolean NOT NULL DEFAULT false,
  -- BUNDLED: the position of the message it is told inside.
  ADD COLUMN bundled_into bigint;

-- Whatever has no end yet holds back its lane, whether this program knows its state or not. A message told inside
-- another ends with that one, so both of these stay small.
DROP INDEX outbox_lane;
CREATE INDEX outbox_lane ON outbox (recipient, about, position) WHERE finished_at IS NULL;
CREATE INDEX outbox_told ON outbox (bundled_into) WHERE state = 'BUNDLED' AND finished_at IS NULL;
CREATE INDEX outbox_carrier ON outbox (bundled_into) WHERE bundled_into IS NOT NULL;
CREATE INDEX outbox_parked ON outbox (position) WHERE state = 'PARKED';

-- The wire is one for all replicas, and so is what is known of it. Closed: open_until is null.
CREATE TABLE wire_circuit (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  -- Counts openings and probes, so that the outcome of a send that began before them says nothing about after.
  generation bigint NOT NULL DEFAULT 0,
  failures   integer NOT NULL DEFAULT 0,
  openings   integer NOT NULL DEFAULT 0,
  open_until timestamptz,
  trouble    text,
  reason     text
);
INSERT INTO wire_circuit DEFAULT VALUES;
GRANT SELECT, UPDATE ON wire_circuit TO "${service_role}";

-- Messages that will not arrive: whoever owns their subject draws the consequence, once.
CREATE TABLE undeliverable (
  position   bigint PRIMARY KEY,
  recipient  text NOT NULL,
  about      text NOT NULL,
  kind       text NOT NULL,
  card_id    text,
  cause      text NOT NULL,
  reason     text NOT NULL,
  noticed_at timestamptz NOT NULL,
  handled_at timestamptz
);
CREATE INDEX undeliverable_open ON undeliverable (position) WHERE handled_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON undeliverable TO "${service_role}";
