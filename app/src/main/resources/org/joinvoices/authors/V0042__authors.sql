-- The room of a letter's authors, who have no account: one link for each letter, and what they say by it.
CREATE TABLE authors_link (   -- a new link takes the place of the old one; an ended one is deleted
    action_id   uuid        PRIMARY KEY REFERENCES action (id),
    token_hash  bytea       NOT NULL CHECK (octet_length(token_hash) = 32),
    made_at     timestamptz NOT NULL,                         -- machine time, as are the two below
    until       timestamptz NOT NULL,
    sealed_name bytea,                                        -- what the authors want to be called; empty until they say
    acts        integer     NOT NULL DEFAULT 0 CHECK (acts >= 0),
    acts_since  timestamptz NOT NULL,
    CONSTRAINT authors_link_token UNIQUE (token_hash)
);
COMMENT ON COLUMN authors_link.acts IS 'what was done by the link since acts_since; limits what an hour allows';

-- Apart from the text's own status, which is a part of the letter version: to approve a text must not make it another.
CREATE TABLE text_approval (
    action_id   uuid        NOT NULL REFERENCES action (id),
    language    text        NOT NULL,
    words_hash  bytea       NOT NULL CHECK (octet_length(words_hash) = 32),
    approved_at timestamptz NOT NULL,                         -- civic time
    CONSTRAINT text_approval_once PRIMARY KEY (action_id, language, words_hash)
);
COMMENT ON COLUMN text_approval.words_hash IS 'SHA-256 of all that is read in this language: other words are not approved';

-- It pauses nothing by itself.
CREATE TABLE pause_request (
    action_id     uuid        NOT NULL REFERENCES action (id),
    id            uuid        NOT NULL,                       -- version 7: ordered by time
    sealed_reason bytea       NOT NULL,
    asked_at      timestamptz NOT NULL,                       -- civic time
    ended_at      timestamptz,                                -- civic time; empty while it waits for an answer
    sealed_answer bytea,                                      -- empty where the authors took it back
    answered_by   uuid,                                       -- account
    PRIMARY KEY (action_id, id),
    CHECK (ended_at IS NOT NULL OR sealed_answer IS NULL),
    CHECK ((sealed_answer IS NULL) = (answered_by IS NULL))
);
CREATE UNIQUE INDEX pause_request_one_waits ON pause_request (action_id) WHERE ended_at IS NULL;
