-- Signatures, their consents, what happened to them, and windowed counts. Contact data is sealed (design decision D9):
-- in clear stand only state, ZIP3, seats, language and times; mailbox and person are keyed hashes.
CREATE TABLE signature (
    action_id         uuid        NOT NULL REFERENCES action (id),
    id                uuid        NOT NULL,                 -- version 7: ordered by time
    letter_version    integer     NOT NULL,
    state             text        NOT NULL CHECK (state IN ('pending', 'confirmed', 'withdrawn', 'invalidated')),
    act               text        NOT NULL CHECK (act IN ('send', 'letter')),
    language          text        NOT NULL,
    display           text        NOT NULL CHECK (display IN ('full', 'initials', 'count_only')),
    reply_wanted      boolean     NOT NULL,
    own_words_public  boolean     NOT NULL,
    minor             boolean     NOT NULL,
    country           text        NOT NULL,
    region            text        NOT NULL,                 -- USPS code; empty text elsewhere, where it is free text
    zip3              text        NOT NULL,
    seats             text[]      NOT NULL,
    match             jsonb       NOT NULL,
    sealed_contact    bytea,                                -- null once erased
    sealed_own_words  bytea,                                -- null when none, or once erased
    mailbox_hash      bytea,                                -- keyed, as are the next three; null once erased
    person_hash       bytea,
    household_hash    bytea,                                -- mailbox and postal code; null when no postal code
    content_hash      bytea,                                -- the same form sent twice makes one row
    muted             boolean     NOT NULL,
    code_tries        smallint    NOT NULL DEFAULT 0 CHECK (code_tries >= 0),
    signed_at         timestamptz NOT NULL,
    confirmed_at      timestamptz,
    ended_at          timestamptz,                          -- withdrawn or invalidated
    erased_at         timestamptz,
    PRIMARY KEY (action_id, id),
    FOREIGN KEY (action_id, letter_version) REFERENCES letter_version (action_id, number),
    CHECK (state <> 'confirmed' OR confirmed_at IS NOT NULL),
    CHECK (state <> 'confirmed' OR (mailbox_hash IS NOT NULL AND person_hash IS NOT NULL)),
    CHECK (NOT (minor AND act = 'send')),
    CHECK (erased_at IS NULL OR (sealed_contact IS NULL AND sealed_own_words IS NULL AND mailbox_hash IS NULL
                                 AND person_hash IS NULL AND household_hash IS NULL AND content_hash IS NULL))
);
COMMENT ON COLUMN signature.signed_at IS 'civic time, as are all times here';
COMMENT ON COLUMN signature.muted IS 'answered like any other, but no mail is sent and nothing confirms it: mailbox full or suppressed';
COMMENT ON COLUMN signature.code_tries IS 'how often the short code was typed; bounded, whichever node is asked';
CREATE UNIQUE INDEX signature_one_per_person ON signature (action_id, mailbox_hash, person_hash)
    WHERE state = 'confirmed';
CREATE UNIQUE INDEX signature_one_per_form ON signature (action_id, content_hash) WHERE state = 'pending';
CREATE INDEX signature_mailbox ON signature (action_id, mailbox_hash);
CREATE INDEX signature_pending ON signature (action_id, signed_at) WHERE state = 'pending';
CREATE INDEX signature_confirmed ON signature (action_id, confirmed_at, id) WHERE state = 'confirmed';

-- What each signer agreed to, in which words. Append only.
CREATE TABLE consent (
    action_id        uuid        NOT NULL,
    signature_id     uuid        NOT NULL,
    kind             text        NOT NULL CHECK (kind IN ('letter', 'deliver', 'own_words', 'updates', 'followup')),
    wording_version  integer     NOT NULL,
    language         text        NOT NULL,
    text_hash        bytea       NOT NULL CHECK (length(text_hash) = 32),
    given_at         timestamptz NOT NULL,
    PRIMARY KEY (action_id, signature_id, kind, text_hash),
    FOREIGN KEY (action_id, signature_id) REFERENCES signature (action_id, id)
);
COMMENT ON COLUMN consent.text_hash IS 'SHA-256 of the wording shown; for deliver one row per message shown';

-- The only outbox between capabilities (D3). Append only; readers go by (xid, seq) and stop at open transactions.
CREATE TABLE signature_event (
    xid           xid8        NOT NULL DEFAULT pg_current_xact_id(),
    seq           bigint      GENERATED ALWAYS AS IDENTITY,
    action_id     uuid        NOT NULL,
    signature_id  uuid        NOT NULL,
    kind          text        NOT NULL
                  CHECK (kind IN ('confirmed', 'district_chosen', 'withdrawn', 'invalidated', 'erased')),
    at            timestamptz NOT NULL,
    salt          bytea       NOT NULL CHECK (length(salt) = 32),
    PRIMARY KEY (xid, seq),
    FOREIGN KEY (action_id, signature_id) REFERENCES signature (action_id, id)
);
COMMENT ON COLUMN signature_event.salt IS 'random, so that a later public log can hide what it commits to (D12)';

CREATE TABLE event_cursor (
    reader  text   PRIMARY KEY,
    xid     xid8   NOT NULL,
    seq     bigint NOT NULL
);

-- Counts as of a moment; one job adds the events of its window.
CREATE TABLE signature_count (
    action_id  uuid        PRIMARY KEY REFERENCES action (id),
    confirmed  bigint      NOT NULL CHECK (confirmed >= 0),
    awaiting   bigint      NOT NULL CHECK (awaiting >= 0),
    as_of      timestamptz NOT NULL
);

-- Mailboxes that said "this was not me": never mailed again by this house.
CREATE TABLE suppressed_mailbox (
    mailbox_hash  bytea       PRIMARY KEY CHECK (length(mailbox_hash) = 32),
    since         timestamptz NOT NULL
);
COMMENT ON COLUMN suppressed_mailbox.mailbox_hash IS 'keyed by the house, because it crosses actions';
