-- When the administrators are next reminded that the holidays of the coming year are not there yet.
CREATE TABLE year_reminder (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  at       timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON year_reminder TO "${service_role}";

-- It joins the instants at which something comes due, whatever is in there already.
DO $$ BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW due_instant AS ' || rtrim(pg_get_viewdef('due_instant'::regclass), ';')
    || ' UNION ALL SELECT at FROM year_reminder';
END $$;
