-- Signatures that somebody should look at: confirmed by their signer, neither counted nor sent until an organizer has decided.
ALTER TABLE signature DROP CONSTRAINT signature_state_check;
ALTER TABLE signature ADD CONSTRAINT signature_state_check
    CHECK (state IN ('pending', 'under_review', 'confirmed', 'withdrawn', 'invalidated'));
ALTER TABLE signature ADD COLUMN flags text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN signature.flags IS 'words for what was unusual when it was signed; never refuses anybody by itself';

-- Taken out by an organizer, and counted again: INVALIDATED and RESTORED.
ALTER TABLE signature_event DROP CONSTRAINT signature_event_kind_check;
ALTER TABLE signature_event ADD CONSTRAINT signature_event_kind_check
    CHECK (kind IN ('confirmed', 'district_chosen', 'matched_again', 'withdrawn', 'invalidated', 'restored', 'erased'));
