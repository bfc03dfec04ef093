-- Which addresses are one mailbox, letter by letter: fixed when it is first signed, because the hashes of those who signed
-- stay as they are. Letters that were signed before know what Gmail documents, and nothing else.
CREATE TABLE letter_mailboxes (
    action_id  uuid  PRIMARY KEY REFERENCES action (id),
    rules      text  NOT NULL
);
COMMENT ON COLUMN letter_mailboxes.rules IS 'lines as in mailboxes.txt, without comments';
INSERT INTO letter_mailboxes (action_id, rules)
    SELECT id, 'gmail.com googlemail.com : ignore=. tag=+' FROM action a
    WHERE EXISTS (SELECT FROM signature s WHERE s.action_id = a.id);

ALTER TABLE signature ADD COLUMN review_since timestamptz;
COMMENT ON COLUMN signature.review_since IS 'civic time at which its signer confirmed it, where an organizer had to look first';

-- Where many sign from one place.
CREATE TABLE event_code (
    action_id  uuid         NOT NULL REFERENCES action (id),
    code       text         NOT NULL CHECK (code ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
    opens      timestamptz  NOT NULL,
    closes     timestamptz  NOT NULL,
    most       integer      NOT NULL CHECK (most > 0),
    used       integer      NOT NULL CHECK (used BETWEEN 0 AND most),
    made_at    timestamptz  NOT NULL,
    ended_at   timestamptz,
    PRIMARY KEY (action_id, code),
    CHECK (opens < closes)
);
COMMENT ON TABLE event_code IS 'times are civic; nothing tells which signatures came with a code';
