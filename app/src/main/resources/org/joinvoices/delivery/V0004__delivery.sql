-- One row per (signature, target): offices fail one by one, receipts are shown one by one.
CREATE TABLE delivery (
    action_id      uuid        NOT NULL,
    id             uuid        NOT NULL,                 -- version 7: ordered by time
    signature_id   uuid        NOT NULL,
    target         text        NOT NULL,                 -- seat, such as OH-11 or OH-S1
    channel        text        NOT NULL CHECK (channel IN ('cwc', 'mail', 'packet', 'hand_off')),
    lane           text        NOT NULL CHECK (lane IN ('house', 'senate')),
    state          text        NOT NULL
                   CHECK (state IN ('queued', 'held', 'sending', 'accepted', 'refused', 'needs_review', 'withdrawn',
                                    'handed_over')),
    held_reason    text,
    delivery_code  text        NOT NULL UNIQUE CHECK (delivery_code ~ '^[a-z0-9]{32}$'),
    due_at         timestamptz NOT NULL,
    lease_until    timestamptz,
    message_hash   bytea       CHECK (length(message_hash) = 32),
    receipt        text,
    created_at     timestamptz NOT NULL,
    settled_at     timestamptz,
    PRIMARY KEY (action_id, id),
    CONSTRAINT delivery_once_per_target UNIQUE (action_id, signature_id, target),
    FOREIGN KEY (action_id, signature_id) REFERENCES signature (action_id, id),
    CHECK ((state = 'held') = (held_reason IS NOT NULL)),
    CHECK (state <> 'sending' OR lease_until IS NOT NULL)
);
COMMENT ON COLUMN delivery.delivery_code IS 'CWC DeliveryId, fixed before the first try so that a repeat is recognised';
COMMENT ON COLUMN delivery.due_at IS 'machine time of the earliest next attempt, as is lease_until; meaningless once final';
COMMENT ON COLUMN delivery.lease_until IS 'queued: claimed by a worker until then, nothing posted; sending: posted or about to be';
COMMENT ON COLUMN delivery.message_hash IS
    'keyed hash of what the first post said in the person''s name; one posted again must agree (D11)';
CREATE INDEX delivery_due ON delivery (lane, due_at) WHERE state IN ('queued', 'sending');   -- the worker's query
CREATE INDEX delivery_held ON delivery (target) WHERE state = 'held';                  -- the successor's query

CREATE TABLE delivery_attempt (   -- append only
    action_id     uuid        NOT NULL,
    delivery_id   uuid        NOT NULL,
    attempt_no    smallint    NOT NULL CHECK (attempt_no > 0),
    started_at    timestamptz NOT NULL,
    took_ms       integer     NOT NULL CHECK (took_ms >= 0),
    result        text        NOT NULL CHECK (result IN ('accepted', 'refused', 'unavailable', 'uncertain')),
    code          text,       -- far side's code or receipt; never free text, which can echo a name or address
    PRIMARY KEY (action_id, delivery_id, attempt_no),
    FOREIGN KEY (action_id, delivery_id) REFERENCES delivery (action_id, id)
);
COMMENT ON COLUMN delivery_attempt.started_at IS 'civic time';

-- A lane stopped by the gateway (agent or key trouble) until an operator clears it.
CREATE TABLE delivery_lane (
    lane        text        PRIMARY KEY CHECK (lane IN ('house', 'senate')),
    stopped     boolean     NOT NULL,
    reason      text,
    changed_at  timestamptz NOT NULL
);

-- What was frozen into a petition book or its supplement. Append only; the trigger holds it.
CREATE TABLE petition_book (
    action_id       uuid        NOT NULL REFERENCES action (id),
    part            text        NOT NULL CHECK (part IN ('book', 'supplement')),
    frozen_at       timestamptz NOT NULL,
    letter_version  integer     NOT NULL,
    signatures      bigint      NOT NULL CHECK (signatures >= 0),
    manifest        jsonb       NOT NULL,
    made_at         timestamptz NOT NULL CHECK (made_at >= frozen_at),
    PRIMARY KEY (action_id, part),
    FOREIGN KEY (action_id, letter_version) REFERENCES letter_version (action_id, number)
);
COMMENT ON COLUMN petition_book.frozen_at IS 'civic instant up to which confirmations count, exclusive; made_at is civic too';
COMMENT ON COLUMN petition_book.letter_version IS 'the newest wording in the book';
COMMENT ON COLUMN petition_book.manifest IS 'manifest.json as first made: counts and hashes, no person';

CREATE FUNCTION petition_book_stays_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'petition book is frozen' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER petition_book_frozen BEFORE UPDATE OR DELETE ON petition_book
    FOR EACH ROW EXECUTE FUNCTION petition_book_stays_frozen();
