-- 申请: when it was decided, or lapsed.
ALTER TABLE case_request ADD COLUMN ended_at timestamptz;

-- 补充: what reporters have answered whom several cases ask, until they say which it is for.
CREATE TABLE answer_draft (
  person   text PRIMARY KEY,
  words    text NOT NULL,
  begun_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON answer_draft TO "${service_role}";
