-- What organizers decide of many signatures at once: to count them, or to take them out. It is done portion by portion in the
-- background, and can be undone: each signature knows the batch that changed it last, and how it stood before.
CREATE TABLE review_batch (
    action_id         uuid        NOT NULL REFERENCES action (id),
    id                uuid        NOT NULL,                 -- version 7: ordered by time
    decision          text        NOT NULL CHECK (decision IN ('release', 'invalidate')),
    reason            text        CONSTRAINT review_batch_reason_check
                      CHECK (reason IN ('automated', 'repeated', 'made_up', 'test', 'other')),
    sealed_scope      bytea       NOT NULL,                 -- which were meant; a mail domain may name a family
    state             text        NOT NULL CONSTRAINT review_batch_state_check
                      CHECK (state IN ('running', 'done', 'undoing', 'undone')),
    made_at           timestamptz NOT NULL,                 -- civic time, as is undone_at
    made_by           uuid,                                 -- account; null for the command line, as is undone_by
    undone_at         timestamptz,
    undone_by         uuid,
    expected          bigint      NOT NULL CHECK (expected >= 0),
    reached           uuid        NOT NULL,
    changed           bigint      NOT NULL DEFAULT 0 CHECK (changed >= 0),
    doubles           bigint      NOT NULL DEFAULT 0 CHECK (doubles >= 0),
    mailboxes_taken   bigint      NOT NULL DEFAULT 0 CHECK (mailboxes_taken >= 0),
    brought_back      bigint      NOT NULL DEFAULT 0 CHECK (brought_back >= 0),
    left_alone        bigint      NOT NULL DEFAULT 0 CHECK (left_alone >= 0),
    PRIMARY KEY (action_id, id),
    CONSTRAINT review_batch_says_why CHECK ((decision = 'invalidate') = (reason IS NOT NULL)),
    CHECK ((state IN ('undoing', 'undone')) = (undone_at IS NOT NULL))
);
COMMENT ON COLUMN review_batch.expected IS 'how many it meant when it was decided, as shown to whoever decided';
COMMENT ON COLUMN review_batch.reached IS 'last signature that was looked at; work goes on after it, whoever does it';
COMMENT ON COLUMN review_batch.doubles IS 'not counted by a release, because the person is counted already';
COMMENT ON COLUMN review_batch.mailboxes_taken IS 'not counted by a release, because the mailbox speaks for others';
COMMENT ON COLUMN review_batch.left_alone IS 'not brought back by undoing: changed since, or the person is counted otherwise';
CREATE INDEX review_batch_open ON review_batch (id) WHERE state IN ('running', 'undoing');

ALTER TABLE signature ADD COLUMN batch_id uuid;
COMMENT ON COLUMN signature.batch_id IS 'batch of organizers that changed its state last and was not undone; what its signer did since stands in the state';
ALTER TABLE signature ADD COLUMN state_before text
    CONSTRAINT signature_state_before_check CHECK (state_before IN ('pending', 'under_review', 'confirmed'));
COMMENT ON COLUMN signature.state_before IS 'its state before that batch';
ALTER TABLE signature ADD COLUMN ended_why text
    CONSTRAINT signature_ended_why_check CHECK (ended_why IN ('organizer', 'double', 'mailbox_taken'));
COMMENT ON COLUMN signature.ended_why IS 'why a batch left it invalidated; null where the mailbox refused it';
ALTER TABLE signature ADD COLUMN restored_at timestamptz;
COMMENT ON COLUMN signature.restored_at IS 'civic time at which it was counted again; out of the count since ended_at, though perhaps not all the time';
-- No query but those of batches names these conditions, so that no plan for a single signature can take these for its key.
CREATE INDEX signature_of_batch ON signature (batch_id, id) WHERE batch_id IS NOT NULL;
CREATE INDEX signature_under_review ON signature (id, action_id) WHERE state = 'under_review';
CREATE INDEX signature_taken_out_pending ON signature (signed_at, action_id)
    WHERE state = 'invalidated' AND state_before = 'pending';
