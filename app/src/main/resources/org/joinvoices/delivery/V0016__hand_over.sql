-- Proof that a packet or a book reached whom it was for, and how books travel. Who handed it over and where is sealed under
-- the letter's key, as is the photo or paper that proves it: both show volunteers, and end with that key.
CREATE TABLE hand_over (
    action_id      uuid        NOT NULL REFERENCES action (id),
    id             uuid        NOT NULL,                      -- version 7: ordered by time
    what           text        NOT NULL CHECK (what IN ('packet', 'book', 'supplement')),
    packet_id      uuid,
    addressee      text,                                      -- its id in action.yaml
    handed_at      timestamptz NOT NULL,
    how            text        NOT NULL CHECK (how IN ('by_hand', 'post', 'courier', 'mail', 'form')),
    sealed_details bytea       NOT NULL,
    proof_type     text        CHECK (proof_type IN ('image/jpeg', 'image/png', 'application/pdf')),
    sealed_proof   bytea,
    proof_sha256   bytea       CHECK (octet_length(proof_sha256) = 32),
    recorded_at    timestamptz NOT NULL,
    recorded_by    uuid,                                      -- account; empty for the command line
    PRIMARY KEY (action_id, id),
    CONSTRAINT hand_over_of_packet CHECK ((what = 'packet') = (packet_id IS NOT NULL)),
    CONSTRAINT hand_over_to_addressee CHECK ((what = 'packet') = (addressee IS NULL)),
    CONSTRAINT hand_over_proof
        CHECK ((proof_type IS NULL) = (sealed_proof IS NULL) AND (proof_type IS NULL) = (proof_sha256 IS NULL)),
    FOREIGN KEY (action_id, packet_id) REFERENCES packet (action_id, id)
);
COMMENT ON TABLE hand_over IS 'append only: what was recorded wrongly is recorded once more';
COMMENT ON COLUMN hand_over.handed_at IS 'civic time; recorded_at too';

-- One frozen book on its way to one addressee by e-mail. It stays queued until just before it is posted; what may have gone
-- out is never posted again by itself.
CREATE TABLE book_delivery (
    action_id   uuid        NOT NULL REFERENCES action (id),
    part        text        NOT NULL CHECK (part IN ('book', 'supplement')),
    addressee   text        NOT NULL,                         -- its id in action.yaml
    mail_id     uuid        NOT NULL,                         -- makes the Message-ID; bounces come back by it
    state       text        NOT NULL
                CHECK (state IN ('queued', 'sending', 'accepted', 'refused', 'needs_review')),
    reason      text,                                         -- a code of ours or of the mail server
    due_at      timestamptz NOT NULL,                         -- machine time, as are the lease and the two below
    lease_until timestamptz,
    created_at  timestamptz NOT NULL,
    settled_at  timestamptz,
    CONSTRAINT book_delivery_once PRIMARY KEY (action_id, part, addressee),
    CONSTRAINT book_delivery_mail UNIQUE (mail_id),
    CHECK ((state IN ('queued', 'sending')) = (settled_at IS NULL))
);

CREATE TABLE book_attempt (
    action_id   uuid        NOT NULL,
    part        text        NOT NULL,
    addressee   text        NOT NULL,
    attempt_no  smallint    NOT NULL CHECK (attempt_no > 0),
    started_at  timestamptz NOT NULL,                         -- civic time
    result      text        NOT NULL CHECK (result IN ('accepted', 'refused', 'unavailable', 'uncertain', 'bounced')),
    code        text        NOT NULL,                         -- never free text, which can echo an address
    PRIMARY KEY (action_id, part, addressee, attempt_no),
    FOREIGN KEY (action_id, part, addressee) REFERENCES book_delivery (action_id, part, addressee)
);
COMMENT ON TABLE book_attempt IS 'append only';

-- What the organization was reminded of, each once: of the deadline, and of the day by which post must leave.
CREATE TABLE reminder (
    action_id   uuid        NOT NULL REFERENCES action (id),
    id          uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('deadline', 'post')),
    target      timestamptz NOT NULL,                         -- what it counts down to; another deadline is another target
    days        smallint    NOT NULL CHECK (days IN (14, 7, 3, 1)),
    at          timestamptz NOT NULL,
    PRIMARY KEY (action_id, id),
    CONSTRAINT reminder_once UNIQUE (action_id, kind, target, days)
);
COMMENT ON COLUMN reminder.at IS 'civic time, as is target';
