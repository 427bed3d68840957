-- The first form of the record. The owner runs this; the service's role gets only what it needs, table by table.

-- One service clock. In production time_machine stays empty; play and tests wind it forward, as the owner.
CREATE TABLE time_machine (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  ahead    interval NOT NULL
);
CREATE FUNCTION service_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS
$$ SELECT clock_timestamp() + coalesce((SELECT ahead FROM time_machine), interval '0') $$;
GRANT SELECT ON time_machine TO "${service_role}";

-- Loops tell that they live; the time machine waits for a whole cycle of each after every step.
CREATE TABLE loop_beat (
  loop        text NOT NULL,
  replica     text NOT NULL,
  cycles      bigint NOT NULL,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (loop, replica)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON loop_beat TO "${service_role}";

-- bot-config: every snapshot that was ever in force, and the one that is.
CREATE TABLE config_snapshot (
  hash      text PRIMARY KEY,
  files     jsonb NOT NULL,
  loaded_at timestamptz NOT NULL
);
CREATE TABLE config_in_force (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  hash     text NOT NULL REFERENCES config_snapshot
);
GRANT SELECT, INSERT ON config_snapshot TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON config_in_force TO "${service_role}";

-- Chat: what was heard, what a person is in the middle of, which cards are out.
CREATE TABLE inbox (
  key         text PRIMARY KEY,
  second_key  text UNIQUE,
  sender      text NOT NULL,
  type        text NOT NULL,
  xml         text NOT NULL,
  received_at timestamptz NOT NULL,
  state       text NOT NULL CHECK (state IN ('DONE', 'REFUSED', 'RETRY')),
  reply       text NOT NULL,
  error       text
);
CREATE TABLE conversation (
  person  text PRIMARY KEY,
  expects text NOT NULL,
  subject text NOT NULL,
  since   timestamptz NOT NULL
);
CREATE TABLE sent_card (
  task_id       text PRIMARY KEY,
  person        text NOT NULL,
  card          text NOT NULL,
  subject       text NOT NULL,
  face          text NOT NULL,
  posted_at     timestamptz NOT NULL,
  outbox_position bigint NOT NULL,
  response_code text,
  code_until    timestamptz,
  spent         boolean NOT NULL DEFAULT false,
  open          boolean NOT NULL DEFAULT true
);
CREATE INDEX sent_card_open ON sent_card (subject) WHERE open;
GRANT SELECT, INSERT, UPDATE ON inbox, sent_card TO "${service_role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON conversation TO "${service_role}";

-- Outbox: one recipient a row; position is taken while the case is locked, so it is the order the case changed in.
CREATE SEQUENCE outbox_position CACHE 1;
CREATE TABLE outbox (
  position      bigint PRIMARY KEY DEFAULT nextval('outbox_position'),
  recipient     text NOT NULL,
  about         text NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('TEXT', 'CARD', 'CARD_UPDATE')),
  card_id       text,
  payload       text NOT NULL,
  posted_at     timestamptz NOT NULL,
  not_before    timestamptz NOT NULL,
  not_after     timestamptz,
  state         text NOT NULL DEFAULT 'PENDING'
                CHECK (state IN ('PENDING', 'SENDING', 'SENT', 'AMBIGUOUS', 'PARKED', 'EXPIRED', 'SUPERSEDED', 'BUNDLED')),
  tries         integer NOT NULL DEFAULT 0,
  claim         uuid,
  claimed_until timestamptz,
  first_sent_at timestamptz,
  retry_at      timestamptz,
  finished_at   timestamptz,
  message_id    text,
  reason        text
);
CREATE INDEX outbox_due ON outbox (tries, not_before, position) WHERE state IN ('PENDING', 'SENDING', 'AMBIGUOUS');
CREATE INDEX outbox_lane ON outbox (recipient, about, position) WHERE state IN ('PENDING', 'SENDING', 'AMBIGUOUS');
CREATE INDEX outbox_throttle ON outbox (recipient, first_sent_at);
GRANT USAGE ON outbox_position TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON outbox TO "${service_role}";

-- Instants at which something comes due by itself, by service_now(). Every table of due rows joins this view.
CREATE VIEW due_instant AS SELECT not_before AS at FROM outbox WHERE state = 'PENDING';

-- The access token, shared by replicas; a lease lets one of them replace it.
CREATE TABLE wecom_token (
  corp        text NOT NULL,
  agent       text NOT NULL,
  token       text NOT NULL,
  expires_at  timestamptz NOT NULL,
  lease       uuid,
  lease_until timestamptz,
  PRIMARY KEY (corp, agent)
);
GRANT SELECT, INSERT, UPDATE ON wecom_token TO "${service_role}";
