-- The hash of the bot-config that was read last and refused, until one is in force again; administrators are told once.
ALTER TABLE config_in_force ADD COLUMN refused text;
