-- Photos of what was given up before it became evidence leave after a while, row and bytes; evidence stays for good.
ALTER TABLE photo ADD COLUMN discarded_at timestamptz;
UPDATE photo SET discarded_at = service_now()
  FROM draft WHERE draft.state = 'DROPPED' AND photo.subject = '草稿 ' || draft.id;
CREATE INDEX photo_discarded ON photo (discarded_at) WHERE discarded_at IS NOT NULL;
-- Which rows name some bytes: the same picture sent twice is kept once.
CREATE INDEX photo_keys ON photo USING gin ((ARRAY[original, large, thumbnail]));
CREATE INDEX photo_lost ON photo (settled_at) WHERE state = 'LOST';
GRANT DELETE ON photo TO "${service_role}";

-- Who took the original of a photo, with all that the camera noted, and what for.
CREATE TABLE photo_opening (
  id        uuid PRIMARY KEY,
  photo     uuid NOT NULL,
  person    text NOT NULL,
  purpose   text NOT NULL,
  opened_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON photo_opening TO "${service_role}";
