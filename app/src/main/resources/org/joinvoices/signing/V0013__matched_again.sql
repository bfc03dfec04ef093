-- A signature whose seats were found anew because House districts have other lines.
ALTER TABLE signature_event DROP CONSTRAINT signature_event_kind_check;
ALTER TABLE signature_event ADD CONSTRAINT signature_event_kind_check
    CHECK (kind IN ('confirmed', 'district_chosen', 'matched_again', 'withdrawn', 'invalidated', 'erased'));
