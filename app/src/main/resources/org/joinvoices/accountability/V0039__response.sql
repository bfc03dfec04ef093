-- What officials answered, demand by demand, so that everyone can see who did. All of it is public: who answers holds an
-- office, and no signer is ever in it. What was recorded wrongly is withdrawn with a reason, never altered.
CREATE TABLE response (
    action_id      uuid        NOT NULL REFERENCES action (id),
    id             uuid        NOT NULL,                      -- version 7: ordered by time
    addressee      text,                                      -- its id in action.yaml
    seat           text        CHECK (seat ~ '^[A-Z]{2}-(S[123]|[0-9]{2})$'),
    holder         text,                                      -- who held the seat that day
    letter_version integer     NOT NULL,                      -- whose demands are numbered
    said_on        date        NOT NULL,                      -- in the zone of the letter's deadline
    words          text        NOT NULL CHECK (char_length(words) BETWEEN 1 AND 1000),
    language       text        NOT NULL CHECK (language ~ '^[a-z]{2}$'),
    link           text        CHECK (link ~ '^https://' AND char_length(link) <= 2000),
    file_type      text        CHECK (file_type IN ('image/jpeg', 'image/png', 'application/pdf')),
    file_sha256    bytea       CHECK (octet_length(file_sha256) = 32),
    recorded_at    timestamptz NOT NULL,
    recorded_by    uuid,                                      -- account; empty for the command line
    PRIMARY KEY (action_id, id),
    FOREIGN KEY (action_id, letter_version) REFERENCES letter_version (action_id, number),
    CONSTRAINT response_of_one_office CHECK ((addressee IS NULL) = (seat IS NOT NULL)),
    CONSTRAINT response_holder CHECK ((seat IS NULL) = (holder IS NULL)),
    CONSTRAINT response_file CHECK ((file_type IS NULL) = (file_sha256 IS NULL)),
    CONSTRAINT response_evidence CHECK (link IS NOT NULL OR file_type IS NOT NULL)
);
COMMENT ON TABLE response IS 'append only: what was recorded wrongly is withdrawn';
COMMENT ON COLUMN response.words IS 'a short quotation or summary, public';
COMMENT ON COLUMN response.recorded_at IS 'civic time';

CREATE TABLE response_stance (
    action_id   uuid        NOT NULL,
    response_id uuid        NOT NULL,
    demand      smallint    NOT NULL CHECK (demand >= 0),     -- its number; 0 is the letter as a whole
    stance      text        NOT NULL CHECK (stance IN ('favorable', 'in_part', 'refused', 'no_position')),
    PRIMARY KEY (action_id, response_id, demand),
    FOREIGN KEY (action_id, response_id) REFERENCES response (action_id, id)
);
COMMENT ON TABLE response_stance IS 'append only';

-- Apart from the response, because it goes when that is withdrawn: then nobody is to see it, and its hash stays.
CREATE TABLE response_evidence (
    action_id   uuid        NOT NULL,
    response_id uuid        NOT NULL,
    content     bytea       NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 5242880),
    PRIMARY KEY (action_id, response_id),
    FOREIGN KEY (action_id, response_id) REFERENCES response (action_id, id)
);

CREATE TABLE response_withdrawal (
    action_id    uuid        NOT NULL,
    response_id  uuid        NOT NULL,
    reason       text        NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
    withdrawn_at timestamptz NOT NULL,
    withdrawn_by uuid,                                        -- account; empty for the command line
    CONSTRAINT response_withdrawn_once PRIMARY KEY (action_id, response_id),
    FOREIGN KEY (action_id, response_id) REFERENCES response (action_id, id)
);
COMMENT ON TABLE response_withdrawal IS 'append only';
COMMENT ON COLUMN response_withdrawal.reason IS 'public';
COMMENT ON COLUMN response_withdrawal.withdrawn_at IS 'civic time';
