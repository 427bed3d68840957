CREATE TABLE undeliverable (
  position  bigint PRIMARY KEY,
  recipient text NOT NULL,
  about     text NOT NULL,
  card_id   text,
  cause     text NOT NULL,
  reason    text NOT NULL,
  taken_at  timestamptz
);
GRANT SELECT, INSERT, UPDATE ON undeliverable TO "${service_role}";
