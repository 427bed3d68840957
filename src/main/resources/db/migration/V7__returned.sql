-- An assignment can end without a result: nobody of the unit could be reached, or nobody is left there.
ALTER TABLE assignment ADD COLUMN ended_at timestamptz;
CREATE INDEX case_file_in_disposal ON case_file (id) WHERE stage = 'DISPOSAL';
CREATE INDEX case_file_in_dispatch ON case_file (id) WHERE stage = 'DISPATCH';

-- Whether somebody holds a card of a case that waits is asked every second.
CREATE INDEX sent_card_held ON sent_card (card, subject) WHERE open;

-- A card sent once more because nobody knows whether it arrived; that is done once.
ALTER TABLE sent_card ADD COLUMN again boolean NOT NULL DEFAULT false;
