-- Signatures from sign-up sheets of paper: they count for the letter on the word of a witness, and are told apart.
ALTER TABLE signature ADD COLUMN source text NOT NULL DEFAULT 'web'
    CONSTRAINT signature_source_check CHECK (source IN ('web', 'sheet', 'sheet_mail'));
COMMENT ON COLUMN signature.source IS
    'web: filled in by the signer; sheet: on the word of a witness; sheet_mail: typed in from a sheet, for its signer to confirm by mail';

-- One typing-in of sheets, so that it can be undone as a whole.
CREATE TABLE import_batch (
    id              uuid        PRIMARY KEY,                -- version 7: ordered by time
    action_id       uuid        NOT NULL REFERENCES action (id),
    sheet_code      text,                                   -- null: the wording of the form was taken for that of the sheets
    sealed_witness  bytea,                                  -- null: whoever imported them vouches
    made_at         timestamptz NOT NULL,
    undone_at       timestamptz
);
COMMENT ON COLUMN import_batch.made_at IS 'civic time';

ALTER TABLE signature ADD COLUMN import_id uuid REFERENCES import_batch (id);
ALTER TABLE signature ADD COLUMN sheet_hash bytea;          -- keyed: name and place; null on the web, and once erased
ALTER TABLE signature ADD CONSTRAINT signature_erased_sheet CHECK (erased_at IS NULL OR sheet_hash IS NULL);
ALTER TABLE signature ADD CONSTRAINT signature_of_import CHECK ((source = 'web') = (import_id IS NULL));
-- Not unique: an import looks under a lock, and what organizers count again must not fail because of a sheet.
CREATE INDEX signature_sheet_row ON signature (sheet_hash, action_id) WHERE state = 'confirmed';
CREATE INDEX signature_import ON signature (import_id, action_id) WHERE import_id IS NOT NULL;
CREATE INDEX signature_on_paper ON signature (source, action_id) WHERE state = 'confirmed' AND source = 'sheet';

ALTER TABLE signature_count ADD COLUMN on_paper bigint NOT NULL DEFAULT 0 CHECK (on_paper >= 0);
COMMENT ON COLUMN signature_count.on_paper IS 'of the confirmed: on the word of a witness';

-- Which words a printed sheet bears, by the code printed on it. Lasts as long as evidence of consent does.
CREATE TABLE sheet_form (
    action_id        uuid        NOT NULL,
    code             text        NOT NULL,
    language         text        NOT NULL,
    letter_mark      text        NOT NULL,
    wording_version  integer     NOT NULL,
    letter_hash      bytea       NOT NULL CHECK (length(letter_hash) = 32),
    deliver_hash     bytea       CHECK (length(deliver_hash) = 32),   -- null: a letter that nothing is sent for
    made_at          timestamptz NOT NULL,
    PRIMARY KEY (action_id, code)
);
COMMENT ON COLUMN sheet_form.letter_mark IS 'which words of the letter, as its form carries it: version and beginning of their hash';
COMMENT ON COLUMN sheet_form.letter_hash IS 'SHA-256 of the wording printed, as consent.text_hashes; so is deliver_hash';
COMMENT ON COLUMN sheet_form.made_at IS 'civic time of the first print';
