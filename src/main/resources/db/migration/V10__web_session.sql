-- A browser that is signed in. Who reads this table cannot sign in with it: it holds the token's SHA-256 only.
CREATE TABLE web_session (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  userid     text NOT NULL,
  begun_at   timestamptz NOT NULL,
  -- To the minute: a page that is looked at often need not write each time.
  seen_at    timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON web_session TO "${service_role}";
