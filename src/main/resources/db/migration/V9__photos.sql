-- Photos people sent: told first, fetched as due rows, because WeCom keeps a file for three days only. Their bytes lie in
-- the photo store, each under the SHA-256 of its content.
CREATE TABLE photo (
  id              uuid PRIMARY KEY,
  -- Opaque: a draft at first, then a case.
  subject         text NOT NULL,
  sender          text NOT NULL,
  media_id        text NOT NULL,
  told_at         timestamptz NOT NULL,
  -- No list of states: a newer replica may know more of them, and an older one leaves those alone.
  state           text NOT NULL DEFAULT 'WAITING',
  -- Why it is not there yet, or will never be, in words.
  reason          text NOT NULL DEFAULT '',
  tries           integer NOT NULL DEFAULT 0,
  -- By clock_timestamp(): when the next try is due; while it is claimed, when the claim runs out.
  due_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  claim           uuid,
  settled_at      timestamptz,
  -- FETCHED: what was sent, as it came, and the two copies without metadata that are shown.
  original        text,
  large           text,
  thumbnail       text,
  bytes           bigint,
  width           integer,
  height          integer,
  -- What the camera noted; a hint, for phones strip it and people can change it.
  taken_at        timestamptz,
  wgs84_latitude  double precision,
  wgs84_longitude double precision,
  -- 64 bits that differ little between copies of one picture.
  dhash           bigint
);
CREATE INDEX photo_due ON photo (due_at) WHERE state = 'WAITING';
CREATE INDEX photo_subject ON photo (subject, told_at);
GRANT SELECT, INSERT, UPDATE ON photo TO "${service_role}";

CREATE OR REPLACE VIEW due_instant AS
  SELECT not_before AS at FROM outbox WHERE state = 'PENDING'
  UNION ALL
  SELECT told_at + interval '3 days' FROM photo WHERE state = 'WAITING';
