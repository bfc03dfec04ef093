-- What signers typed can be corrected as long as nothing of it was sent: by themselves, or by an owner whom they ask.
ALTER TABLE signature ADD COLUMN corrected_at timestamptz;
COMMENT ON COLUMN signature.corrected_at IS 'civic time of the last correction';

-- Beside whatever acts there are by now.
DO $$
BEGIN
    EXECUTE (SELECT format('ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_act_check,
                            ADD CONSTRAINT audit_entry_act_check
                            CHECK (%s OR act IN (''person_corrected'', ''person_withdrawn''))',
                           substr(pg_get_constraintdef(oid), length('CHECK ')))
             FROM pg_constraint WHERE conrelid = 'audit_entry'::regclass AND conname = 'audit_entry_act_check');
END
$$;
