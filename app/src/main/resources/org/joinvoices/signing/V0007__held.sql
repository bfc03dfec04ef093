-- What is held, and until when: data keys leave the database, a signature counts on when its person is forgotten, and each
-- run of the retention jobs leaves a trace.

ALTER TABLE data_key ALTER COLUMN wrapped DROP NOT NULL;
COMMENT ON TABLE data_key IS 'which scopes have keys in the key store, so that a store that lacks them is noticed';
COMMENT ON COLUMN data_key.wrapped IS 'of an earlier release; moved to the key store at the first start, null since';

-- Confirmed once and counted for good, but nobody any more when the time of its contact data is over.
ALTER TABLE signature DROP CONSTRAINT signature_check1;
ALTER TABLE signature ADD CONSTRAINT signature_of_somebody
    CHECK (state <> 'confirmed' OR erased_at IS NOT NULL OR (mailbox_hash IS NOT NULL AND person_hash IS NOT NULL));

ALTER TABLE signature ADD COLUMN own_words_erased_at timestamptz;
COMMENT ON COLUMN signature.own_words_erased_at IS 'civic time at which own words were deleted and the rest was not: there were some';
ALTER TABLE signature ADD COLUMN data_link_at timestamptz;
COMMENT ON COLUMN signature.data_link_at IS 'machine time at which the last link to the own data was asked for';

CREATE TABLE retention_run (
    seq        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('unconfirmed', 'own_words', 'contact', 'key')),
    action_id  uuid        REFERENCES action (id),
    erased     bigint      NOT NULL CHECK (erased >= 0)
);
COMMENT ON TABLE retention_run IS 'append only: what was forgotten and how much of it, no person';
COMMENT ON COLUMN retention_run.at IS 'civic time';
COMMENT ON COLUMN retention_run.action_id IS 'null: nothing was due in any action';
CREATE INDEX retention_run_at ON retention_run (at);
