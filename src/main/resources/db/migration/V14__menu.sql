-- The menu that was put into WeCom last, as its API took it: when bot-config has another, it is put there anew.
CREATE TABLE wecom_menu (
  corp  text NOT NULL,
  agent text NOT NULL,
  body  text NOT NULL,
  PRIMARY KEY (corp, agent)
);
GRANT SELECT, INSERT, UPDATE ON wecom_menu TO "${service_role}";
