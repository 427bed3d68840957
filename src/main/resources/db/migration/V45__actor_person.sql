-- Whatever a person sends is looked at for an arrival they have just said: found by who they are, not by the case.
CREATE INDEX actor_person ON actor (person);
