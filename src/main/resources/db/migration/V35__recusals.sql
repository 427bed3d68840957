-- 回避: from whom a case is withheld. Rows stay for good.
CREATE TABLE recusal (
  case_id bigint NOT NULL REFERENCES case_file,
  person  text NOT NULL,
  PRIMARY KEY (case_id, person)
);
GRANT SELECT, INSERT ON recusal TO "${service_role}";
