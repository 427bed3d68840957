-- 吹哨: units are called to the place of a case, until the one that leads ends it. At most one lasts.
ALTER TABLE case_file ADD COLUMN whistles integer NOT NULL DEFAULT 0;
CREATE SEQUENCE whistle_seq INCREMENT BY 50;
CREATE TABLE whistle (
  id         bigint PRIMARY KEY,
  case_id    bigint NOT NULL REFERENCES case_file,
  -- Which of its case, from 1.
  round      integer NOT NULL,
  -- DAILY, STUBBORN or URGENT.
  kind       text NOT NULL,
  blown_by   uuid NOT NULL,
  blown_at   timestamptz NOT NULL,
  ended_at   timestamptz,
  -- Whether its case went elsewhere before the lead ended it.
  stopped    boolean NOT NULL DEFAULT false,
  -- Until when each side may be rated, and when that was over.
  rate_until timestamptz,
  rated_at   timestamptz,
  UNIQUE (case_id, round)
);
CREATE UNIQUE INDEX whistle_lasting ON whistle (case_id) WHERE ended_at IS NULL;
CREATE INDEX whistle_rated ON whistle (rate_until) WHERE rated_at IS NULL;
GRANT USAGE ON whistle_seq TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON whistle TO "${service_role}";

-- 被叫单位: when each came and where it said it was, and what the two sides say of each other.
CREATE SEQUENCE whistle_call_seq INCREMENT BY 50;
CREATE TABLE whistle_call (
  id              bigint PRIMARY KEY,
  whistle_id      bigint NOT NULL REFERENCES whistle,
  unit            text NOT NULL,
  arrived_at      timestamptz,
  arrived_by      uuid,
  late_minutes    integer NOT NULL DEFAULT 0,
  -- Where whoever came was at that moment, if they said so, and how far from the place of the case that is.
  longitude       double precision,
  latitude        double precision,
  crs             text,
  wgs84_longitude double precision,
  wgs84_latitude  double precision,
  metres          integer,
  photos          integer NOT NULL DEFAULT 0,
  -- REFUSED, WAIVED or LOST, where it is not awaited any more.
  out             text,
  -- GOOD, FAIR, POOR; RIGHT, NEEDLESS, WRONG; or SILENT. Nothing while it is awaited, or nobody is asked.
  unit_grade      text,
  whistle_grade   text,
  asked           boolean NOT NULL DEFAULT false,
  UNIQUE (whistle_id, unit)
);
CREATE INDEX whistle_call_arrived ON whistle_call (arrived_at) WHERE arrived_at IS NOT NULL;
GRANT USAGE ON whistle_call_seq TO "${service_role}";
GRANT SELECT, INSERT, UPDATE ON whistle_call TO "${service_role}";

-- What a unit owes by being there is found by its name.
CREATE INDEX countdown_arriving ON countdown (name) WHERE kind = 'ARRIVAL' AND ended_at IS NULL;

-- 到场消息: when whoever waits is told who has come, several at once.
CREATE TABLE whistle_news (
  case_number text PRIMARY KEY,
  at          timestamptz NOT NULL
);
CREATE INDEX whistle_news_at ON whistle_news (at);
GRANT SELECT, INSERT, DELETE ON whistle_news TO "${service_role}";

-- Added to whatever comes due already.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW due_instant AS ' || rtrim(pg_get_viewdef('due_instant'::regclass), '; ')
    || ' UNION ALL SELECT rate_until FROM whistle WHERE rate_until IS NOT NULL AND rated_at IS NULL'
    || ' UNION ALL SELECT at FROM whistle_news';
END $$;
