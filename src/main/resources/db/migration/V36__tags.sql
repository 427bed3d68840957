-- 标签: by what a case is found again. The history says who put them there and took them away.
CREATE TABLE case_tag (
  case_id bigint NOT NULL REFERENCES case_file,
  tag     text NOT NULL,
  PRIMARY KEY (case_id, tag)
);
CREATE INDEX case_tag_tag ON case_tag (tag);
GRANT SELECT, INSERT, DELETE ON case_tag TO "${service_role}";
