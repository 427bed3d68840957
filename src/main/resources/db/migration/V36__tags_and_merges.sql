-- 标签: by what a case is found again. The history says who put them there and took them away.
CREATE TABLE case_tag (
  case_id bigint NOT NULL REFERENCES case_file,
  tag     text NOT NULL,
  PRIMARY KEY (case_id, tag)
);
CREATE INDEX case_tag_tag ON case_tag (tag);
GRANT SELECT, INSERT, DELETE ON case_tag TO "${service_role}";

-- 并案: which case is a part of which other now; the history says who merged and detached them.
CREATE TABLE case_merge (
  case_id bigint PRIMARY KEY REFERENCES case_file,
  into_id bigint NOT NULL REFERENCES case_file
);
CREATE INDEX case_merge_into ON case_merge (into_id);
GRANT SELECT, INSERT, DELETE ON case_merge TO "${service_role}";
