-- What signers typed can be corrected as long as nothing of it was sent: by themselves, or by an owner whom they ask.
ALTER TABLE signature ADD COLUMN corrected_at timestamptz;
COMMENT ON COLUMN signature.corrected_at IS 'civic time of the last correction';
