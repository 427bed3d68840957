-- The case record. Nothing here is ever deleted; history is only added to.

-- A case's number is its filing day and a running number of that day; a rolled-back filing leaves a gap.
CREATE SEQUENCE case_of_day CACHE 1;
CREATE TABLE case_day (
  day  date PRIMARY KEY,
  base bigint NOT NULL
);
CREATE FUNCTION next_case_number(today date) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  first bigint;
BEGIN
  SELECT base INTO first FROM case_day WHERE day = today;
  IF first IS NULL THEN
    INSERT INTO case_day (day, base) VALUES (today, nextval('case_of_day')) ON CONFLICT DO NOTHING;
    SELECT base INTO first FROM case_day WHERE day = today;
  END IF;
  RETURN to_char(today, 'YYYYMMDD') || '-' || to_char(nextval('case_of_day') - first, 'FM99999000');
END $$;
GRANT USAGE ON case_of_day TO "${service_role}";
GRANT SELECT, INSERT ON case_day TO "${service_role}";

CREATE SEQUENCE case_file_seq;
CREATE TABLE case_file (
  id              bigint PRIMARY KEY,
  number          text NOT NULL UNIQUE,
  stage           text NOT NULL,
  version         integer NOT NULL,
  category        text NOT NULL,
  community       text,
  reporter        uuid NOT NULL,
  received_at     timestamptz NOT NULL,
  registered_at   timestamptz,
  due_at          timestamptz,
  due_provisional boolean NOT NULL DEFAULT false,
  result_at       timestamptz,
  outcome         text,
  closed_at       timestamptz,
  reworked        integer NOT NULL DEFAULT 0,
  history_length  integer NOT NULL,
  history_head    text NOT NULL
);
CREATE INDEX case_file_received ON case_file (received_at);
CREATE INDEX case_file_open ON case_file (due_at) WHERE closed_at IS NULL;
GRANT USAGE ON case_file_seq TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON case_file TO "${service_role}";

CREATE SEQUENCE assignment_seq INCREMENT BY 50;
CREATE TABLE assignment (
  id          bigint PRIMARY KEY,
  case_id     bigint NOT NULL REFERENCES case_file,
  unit        text NOT NULL,
  assigned_at timestamptz NOT NULL,
  signed_at   timestamptz,
  result_at   timestamptz
);
CREATE INDEX assignment_of_case ON assignment (case_id);
GRANT USAGE ON assignment_seq TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON assignment TO "${service_role}";

-- Everybody who ever signed for a case or handed in a result: none of them may verify it.
CREATE TABLE case_doer (
  case_id bigint NOT NULL REFERENCES case_file,
  actor   uuid NOT NULL,
  PRIMARY KEY (case_id, actor)
);
GRANT SELECT, INSERT ON case_doer TO "${service_role}";

-- Who is behind an opaque reference, case by case; erasing a row leaves the history whole and nameless.
CREATE TABLE actor (
  ref     uuid PRIMARY KEY,
  case_id bigint NOT NULL,
  person  text NOT NULL,
  UNIQUE (case_id, person)
);
-- The reporter is known by an actor row of its own kind, opened only with a purpose that is written down.
CREATE TABLE reporter (
  case_id bigint PRIMARY KEY REFERENCES case_file,
  ref     uuid NOT NULL UNIQUE,
  person  text NOT NULL
);
CREATE INDEX reporter_person ON reporter (person);
CREATE TABLE reporter_opening (
  case_id   bigint NOT NULL,
  purpose   text NOT NULL,
  opened_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON actor, reporter, reporter_opening TO "${service_role}";

CREATE TABLE history_entry (
  case_id     bigint NOT NULL REFERENCES case_file,
  seq         integer NOT NULL,
  at          timestamptz NOT NULL,
  move        text NOT NULL,
  actor       uuid NOT NULL,
  from_stage  text NOT NULL,
  to_stage    text NOT NULL,
  facts       text NOT NULL,
  text_hash   text NOT NULL,
  config_hash text NOT NULL,
  previous    text NOT NULL,
  hash        text NOT NULL,
  PRIMARY KEY (case_id, seq)
);
-- Free text lives apart and may be erased; the chain holds its salted hash.
CREATE TABLE history_text (
  case_id bigint NOT NULL,
  seq     integer NOT NULL,
  salt    text NOT NULL,
  body    text NOT NULL,
  PRIMARY KEY (case_id, seq)
);
GRANT SELECT, INSERT ON history_entry, history_text TO "${service_role}";

-- Intake: what somebody has told so far, before it is a case.
CREATE TABLE draft (
  id          uuid PRIMARY KEY,
  person      text NOT NULL,
  words       text NOT NULL,
  category    text NOT NULL,
  state       text NOT NULL CHECK (state IN ('OPEN', 'FILED', 'DROPPED')),
  started_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX draft_open ON draft (person) WHERE state = 'OPEN';
GRANT SELECT, INSERT, UPDATE ON draft TO "${service_role}";

-- Disposal: what somebody has told of their work, before it is handed in.
CREATE TABLE result_draft (
  case_number text NOT NULL,
  person      text NOT NULL,
  words       text NOT NULL,
  PRIMARY KEY (case_number, person)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON result_draft TO "${service_role}";
